import { readFileSync } from 'node:fs'
import { SHIPPED_CHARTER } from '#src/capabilities/charter-folder.ts'
import { parseFacts, ruling, type Charter } from '#src/engines/charter/index.ts'
import {
  declaredFrom,
  difference,
  extendTables,
  inspect,
  shippedTables,
  type Difference,
  type Inspection,
  type Tables,
} from '#src/engines/inspect/index.ts'
import { refuse, Refusal } from '#src/kernel/refusal.ts'
import type { Command, ExitCode, Terminal } from './command.ts'
import { collect, sourceOf, type Found } from './inspect-files.ts'
import { sarif } from './inspect-sarif.ts'
import { harmless, table } from './inspect-table.ts'
import { charterIn } from './load-charter.ts'

const HELP = `guildhall inspect FILE… [--json | --sarif] [options]

Says what an automation's own file shows: models, messages, databases, systems, code, triggers, human review.
Reads exports of n8n, Power Automate (definition, package, solution), Node-RED, Copilot Studio (solution, agent
folder, topic), Flowise, Dify and Langflow. Nothing in a file is run, nothing it names is fetched.
A folder is searched for such files; a folder that holds one Copilot Studio agent is read as one.

  --json                  an array with one entry for each file: facts, evidence, tierFloor, reasons, openQuestions
  --sarif                 SARIF 2.1.0, for tools that show findings beside the file
  --against FILE          also say in words what changed since this older version of the one file given
  --tables FILE           a JSON file with your own systems, hosts and connectors (docs/readers.md)
  --fail-above-tier N     exit 1 when a file alone forces a tier above N (1 to 4)

The tier floor is the lowest tier that the detected facts force under the shipped charter; what the maker declares
can only raise it. Exit codes: 0 fine, 1 a floor above N, 2 a file that can't be used, 3 our fault.

  guildhall inspect reply-bot.json
  guildhall inspect exports/ --json > inspected.json
  guildhall inspect flow.zip --fail-above-tier 2
  guildhall inspect reply-bot.json --against reply-bot.approved.json
`

/** One file's answer; `refused` stands where it could not be read, and then nothing is claimed about it. */
export interface Inspected {
  file: string
  inspection: Inspection | null
  tierFloor: number | null
  reasons: readonly { rule: string; tier: number; because: string }[]
  refused: Refusal | null
  /** Since the version named by --against; left out where none was. */
  difference?: Difference
}

interface Request {
  paths: string[]
  output: 'table' | 'json' | 'sarif'
  failAbove: number | null
  tables: string | null
  against: string | null
}

export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'Say what an automation’s own file shows',
  help: HELP,
  async run(args, terminal) {
    const request = parse(args)
    const charter = await charterIn(SHIPPED_CHARTER)
    const now = Temporal.Now.instant()
    const tables = request.tables === null ? shippedTables : tablesIn(request.tables)
    const results: Inspected[] = []
    let unusable = false
    for await (const found of collect(request.paths)) {
      const result = examine(found, tables, charter, now)
      // A folder holds other files too; only what was named, or is a known format but broken, is the caller's error.
      if (result.refused && !found.named && result.refused.code === 'artifact-not-recognised') continue
      if (result.refused) unusable = true
      results.push(result)
    }
    if (results.length === 0)
      throw refuse(
        'not-found',
        'nothing-to-inspect',
        'There is no automation file here.',
        'Give an export of one of the formats that guildhall inspect --help lists.',
        'FILE',
      )
    if (request.against !== null) compare(results, request.against, tables)
    present(results, request, terminal)
    for (const { file, refused } of results) {
      if (refused) terminal.err(`${harmless(`guildhall inspect: ${file}: ${refused.message}`)}\n  ${refused.blockers[0]?.remedy ?? ''}\n`)
    }
    const above = request.failAbove !== null && results.some(({ tierFloor }) => tierFloor !== null && tierFloor > (request.failAbove ?? 4))
    return answer(unusable, above)
  },
}

const tablesIn = (path: string): Tables => {
  let given: unknown
  try {
    given = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw refuse(
      'invalid',
      'tables-unreadable',
      `${path} can't be read as JSON.`,
      'Check the path; docs/readers.md shows what the file holds.',
      '--tables',
    )
  }
  return extendTables(shippedTables, given)
}

const answer = (unusable: boolean, above: boolean): ExitCode => (unusable ? 2 : above ? 1 : 0)

const examine = (found: Found, tables: Tables, charter: Charter, now: Temporal.Instant): Inspected => {
  try {
    const inspection = inspect(found.source(), tables)
    const { facts, harmless } = declaredFrom(inspection, tables.systems)
    const { range } = ruling(charter, parseFacts(charter, facts), now)
    const { reasons } = ruling(charter, parseFacts(charter, { ...facts, ...harmless }), now)
    return {
      file: found.path,
      inspection,
      tierFloor: range[0],
      reasons: reasons.map(({ rule, tier, because }) => ({ rule, tier, because })),
      refused: null,
    }
  } catch (error) {
    if (error instanceof Refusal) return { file: found.path, inspection: null, tierFloor: null, reasons: [], refused: error }
    throw error
  }
}

/** The older version is read whole before anything is printed: half a comparison would look like "nothing changed". */
const compare = (results: readonly Inspected[], against: string, tables: Tables): void => {
  const [only] = results
  if (!only || results.length > 1)
    throw refuse('invalid', 'one-file', '--against compares one file with its older version.', 'Name one file.', '--against')
  const older = inspect(sourceOf(against), tables)
  if (only.inspection) only.difference = difference(older, only.inspection)
}

const present = (results: readonly Inspected[], { output }: Request, terminal: Terminal): void => {
  if (output === 'json') terminal.out(`${JSON.stringify(results.map(asJson), null, 1)}\n`)
  else if (output === 'sarif') terminal.out(`${JSON.stringify(sarif(results), null, 1)}\n`)
  else terminal.out(table(results, terminal.columns))
}

/** The stable contract. A refused file keeps the shape, with nothing claimed. */
export const asJson = ({ file, inspection, tierFloor, reasons, refused, difference: changed }: Inspected): Record<string, unknown> => ({
  file,
  format: inspection?.format ?? null,
  name: inspection?.name ?? null,
  facts: inspection?.facts ?? null,
  evidence: inspection?.evidence ?? [],
  tierFloor,
  reasons,
  openQuestions: inspection
    ? [...declaredFrom(inspection).ask.map(({ fact, because }) => ({ fact, question: because })), ...inspection.questions]
    : [],
  warnings: inspection?.warnings ?? [refused?.message ?? ''],
  digest: inspection?.digest ?? null,
  ...(changed ? { difference: changed } : {}),
  ...(refused ? { refused: { code: refused.code, reason: refused.message, remedy: refused.blockers[0]?.remedy ?? '' } } : {}),
})

const parse = (args: readonly string[]): Request => {
  const request: Request = { paths: [], output: 'table', failAbove: null, tables: null, against: null }
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    const [name = '', inline] = arg.startsWith('--') ? arg.split('=', 2) : [arg]
    if (name === '--json' || name === '--sarif') {
      const output = name === '--json' ? 'json' : 'sarif'
      if (request.output !== 'table' && request.output !== output)
        throw refuse('invalid', 'two-outputs', '--json and --sarif exclude each other.', 'Choose one form of output.', name)
      request.output = output
    } else if (name === '--fail-above-tier') {
      if (inline === undefined) i += 1
      request.failAbove = tier(inline ?? args[i] ?? '')
    } else if (name === '--tables' || name === '--against') {
      if (inline === undefined) i += 1
      request[name === '--tables' ? 'tables' : 'against'] = inline ?? args[i] ?? ''
    } else if (name.startsWith('-'))
      throw refuse('invalid', 'unknown-option', `There is no option ${name}.`, 'See guildhall inspect --help.', name)
    else request.paths.push(arg)
  }
  if (request.paths.length === 0)
    throw refuse('invalid', 'no-file', 'No file was given.', 'Name the exports to inspect; see guildhall inspect --help.', 'FILE')
  return request
}

const tier = (value: string): number => {
  if (!/^[1-4]$/.test(value))
    throw refuse('invalid', 'bad-tier', `"${value.slice(0, 20)}" is no tier.`, 'Give a number from 1 to 4.', '--fail-above-tier')
  return Number(value)
}
