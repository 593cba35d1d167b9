#!/usr/bin/env node
/*
 * The launcher. Guildhall runs on Node 26; whoever starts it may have an older one. So this file must parse on old
 * Nodes too: no top-level await, no recent syntax. The program itself starts in src/main.ts.
 */
import { spawn } from 'node:child_process'
import * as modules from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { findNode, oldestNode } from '../scripts/find-node.mjs'

const here = fileURLToPath(import.meta.url)
const main = new URL('../src/main.ts', import.meta.url)
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))

/** As `ExitCode` in src/doors/cli/command.ts: nothing was asked or answered, the fault is ours. */
const notRunning = 3

const explain = text => {
  process.stderr.write(text)
  process.exitCode = notRunning
}

const startHere = () => {
  // Halves the processor time of a start from the second one on, and leaves out what compiles TypeScript, some 25 MB. Before the
  // program's first file, for the sake of that file; where the directory can't be written, nothing happens.
  modules.enableCompileCache(compiled)
  return import(main.href).catch(error => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    explain(
      'guildhall: a part of the program is missing, it looks as if it was never set up.\n' +
        `  ${error.message}\n` +
        `  Run \`npm start\` once in ${fileURLToPath(new URL('..', import.meta.url))}\n`,
    )
  })
}

/**
 * For a server. glibc gives each thread a heap of its own and takes nothing back from it; one for all of them holds 25 to 30 MB less, and no
 * request costs more by it. Its documentation: `mallopt(3)`, MALLOC_ARENA_MAX.
 */
const environment = () => ({ MALLOC_ARENA_MAX: '1', ...process.env })

const startWith = node => {
  // The fourth channel tells the program when this launcher is gone, however it went: it closes on `disconnect`.
  // What this Node was told of memory holds for the one that does the work.
  const child = spawn(node, [...process.execArgv, here, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environment(),
  })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // A terminal sends Ctrl-C to the whole group, so the program has it already and decides when it is done.
  process.on('SIGINT', () => {})
  child.on('error', error => explain(`guildhall: could not start ${node}: ${error.message}\n`))
  child.on('exit', (code, signal) => {
    process.exitCode = code === null ? 128 + constants.signals[signal] : code
  })
}

const runsItself = Number(process.versions.node.split('.')[0]) >= oldestNode
// Whoever began us with a channel keeps the process that they began.
const asItIs = process.platform !== 'linux' || process.argv[2] !== 'serve' || 'MALLOC_ARENA_MAX' in process.env || process.connected
if (runsItself && asItIs) void startHere()
// What a process is told of its heaps it is told when it begins, so this one begins once more, in its own place.
else if (runsItself) process.execve(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], environment())
else {
  const found = findNode()
  if (found.node) startWith(found.node)
  else explain(found.problem)
}
