import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { outlook, promiseDates, remedies, verdict } from '#src/engines/planning/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { readAssumptions } from './capacity-assumptions.ts'
import { capacityReport, type CapacityAnswer } from './capacity-report.ts'
import type { Command } from './command.ts'

const HELP = `guildhall capacity ASSUMPTIONS.yaml [--json] [--seed N]

Can the review team keep its promise? Simulates the team on its calendar with what comes to it, says so in plain words,
and tries what would fix it. docs/examples/capacity.yaml shows what to write down; docs/planning.md explains the answer.

  --json    everything found, as JSON
  --seed N  another course of luck (1 when left out); the same seed gives the same bytes

Exit codes: 0 fine, 2 input that can’t be used, 3 our fault.

  guildhall capacity docs/examples/capacity.yaml
`

export const capacityCommand: Command = {
  name: 'capacity',
  summary: 'Say whether the review team can keep its promise, and what would fix it',
  help: HELP,
  async run(args, terminal) {
    const { file, json, seed } = parse(args)
    const { scenario, wanted, replications, dateConfidence } = readAssumptions(await read(file))
    const experiment = { seed, replications }
    const found = outlook(scenario, experiment)
    const answer: CapacityAnswer = {
      verdict: verdict(found, wanted),
      wanted,
      outlook: found,
      remedies: remedies(scenario, found, wanted, experiment),
      dates: promiseDates(scenario, { ...experiment, confidence: dateConfidence }),
      dateConfidence,
    }
    terminal.out(json ? `${JSON.stringify(answer, null, 2)}\n` : capacityReport(scenario, answer, terminal.columns))
    return 0
  },
}

const parse = (args: string[]): { file: string; json: boolean; seed: number } => {
  const { values, positionals } = parsed(args)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) {
    throw refuse('invalid', 'one-file', 'Name one file of assumptions.', 'Begin with a copy of docs/examples/capacity.yaml.', 'ASSUMPTIONS')
  }
  const seed = Number(values.seed)
  if (!/^\d{1,15}$/.test(values.seed)) throw refuse('invalid', 'bad-seed', `"${values.seed}" is no seed.`, 'Give a whole number.', '--seed')
  return { file, json: values.json, seed }
}

const parsed = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
    })
  } catch (error) {
    throw refuse(
      'invalid',
      'unknown-option',
      error instanceof Error ? error.message : 'An option can’t be read.',
      'See guildhall capacity --help.',
    )
  }
}

const MOST_BYTES = 4 * 1024 * 1024

const read = async (file: string): Promise<string> => {
  const bytes = await readFile(file).catch(() => {
    throw refuse('not-found', 'file-not-readable', `${file} can’t be read.`, 'Check the path and your access to it.', 'ASSUMPTIONS')
  })
  if (bytes.length > MOST_BYTES)
    throw refuse('too-large', 'input-too-large', `${file} is larger than 4 MB.`, 'Leave out what is not needed.', 'ASSUMPTIONS')
  return bytes.toString('utf8')
}
