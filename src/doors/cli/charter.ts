import { parseArgs } from 'node:util'
import { SHIPPED_CHARTER } from '#src/capabilities/charter-folder.ts'
import {
  changeText,
  difference,
  impact,
  LANGUAGES,
  problemText,
  runExamples,
  type Charter,
  type Effect,
  type Language,
  type Rule,
  type Solution,
} from '#src/engines/charter/index.ts'
import { refuse, type Refusal } from '#src/kernel/refusal.ts'
import type { Command, ExitCode, Terminal } from './command.ts'
import { fileLines } from './file-lines.ts'
import { charterIn, loadCharterFolder } from './load-charter.ts'

const HELP = `guildhall charter: look into the rules.

  guildhall charter test [FOLDER]
      Check a charter's documents and run its own examples. Each error has its file, line and column.
  guildhall charter explain RULE [--charter FOLDER] [--lang LANGUAGE]
      One rule in words: what it looks at, where it comes from, and examples on both sides.
  guildhall charter diff FOLDER FOLDER [--json] [--lang LANGUAGE]
      What changed from the first charter to the second.
  guildhall charter impact OLD NEW FACTS.jsonl [--json]
      What the new charter would change for these solutions: one facts object with an "id" a line.

Exit codes: 0 fine, 1 the charter has something to mend, 2 input that can’t be used.
`

const MAX_LINE = 1_000_000

export const charterCommand: Command = {
  name: 'charter',
  summary: 'Test the rules, explain one, or see what a change would do',
  help: HELP,
  async run(args, terminal) {
    const { what, names, json, language, folder } = readArguments(args)
    switch (what) {
      case 'test':
        return testCharter(one(names, 0, 1, 'test takes at most one folder.') ?? SHIPPED_CHARTER, terminal)
      case 'explain':
        return explain(await charterIn(folder), one(names, 1, 1, 'Name one rule to explain.') ?? '', language, terminal)
      case 'diff': {
        const [before = '', after = ''] = exactly(names, 2, 'Name two folders to compare.')
        return showDifference(await charterIn(before), await charterIn(after), json, language, terminal)
      }
    }
    const [before = '', after = '', facts = ''] = exactly(names, 3, 'Name the old charter, the new one, and a file of facts.')
    return showImpact(await charterIn(before), await charterIn(after), facts, json, terminal)
  },
}

const testCharter = async (folder: string, terminal: Terminal): Promise<ExitCode> => {
  const loaded = await loadCharterFolder(folder)
  if (!loaded.ok) {
    for (const problem of loaded.problems) terminal.out(`${problemText(problem)}\n`)
    terminal.out(`\n${loaded.problems.length} to mend.\n`)
    return 1
  }
  const { charter } = loaded
  terminal.out(
    `${charter.title.en}, version ${charter.version}\n${charter.rules.length} rules, ${charter.documents['examples.yaml'].examples.length} examples, all hold.\ndigest ${charter.digest}\n`,
  )
  return 0
}

const explain = (charter: Charter, id: string, language: Language, terminal: Terminal): ExitCode => {
  const rules = charter.rules.filter(rule => rule.id === id || rule.reportedAs === id)
  if (rules.length === 0)
    throw refuse(
      'not-found',
      'no-such-rule',
      `There is no rule "${id.slice(0, 60)}".`,
      `Write one of: ${charter.rules.map(rule => rule.id).join(', ')}.`,
    )
  for (const rule of rules) terminal.out(ruleText(charter, rule, language))
  const shown = runExamples(charter).filter(({ example }) => example.about.includes(id))
  for (const fires of [true, false]) {
    const side = shown.filter(result => result.fires.includes(id) === fires)
    if (side.length > 0) terminal.out(`\n${fires ? 'It fires:' : 'It does not fire:'}\n`)
    for (const { example } of side) terminal.out(`  ${example.title[language]} (tier ${example.expect.tier}, ${example.expect.verdict})\n`)
  }
  return 0
}

const ruleText = (charter: Charter, rule: Rule, language: Language): string =>
  [
    `${rule.title[language]} (${rule.id}${rule.tier === null ? '' : `, tier ${rule.tier}`}, ${rule.kind})`,
    `  ${withGaps(rule.because[language])}`,
    ...(rule.remedy === null ? [] : [`  → ${withGaps(rule.remedy[language])}`]),
    `  when    ${rule.when}`,
    `  asks    ${rule.facts.map(fact => charter.questions.find(({ id }) => id === fact)?.title[language] ?? fact).join(' ')}`,
    `  source  ${rule.source} (checked ${rule.checked})`,
    ...(rule.validFrom === null && rule.validUntil === null ? [] : [`  valid   ${rule.validFrom ?? '…'} until ${rule.validUntil ?? '…'}`]),
    '',
  ].join('\n')

/** A sentence of a rule with its gaps shown as such: what fills them depends on the facts. */
const withGaps = (sentence: string): string => sentence.replaceAll(/\{[^{}]*\}/g, '…')

const showDifference = (before: Charter, after: Charter, json: boolean, language: Language, terminal: Terminal): ExitCode => {
  const changes = difference(before, after)
  if (json) terminal.out(`${JSON.stringify(changes)}\n`)
  else for (const change of changes) terminal.out(`${changeText(change, language)}\n`)
  return 0
}

const showImpact = async (before: Charter, after: Charter, file: string, json: boolean, terminal: Terminal): Promise<ExitCode> => {
  const solutions: Solution[] = []
  for await (const line of fileLines(file, MAX_LINE)) if (line.trim() !== '') solutions.push(solutionOf(line, solutions.length + 1))
  const result = impact(before, after, solutions, Temporal.Now.instant())
  if (json) terminal.out(`${JSON.stringify(result)}\n`)
  else {
    for (const effect of result.effects) terminal.out(`${effectText(effect)}\n`)
    for (const { id, charter, blockers } of result.unreadable)
      terminal.out(
        `${id}: charter ${charter} can’t read it: ${blockers.map(({ field, reason }) => `${field ?? 'facts'}: ${reason}`).join(' ')}\n`,
      )
    terminal.out(`${result.compared} compared, ${result.effects.length} change, ${result.unreadable.length} unreadable.\n`)
  }
  return result.unreadable.length > 0 ? 2 : 0
}

const solutionOf = (line: string, number: number): Solution => {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    throw refuse('invalid', 'facts-unreadable', `Line ${number} is not JSON.`, 'Write one facts object a line.')
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw refuse('invalid', 'facts-unreadable', `Line ${number} is not a facts object.`, 'Write one facts object a line.')
  const { id, ...facts }: { id?: unknown } = read
  return { id: typeof id === 'string' ? id : `line ${number}`, facts }
}

const effectText = ({
  id,
  tier,
  verdict,
  newlyProhibited,
  newlyBlocked,
  noLongerProhibited,
  noLongerBlocked,
  approvals,
  obligations,
}: Effect): string => {
  const list = (words: string, ids: readonly string[]) => (ids.length === 0 ? [] : [`${words} ${ids.join(', ')}`])
  return `${id}: ${[
    ...(tier.before === tier.after ? [] : [`tier ${tier.before} → ${tier.after}`]),
    ...(verdict.before === verdict.after ? [] : [`${verdict.before} → ${verdict.after}`]),
    ...list('newly prohibited by', newlyProhibited),
    ...list('no longer prohibited by', noLongerProhibited),
    ...list('newly blocked by', newlyBlocked),
    ...list('no longer blocked by', noLongerBlocked),
    ...(approvals.before.join() === approvals.after.join()
      ? []
      : [`sign-offs ${approvals.before.join(', ') || 'none'} → ${approvals.after.join(', ') || 'none'}`]),
    ...list('new duties', obligations.added),
    ...list('duties gone', obligations.removed),
  ].join('; ')}`
}

type What = 'test' | 'explain' | 'diff' | 'impact'
const usage = (reason: string): Refusal => refuse('invalid', 'bad-arguments', reason, 'See guildhall charter --help.')

const readArguments = (args: string[]): { what: What; names: readonly string[]; json: boolean; language: Language; folder: string } => {
  const { values, positionals } = parsed(args)
  const [word, ...names] = positionals
  const what = (['test', 'explain', 'diff', 'impact'] as const).find(known => known === word)
  if (what === undefined)
    throw usage(
      word === undefined
        ? 'Say what to do: test, explain, diff or impact.'
        : `"${word.slice(0, 40)}" is not one of test, explain, diff, impact.`,
    )
  const language = LANGUAGES.find(known => known === (values.lang ?? 'en'))
  if (language === undefined) throw usage(`Write one of ${LANGUAGES.join(', ')} as the language.`)
  return { what, names, json: values.json ?? false, language, folder: values.charter ?? SHIPPED_CHARTER }
}

const parsed = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, lang: { type: 'string' }, charter: { type: 'string' } },
    })
  } catch (error) {
    throw usage(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}

const one = (names: readonly string[], least: number, most: number, reason: string): string | undefined => {
  if (names.length < least || names.length > most) throw usage(reason)
  return names[0]
}

const exactly = (names: readonly string[], count: number, reason: string): readonly string[] => {
  if (names.length !== count) throw usage(reason)
  return names
}
