import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeCheckout, start, type Checkout, type Started } from './checkout.ts'

/** Stands where npm would: notes that it came and went, and fails with the words it is told to. */
const npm = `
const { appendFileSync, mkdirSync } = require('node:fs')
const note = (what) => appendFileSync(process.env.NPM_LOG, what + '\\n')
note('came')
setTimeout(() => {
  if (process.env.NPM_FAILS) process.stderr.write(process.env.NPM_FAILS)
  else mkdirSync('node_modules', { recursive: true })
  note('went')
  process.exitCode = process.env.NPM_FAILS ? 1 : 0
}, Number(process.env.NPM_TAKES))
`

let checkout: Checkout
beforeEach(() => {
  checkout = makeCheckout(['scripts'])
  checkout.write('package-lock.json', '{"lockfileVersion": 3}')
  checkout.write('npm/npm-cli.js', npm)
})
afterEach(() => checkout.remove())

const setUp = (more: NodeJS.ProcessEnv = {}): Started =>
  start(process.execPath, [join(checkout.folder, 'scripts/setup.mjs')], {
    env: {
      PATH: process.env['PATH'],
      npm_node_execpath: process.execPath,
      npm_execpath: join(checkout.folder, 'npm/npm-cli.js'),
      NPM_LOG: join(checkout.folder, 'npm.log'),
      NPM_TAKES: '0',
      ...more,
    },
  })

const npmLog = (): string[] => {
  const file = join(checkout.folder, 'npm.log')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

/** As the process that is asked for says itself: boot and birth, see proc_pid_stat(5). */
const birth = (pid: number): string => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
}

describe('set-up', () => {
  test('installs once, and then only when the lockfile changed', async () => {
    expect(await setUp().ended).toBe(0)
    const again = setUp()
    expect(await again.ended).toBe(0)
    expect(again.said()).toBe('')
    expect(npmLog()).toEqual(['came', 'went'])
    checkout.write('package-lock.json', '{"lockfileVersion": 3, "packages": {}}')
    expect(await setUp().ended).toBe(0)
    expect(npmLog()).toHaveLength(4)
  })

  test('has the program compiled once, and anew when it changed or could not be', async () => {
    checkout.write('src/main.ts', '')
    checkout.write(
      'bin/guildhall.mjs',
      `import { appendFileSync, readFileSync } from 'node:fs'
      appendFileSync(process.env.NPM_LOG, 'compiled\\n')
      process.exitCode = readFileSync(new URL('../src/main.ts', import.meta.url), 'utf8') === 'broken' ? 1 : 0`,
    )
    const compiled = () => npmLog().filter(line => line === 'compiled').length
    const ends = async () => expect(await setUp().ended).toBe(0)
    await ends()
    await ends()
    expect(compiled()).toBe(1)
    checkout.write('src/main.ts', 'broken')
    await ends()
    await ends()
    expect(compiled()).toBe(3)
    checkout.write('src/main.ts', 'mended')
    await ends()
    await ends()
    expect(compiled()).toBe(4)
  })

  test('installs once when two start at the same time, and both go on', async () => {
    const [one, other] = [setUp({ NPM_TAKES: '400' }), setUp({ NPM_TAKES: '400' })]
    expect([await one.ended, await other.ended]).toEqual([0, 0])
    expect(npmLog()).toEqual(['came', 'went'])
    expect(one.said() + other.said()).toContain('waiting for it')
  })

  test('killed in the middle, leaves an npm that the next one waits for before it takes over', async () => {
    const killed = setUp({ NPM_TAKES: '1200' })
    await expect.poll(npmLog, { timeout: 5000 }).toEqual(['came'])
    killed.child.kill('SIGKILL')
    const two = [setUp(), setUp()]
    expect(await Promise.all(two.map(({ ended }) => ended))).toEqual([0, 0])
    expect(npmLog()).toEqual(['came', 'went', 'came', 'went'])
    expect(readdirSync(join(checkout.folder, '.guildhall'))).toEqual(['.gitignore'])
  })

  test('takes over from one that died before this start of the machine, whoever has its number now', async () => {
    checkout.write('.guildhall/setup.lock', JSON.stringify([{ pid: process.pid, birth: 'another-boot 1' }]))
    expect(await setUp().ended).toBe(0)
    expect(npmLog()).toEqual(['came', 'went'])
  })

  test('replaces nothing under a running server, says so, and does once it is gone', async () => {
    checkout.write(`.guildhall/serving-${process.pid}`, birth(process.pid))
    const refused = setUp()
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toContain(`Guildhall is running from this folder (process ${process.pid})`)
    expect(npmLog()).toEqual([])
    checkout.write(`.guildhall/serving-${process.pid}`, 'another-boot 1')
    expect(await setUp().ended).toBe(0)
    expect(npmLog()).toEqual(['came', 'went'])
  })

  test('leaves a container image alone', async () => {
    const off = setUp({ GUILDHALL_SETUP: 'off' })
    expect(await off.ended).toBe(0)
    expect(npmLog()).toEqual([])
    expect(off.said()).toBe('')
  })

  test.each([
    ['npm error code EAI_AGAIN\nnpm error request failed', "can't be reached"],
    ['npm error code ENOTFOUND', 'HTTPS_PROXY'],
    ['npm error connect EACCES 192.0.2.1:443\nnpm error code ECONNREFUSED', "can't be reached"],
    ['npm error code E404\nnpm error 404 Not Found', 'full mirror'],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'NODE_EXTRA_CA_CERTS'],
    ['npm error code ENOSPC\nnpm error nospc', 'Too little room on the disk'],
    ['npm error code EACCES\nnpm error syscall mkdir', 'may not write here'],
    ['npm error code EUSAGE', 'do not belong together'],
    ['npm error something new', 'npm ended with code 1'],
  ])('says what "%s" means, shows npm’s own words, and tries again next time', async (words, meaning) => {
    const failed = setUp({ NPM_FAILS: words })
    expect(await failed.ended).toBe(1)
    expect(failed.said()).toContain(meaning)
    expect(failed.said()).toContain(`| ${words.split('\n')[0]}`)
    expect(await setUp().ended).toBe(0)
    expect(npmLog()).toHaveLength(4)
  })

  test('without npm says what to install', async () => {
    const none = setUp({ PATH: '/nowhere', npm_execpath: '' })
    expect(await none.ended).toBe(1)
    expect(none.said()).toContain('Install Node.js together with npm')
  })

  test('passes a request to stop on to npm, and the next start begins again', async () => {
    const stopped = setUp({ NPM_TAKES: '60000' })
    await expect.poll(npmLog, { timeout: 5000 }).toEqual(['came'])
    stopped.child.kill('SIGTERM')
    expect(await stopped.ended).toBe(1)
    expect(stopped.said()).toContain('Stopped while installing')
    expect(await setUp().ended).toBe(0)
  })
})
