#!/usr/bin/env node
/*
 * The launcher. Guildhall runs on Node 26; whoever starts it may have an older one. So this file must parse on old
 * Nodes too: no top-level await, no recent syntax. The program itself starts in src/main.ts.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { findNode, oldestNode } from '../scripts/find-node.mjs'

const main = new URL('../src/main.ts', import.meta.url)

/** As `ExitCode` in src/doors/cli/command.ts: nothing was asked or answered, the fault is ours. */
const notRunning = 3

const explain = text => {
  process.stderr.write(text)
  process.exitCode = notRunning
}

const startHere = () =>
  import(main.href).catch(error => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    explain(
      'guildhall: a part of the program is missing, it looks as if it was never set up.\n' +
        `  ${error.message}\n` +
        `  Run \`npm start\` once in ${fileURLToPath(new URL('..', import.meta.url))}\n`,
    )
  })

const startWith = node => {
  // The fourth channel tells the program when this launcher is gone, however it went: it closes on `disconnect`.
  // What this Node was told of memory holds for the one that does the work.
  const child = spawn(node, [...process.execArgv, fileURLToPath(main), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
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
if (runsItself) void startHere()
else {
  const found = findNode()
  if (found.node) startWith(found.node)
  else explain(found.problem)
}
