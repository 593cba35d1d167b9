/*
 * What `npm test`, `check`, `dev`, `bench`, `generate`, `screenshots`, `demo-seed` and `faults` do: node scripts/task.mjs <task> [more for its last
 * tool]. Every tool runs on the Node that the project brings, whatever the shell has. Stops at the first step that
 * fails, with its exit code.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode } from './find-node.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [task = '', ...more] = process.argv.slice(2)

const { node, problem } = findNode()
if (!node) {
  process.stderr.write(problem)
  process.exit(1)
}
// For what the tools start themselves.
const environment = { ...process.env, PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) }

/** The script behind a package's command, so that no platform needs a shell to run it. */
const tool = (name, command = name) => {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

const start = args => spawn(node, args, { cwd: root, env: environment, stdio: 'inherit' })

const ended = child =>
  new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })

// Ctrl-C reaches the tools by themselves; we stay to pass on how they ended.
process.on('SIGINT', () => {})

const run = async (name, args) => {
  const began = Date.now()
  const code = await ended(start(args))
  if (code !== 0) process.exit(code)
  return `${name.padEnd(8)} ${((Date.now() - began) / 1000).toFixed(1)} s`
}

const step = async (name, args) => console.log(await run(name, args))

const types = async () => {
  await step('types', [tool('typescript', 'tsc'), '-p', 'tsconfig.json'])
  if (existsSync(join(root, 'web', 'tsconfig.json'))) await step('web', [tool('typescript', 'tsc'), '-p', 'web/tsconfig.json'])
}
const lint = () => step('lint', [tool('oxlint'), '--type-aware'])
const layout = () =>
  step('layout', [
    tool('prettier'),
    '--check',
    '--cache',
    '--cache-location=node_modules/.cache/layout',
    '--log-level=warn',
    '{src,web,test,bench,scripts,bin}/**/*.{ts,tsx,mjs}',
  ])
/** Files, exports and packages that nobody uses. */
const unused = () => step('unused', [tool('knip'), '--no-progress'])
/** Side by side: each of them leaves a core idle for half its time. */
const looks = () => Promise.all([types(), lint(), layout(), unused()])
const vitest = (...args) => run('tests', [tool('vitest'), 'run', ...args, ...more])

/** `GUILDHALL_TEST_PROJECT=unit,pg` runs these rings only; without it all but the long programmes. */
const rings = (process.env.GUILDHALL_TEST_PROJECT ?? 'unit,pg,pglite,browser').split(',').map(name => `--project=${name.trim()}`)

const tasks = {
  async test() {
    await looks()
    await vitest(...rings)
  },
  async check() {
    await looks()
    await vitest('--project=unit', 'test/house')
  },
  faults: () => vitest('--project=faults', '--project=pglite-rules'),
  generate: () => run('generate', ['scripts/generate/write.ts']),
  /** A picture of every page, or of those whose name holds the word given; README's is one of them. */
  screenshots: () => step('pictures', ['scripts/screenshots.ts', ...more]),
  /** Lets the made-up company live its year, and writes what came of it to demo/company.seed. Takes minutes. */
  async 'demo-seed'() {
    const folder = mkdtempSync(join(tmpdir(), 'guildhall-seed-'))
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
    await step('year', ['bin/guildhall.mjs', 'simulate', '--out', folder, ...more])
    await step('seed', ['scripts/generate/seed.ts', folder])
  },
  /** Runs every bench/*.bench.ts, or those whose path holds one of the words given. */
  async bench() {
    const all = readdirSync(join(root, 'bench'), { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.bench.ts'))
    for (const path of all.sort()) {
      if (more.length > 0 && !more.some(word => path.includes(word))) continue
      console.log(`\n${path}`)
      await step('done in', [join('bench', path)])
    }
  },
  /** The server, started anew at each change, and the web pages, built anew at each change. Ends when one of them ends. */
  async dev() {
    const both = [
      start(['--watch', '--watch-preserve-output', '--watch-path=src', '--watch-path=charter', 'bin/guildhall.mjs', 'serve', ...more]),
    ]
    if (existsSync(join(root, 'web', 'index.html')))
      both.push(
        start([
          tool('vite'),
          'build',
          'web',
          '--watch',
          '--outDir',
          'dist',
          '--emptyOutDir',
          '--mode',
          'development',
          '--logLevel',
          'warn',
        ]),
      )
    const stop = () => both.forEach(child => child.kill('SIGTERM'))
    process.on('SIGTERM', stop)
    const code = await Promise.race(both.map(ended))
    stop()
    process.exitCode = code
  },
}

if (Object.hasOwn(tasks, task)) await tasks[task]()
else {
  process.stderr.write(`task: there is no task "${task}"; there are ${Object.keys(tasks).join(', ')}\n`)
  process.exitCode = 2
}
