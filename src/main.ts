import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command, Terminal } from '#src/doors/cli/index.ts'
import { runCommand } from '#src/doors/cli/index.ts'

/*
 * Read this first. `serve` (src/serve.ts) puts the program together: config → store → ledger → operations → HTTP door.
 * Every other command is a way in from the terminal: some read files and need nothing else, the rest call operations.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Loaded when asked for: `guildhall scan` should not pay for a database driver, nor break with a broken charter. */
const sources: readonly (() => Promise<readonly Command[]>)[] = [
  async () => (await import('./offline-commands.ts')).offlineCommands,
  async () => (await import('./program-commands.ts')).programCommands({ root, version }),
]

const terminal: Terminal = {
  stdin: process.stdin,
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  interactive: process.stdout.isTTY,
  columns: process.stdout.columns || 80,
}

process.exitCode = await runCommand(sources, process.argv.slice(2), terminal, version)
// Whoever listens for the launcher's end keeps its channel open, and with it this process.
if (process.connected) process.disconnect?.()
