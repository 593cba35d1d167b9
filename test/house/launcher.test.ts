import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeCheckout, start, type Checkout, type Started } from './checkout.ts'
import { root } from './sources.ts'

const major = (node: string): number => Number(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.slice(1).split('.')[0])

/** A Node on PATH that is too old to run the program, as on most people's machines; there may be none. */
const olderNode = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map(folder => join(folder, 'node'))
  .find(file => existsSync(file) && major(file) >= 20 && major(file) < 26)

const nodes: [name: string, node: string][] = [['the Node at hand', process.execPath]]
if (olderNode) nodes.push(['an older Node, through the one the project brings', olderNode])

const bundled = `node_modules/node-${process.platform}-${process.arch}`

/** Says how it was started; stays when asked to, until told to stop or until its launcher is gone. */
const program = `
console.log(JSON.stringify({ node: Number(process.versions.node.split('.')[0]), args: process.argv.slice(2) }))
if (process.argv[2] === 'flags') console.log('told ' + process.execArgv.join())
if (process.argv[2] === 'serve') console.log('heaps: ' + process.env['MALLOC_ARENA_MAX'])
if (process.argv[2] === 'exit') process.exit(Number(process.argv[3]))
if (process.argv[2] === 'stay') {
  const stay = setTimeout(() => process.exit(9), 20_000)
  const close = (why: string) => {
    console.log('closing: ' + why)
    clearTimeout(stay)
    if (process.connected) process.disconnect()
  }
  process.on('SIGTERM', () => close('SIGTERM'))
  process.on('disconnect', () => close('disconnect'))
  console.log('staying')
}
`

let checkout: Checkout
beforeEach(() => {
  checkout = makeCheckout(['bin', 'scripts/find-node.mjs'])
  checkout.write('src/main.ts', program)
  checkout.write('package.json', '{"type": "module"}')
})
afterEach(() => checkout.remove())

const launch = (node: string, ...args: string[]): Started => start(node, [join(checkout.folder, 'bin/guildhall.mjs'), ...args])

describe.each(nodes)('the launcher on %s', (_, node) => {
  beforeEach(() => symlinkSync(join(root, 'node_modules'), join(checkout.folder, 'node_modules')))

  test('hands every word on as it is, and the exit code back', async () => {
    const run = launch(node, 'exit', '7', 'two words', '--flag="x"', '')
    expect(await run.ended).toBe(7)
    expect(JSON.parse(run.said())).toEqual({ node: 26, args: ['exit', '7', 'two words', '--flag="x"', ''] })
  })

  test('hands on what Node was told of memory', async () => {
    const run = start(node, ['--max-semi-space-size=8', join(checkout.folder, 'bin/guildhall.mjs'), 'flags'])
    expect(await run.ended).toBe(0)
    expect(run.said()).toContain('told --max-semi-space-size=8')
  })

  test.runIf(process.platform === 'linux')('lets a server have one heap for all its threads, or as many as it was told', async () => {
    const { MALLOC_ARENA_MAX: _, ...environment } = process.env
    const heapsOf = async (env: NodeJS.ProcessEnv): Promise<string> => {
      const run = start(node, [join(checkout.folder, 'bin/guildhall.mjs'), 'serve', '--flag="x"'], { env })
      expect(await run.ended).toBe(0)
      expect(run.said()).toContain('"args":["serve","--flag=\\"x\\""]')
      return run.said()
    }
    expect(await heapsOf(environment)).toContain('heaps: 1')
    expect(await heapsOf({ ...environment, MALLOC_ARENA_MAX: '4' })).toContain('heaps: 4')
  })

  test('works through a link, from any folder', async () => {
    const link = join(checkout.folder, '..', 'guildhall')
    symlinkSync(join(checkout.folder, 'bin/guildhall.mjs'), link)
    const run = start(node, [link, 'version'], { cwd: '/' })
    expect(await run.ended).toBe(0)
    expect(run.said()).toContain('"args":["version"]')
  })

  test('lets the program end by itself when told to stop', async () => {
    const run = launch(node, 'stay')
    await run.says('staying')
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(run.said()).toContain('closing: SIGTERM')
  })
})

describe.runIf(olderNode)('the launcher on an older Node', () => {
  const node = olderNode ?? ''

  test('leaves no server behind when it is killed', async () => {
    symlinkSync(join(root, 'node_modules'), join(checkout.folder, 'node_modules'))
    const run = launch(node, 'stay')
    await run.says('staying')
    run.child.kill('SIGKILL')
    await run.says('closing: disconnect')
    await run.ended
  })

  test('before anything is set up says what to do', async () => {
    const run = launch(node, 'version')
    expect(await run.ended).toBe(3)
    expect(run.said()).toContain('Run `npm start` once')
  })

  test('with a Node of its own that can’t run here says what to install', async () => {
    checkout.write(`${bundled}/package.json`, '{}')
    checkout.write(`${bundled}/bin/node`, 'no program for this machine')
    chmodSync(join(checkout.folder, bundled, 'bin/node'), 0o755)
    const run = launch(node, 'version')
    expect(await run.ended).toBe(3)
    expect(run.said()).toContain('Install Node 26 or newer')
  })
})

test('with a package missing, the launcher says that it was never set up', async () => {
  checkout.write('src/main.ts', "import 'a-package-that-is-not-there'")
  mkdirSync(join(checkout.folder, 'node_modules'))
  const run = launch(process.execPath, 'version')
  expect(await run.ended).toBe(3)
  expect(run.said()).toContain('Run `npm start` once')
  expect(run.said()).toContain('a-package-that-is-not-there')
})
