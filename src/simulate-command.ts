import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from '#src/doors/cli/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { configFor, readSettings } from './config.ts'
import { shippedCharter } from './shipped-charter.ts'
import { simulate } from './simulate.ts'
import { InvariantBroken } from './simulation/day-end.ts'
import { summaryText } from './simulation/history.ts'

const help = `Lets a made-up company live a year in some minutes: people register, review, change, hand over and retire solutions through
the API, on a clock of its own, and each evening everything that must hold is checked. docs/simulation.md tells more.

  guildhall simulate [--seed N] [--days N] [--from DATE] [--out DIR] [--verbose]

  --seed N     Another company, another course of luck; 1 when left out. The same seed, days and date give the same history.
  --days N     How many days; 365 when left out.
  --from DATE  The first day; 2025-11-24 when left out.
  --out DIR    A new directory for the data; simulated when left out. Where DATABASE_URL names an empty PostgreSQL, only keys go there.
  --verbose    Tells each day and what was refused, not only each month.

Look around in it afterwards: GUILDHALL_DEMO=1 GUILDHALL_DATA=DIR npm start

Exit codes: 0 fine, 1 something did not hold, 2 input that can’t be used, 3 our fault.
`

/** `guildhall simulate`: a year of a company, and whether everything held. */
export const simulateCommand = ({ root, version }: { root: string; version: string }): Command => ({
  name: 'simulate',
  summary: 'Let a made-up company live a year, and check each day that everything holds.',
  help,
  async run(args, terminal) {
    const { seed, days, from, out, verbose } = read(args)
    const config = configFor({ ...readSettings(root, { ...process.env, GUILDHALL_DEMO: '1', GUILDHALL_DATA: out }), base: out }, true)
    const began = performance.now()
    try {
      const summary = await simulate(
        config,
        { root, version, shipped: await shippedCharter() },
        {
          seed,
          days,
          from,
          tell: (text, often) => {
            if (often === 'monthly' || verbose) terminal.out(`  ${text}\n`)
          },
        },
      )
      terminal.out(summaryText(summary, (performance.now() - began) / 1_000))
      return 0
    } catch (error) {
      if (!(error instanceof InvariantBroken)) throw error
      terminal.err(`guildhall simulate: seed ${seed}: after ${error.day} something does not hold.\n`)
      for (const { rule, about } of error.faults) terminal.err(`  ${about} ${rule}\n`)
      return 1
    }
  },
})

const LONGEST = 1_000

const read = (args: string[]) => {
  const { seed, days, from, out, verbose } = parsed(args)
  if (!/^\d{1,9}$/.test(seed))
    throw refuse('invalid', 'bad-seed', `“${seed.slice(0, 40)}” is no seed.`, 'Give a whole number of up to nine digits.', '--seed')
  if (!/^\d{1,4}$/.test(days) || Number(days) < 1 || Number(days) > LONGEST)
    throw refuse(
      'invalid',
      'bad-days',
      `“${days.slice(0, 40)}” is no number of days.`,
      `Give a whole number from 1 to ${LONGEST}.`,
      '--days',
    )
  return { seed: Number(seed), days: Number(days), from: dateFrom(from), out: emptyDirectory(out), verbose }
}

const parsed = (args: string[]) => {
  try {
    return parseArgs({
      args,
      options: {
        seed: { type: 'string', default: '1' },
        days: { type: 'string', default: '365' },
        from: { type: 'string', default: '2025-11-24' },
        out: { type: 'string', default: 'simulated' },
        verbose: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw refuse(
      'invalid',
      'bad-arguments',
      error instanceof Error ? error.message : 'An option can’t be read.',
      'See guildhall help simulate.',
    )
  }
}

const dateFrom = (text: string): Temporal.PlainDate => {
  if (/^\d{4}-\d\d-\d\d$/.test(text))
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' })
    } catch {
      // No such day: said below, like everything else that is none.
    }
  throw refuse('invalid', 'bad-date', `“${text.slice(0, 40)}” is no date.`, 'Write a day such as 2025-11-24.', '--from')
}

/** Nothing that somebody made is written over. */
const emptyDirectory = (named: string): string => {
  const directory = resolve(named)
  const holds = existsSync(directory) ? entriesOf(directory, named) : []
  if (holds.length > 0)
    throw refuse('conflict', 'not-empty', `The directory ${named} is not empty.`, 'Name a new one, or move away what is there.', '--out')
  return directory
}

const entriesOf = (directory: string, named: string): string[] => {
  try {
    return readdirSync(directory)
  } catch {
    throw refuse('invalid', 'no-directory', `${named} is no directory that can be read.`, 'Name a new directory.', '--out')
  }
}
