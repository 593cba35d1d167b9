import { nearest } from '#src/kernel/nearest.ts'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import type { Command, ExitCode, Terminal } from './command.ts'
import { refusalText } from './command.ts'

/** Gives commands when asked; loading them may cost time or fail, so it happens only when needed. */
export type CommandSource = () => Promise<readonly Command[]>

/**
 * Runs the command that the arguments name. Whatever happens, the exit code says whose turn it is: 2 the caller's,
 * 3 ours; a stack trace is shown only where GUILDHALL_DEBUG asks for it.
 */
export const runCommand = async (
  sources: readonly CommandSource[],
  args: string[],
  terminal: Terminal,
  version: string,
): Promise<ExitCode> => {
  const [name = 'help', ...rest] = args
  try {
    if (name === '--version' || name === '-v') return say(terminal, `${version}\n`)
    if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) return say(terminal, overview(await all(sources)))
    const helpFor = name === 'help' ? rest[0] : rest.includes('--help') || rest.includes('-h') ? name : undefined
    const command = await find(sources, helpFor ?? name)
    return helpFor === undefined ? await command.run(rest, terminal) : say(terminal, command.help)
  } catch (error) {
    return explain(error, name, terminal)
  }
}

const explain = (error: unknown, name: string, terminal: Terminal): ExitCode => {
  if (error instanceof Refusal) {
    terminal.err(refusalText(name, error))
    return error.kind === 'unavailable' ? 3 : 2
  }
  const debug = process.env['GUILDHALL_DEBUG'] !== undefined
  terminal.err(`guildhall ${name}: something in Guildhall failed; this is our fault.\n`)
  terminal.err(
    debug ? `${error instanceof Error ? error.stack : String(error)}\n` : '  Run it again with GUILDHALL_DEBUG=1 to see where.\n',
  )
  return 3
}

const all = async (sources: readonly CommandSource[]): Promise<Command[]> => (await Promise.all(sources.map(load => load()))).flat()

/** @throws Refusal `no-such-command` */
const find = async (sources: readonly CommandSource[], name: string): Promise<Command> => {
  for (const load of sources) {
    const found = (await load()).find(command => command.name === name)
    if (found) return found
  }
  const near = nearest(
    name.slice(0, 40),
    (await all(sources)).map(command => command.name),
  )
  throw refuse(
    'invalid',
    'no-such-command',
    `There is no command “${name.slice(0, 60)}”.`,
    `${near === undefined ? '' : `Did you mean \`guildhall ${near}\`? `}\`guildhall help\` lists them all.`,
  )
}

const say = (terminal: Terminal, text: string): ExitCode => {
  terminal.out(text)
  return 0
}

const overview = (commands: readonly Command[]): string => {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'guildhall: run a citizen AI developer program',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'guildhall help COMMAND tells more. Exit codes: 0 fine, 1 a finding you asked to fail on, 2 input that can’t be used, 3 our fault.',
    '',
  ].join('\n')
}
