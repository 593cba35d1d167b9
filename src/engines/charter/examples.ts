/** A charter carries its own proof: each example says what must come out, and each rule is shown from both sides. */
import type { Charter } from './charter.ts'
import { decide } from './decide.ts'
import type { Documents } from './documents.ts'
import { parseFacts } from './facts.ts'
import { packsOff } from './rules.ts'
import { Refusal } from '#src/kernel/refusal.ts'

export type Example = Documents['examples.yaml']['examples'][number]

export interface ExampleFailure {
  /** Place in the list of examples. */
  index: number
  id: string
  wrong: string
  instead: string
}

export interface ExampleResult {
  example: Example
  /** Ids of the tier rules, prohibitions and guardrails that fired, in the order of the decision. */
  fires: readonly string[]
  failures: readonly ExampleFailure[]
}

/** The first instant an example speaks of when it names no day: rules with a beginning are shown with one. */
const USUAL_DAY = '2027-01-04'

export const runExamples = (charter: Charter): readonly ExampleResult[] => {
  const { usual, examples } = charter.documents['examples.yaml']
  const off = packsOff(charter.documents)
  return examples.flatMap((example, index) =>
    example.pack !== undefined && off.has(example.pack) ? [] : [runExample(charter, usual, example, index)],
  )
}

const runExample = (charter: Charter, usual: Readonly<Record<string, unknown>>, example: Example, index: number): ExampleResult => {
  const failures: ExampleFailure[] = []
  const fail = (wrong: string, instead: string) =>
    failures.push({ index, id: example.id, wrong: `Example ${example.id}: ${wrong}`, instead })
  const now = Temporal.PlainDate.from(example.on ?? USUAL_DAY)
    .toZonedDateTime(charter.documents['charter.yaml'].timeZone)
    .toInstant()
  try {
    const decision = decide(charter, parseFacts(charter, { ...usual, ...example.facts }), now)
    const fires = [...decision.reasons, ...decision.prohibited, ...decision.guardrails].map(({ rule }) => rule)
    const { expect } = example
    const differ = (what: string, expected: string, found: string) => {
      if (expected !== found)
        fail(`${what} is ${found || 'none'}, not ${expected || 'none'}.`, 'Correct the rule, or the example if the rule is right.')
    }
    differ('the tier', String(expect.tier), String(decision.tier))
    if (expect.range !== undefined) differ('the range', expect.range.join('–'), decision.range.join('–'))
    differ('the verdict', expect.verdict, decision.verdict)
    differ('what fires', expect.fires.toSorted().join(', '), fires.toSorted().join(', '))
    if (expect.obligations !== undefined)
      differ(
        'the list of obligations',
        expect.obligations.toSorted().join(', '),
        decision.obligations
          .map(({ id }) => id)
          .toSorted()
          .join(', '),
      )
    if (expect.approvals !== undefined) differ('the list of sign-offs', expect.approvals.join(', '), decision.approvals.join(', '))
    return { example, fires: [...fires, ...decision.obligations.map(({ id }) => id)], failures }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const { field, reason, remedy } of error.blockers) fail(`${field ?? 'facts'}: ${reason}`, remedy)
    return { example, fires: [], failures }
  }
}

/** Rules that no example shows firing, or none shows at rest although it names them. */
export const unproven = (charter: Charter, results: readonly ExampleResult[]): readonly { rule: string; missing: 'fires' | 'rests' }[] => {
  const ids = [...new Set(charter.rules.map(({ reportedAs }) => reportedAs))]
  return ids.flatMap(rule => {
    const about = results.filter(({ example }) => example.about.includes(rule))
    const missing: ('fires' | 'rests')[] = []
    if (!about.some(({ fires }) => fires.includes(rule))) missing.push('fires')
    if (!about.some(({ fires }) => !fires.includes(rule))) missing.push('rests')
    return missing.map(side => ({ rule, missing: side }))
  })
}
