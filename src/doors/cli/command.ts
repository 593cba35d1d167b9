import type { Readable } from 'node:stream'
import type { Refusal } from '#src/kernel/refusal.ts'

/**
 * One word after `guildhall`. A command reads its arguments, calls one operation or one engine, prints, and answers
 * with an exit code; it holds no rule of its own. It throws a `Refusal` for input it can't use (exit 2).
 */
export interface Command {
  name: string
  /** One line, for the list of commands. */
  summary: string
  /** The full help text: synopsis, options, examples. */
  help: string
  run(args: string[], terminal: Terminal): Promise<ExitCode>
}

/** What a command may touch of the outside, so that tests can run it in the same process. */
export interface Terminal {
  stdin: Readable
  out(text: string): void
  err(text: string): void
  /** Whether a person reads `out` as it comes. */
  interactive: boolean
  /** Width of that person's window in characters; 80 where unknown. */
  columns: number
}

/** 0 fine · 1 a finding or a verdict the caller asked to fail on · 2 input that can't be used · 3 our fault. */
export type ExitCode = 0 | 1 | 2 | 3

/** A refusal as lines for people: what is wrong, where, and what to do. */
export const refusalText = (command: string, refusal: Refusal): string =>
  refusal.blockers.map(({ field, reason, remedy }) => `guildhall ${command}: ${field ? `${field}: ` : ''}${reason}\n  ${remedy}\n`).join('')
