import { parse, stringify } from 'yaml'
import { assembleCharter } from '#src/engines/charter/assemble.ts'
import { DOCUMENTS } from '#src/engines/charter/documents.ts'
import type { Documents } from '#src/engines/charter/documents.ts'
import { decide, parseFacts } from '#src/engines/charter/index.ts'
import type { Charter } from '#src/engines/charter/index.ts'

export type Edit = (documents: Documents) => Documents

/** Documents as written, as values to edit. */
export const valuesOf = (written: Readonly<Record<string, string>>): Documents =>
  DOCUMENTS.parse(Object.fromEntries(Object.entries(written).map(([name, text]) => [name, parse(text)])))

/**
 * Documents with edits and a version of their own, written as YAML again, with examples that say what the edited rules
 * do: what a careful program lead would propose. Null where the rules no longer compile; a rule that lost its last
 * example is left for the loader to refuse.
 */
export const edited = (before: Documents, version: string, ...edits: readonly Edit[]): Record<string, string> | null => {
  const renamed: Edit = documents => ({ ...documents, 'charter.yaml': { ...documents['charter.yaml'], version } })
  const documents = [renamed, ...edits].reduce((values, edit) => edit(values), before)
  const assembled = assembleCharter(documents)
  if ('errors' in assembled) return null
  const told = { ...documents, 'examples.yaml': retold(assembled.charter, documents) }
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, asYaml(value)]))
}

/** Most documents stay as they are from edit to edit; writing them takes longer than deciding. */
const asYaml = (value: object): string => {
  const text = writings.get(value) ?? stringify(value)
  writings.set(value, text)
  return text
}
const writings = new WeakMap<object, string>()

const retold = (
  charter: Charter,
  { 'examples.yaml': { usual, examples }, 'charter.yaml': { timeZone } }: Documents,
): Documents['examples.yaml'] => {
  const known = new Set(charter.rules.map(({ reportedAs }) => reportedAs))
  return {
    usual,
    examples: examples.flatMap(example => {
      const now = Temporal.PlainDate.from(example.on ?? '2027-01-04')
        .toZonedDateTime(timeZone)
        .toInstant()
      const { tier, range, verdict, reasons, prohibited, guardrails, obligations, approvals } = decide(
        charter,
        parseFacts(charter, { ...usual, ...example.facts }),
        now,
      )
      const fires = [...reasons, ...prohibited, ...guardrails].map(({ rule }) => rule)
      const about = example.about.filter(rule => known.has(rule))
      return about.length === 0
        ? []
        : [{ ...example, about, expect: { tier, range, verdict, fires, obligations: obligations.map(({ id }) => id), approvals } }]
    }),
  }
}

/** A whole number from 0 up to `below`, from a seed that goes on (xorshift32). */
export const dice = (seed: number) => {
  // A small seed gives small numbers at first; multiplied it does not (Knuth’s 2^32 / φ).
  let state = Math.imul(seed, 2_654_435_761)
  return (below: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const at = <T>(list: readonly T[], place: number, change: (entry: T) => T): T[] =>
  list.map((entry, i) => (i === place ? change(entry) : entry))

/** A change that somebody could propose: a rule's tier, condition or words, a rule less, a tool, a kind, a tier's sign-offs. */
export const randomEdit = (roll: (below: number) => number): Edit => {
  // Rules taken out or given another condition mostly lose an example and are refused; the others mostly hold.
  const kind = [0, 0, 0, 0, 1, 2, 3, 4, 4, 5, 6, 6][roll(12)]
  const [one, other, tier] = [roll(1_000), roll(1_000), ([1, 2, 3, 4, 4, 4] as const)[roll(6)] ?? 1]
  return documents => {
    const { rules, tiers } = documents['tiers.yaml']
    const { tools } = documents['tools.yaml']
    const { kinds } = documents['scope.yaml']
    const { dataClasses } = documents['data-classes.yaml']
    const withTiers = (change: Partial<Documents['tiers.yaml']>): Documents => ({
      ...documents,
      'tiers.yaml': { ...documents['tiers.yaml'], ...change },
    })
    switch (kind) {
      case 0:
        return withTiers({ rules: at(rules, one % rules.length, rule => ({ ...rule, tier })) })
      case 1:
        return withTiers({
          rules: at(rules, one % rules.length, rule => ({ ...rule, when: rules[other % rules.length]?.when ?? rule.when })),
        })
      case 2:
        return withTiers({
          rules: at(rules, one % rules.length, rule => ({
            ...rule,
            because: { en: `Because of change ${other}.`, de: `Wegen Änderung ${other}.` },
          })),
        })
      case 3:
        return withTiers({ rules: rules.filter((_, i) => i !== one % rules.length) })
      case 4: {
        const dataClass = dataClasses[other % dataClasses.length]?.id ?? ''
        const toggle = (list: string[]) => (list.includes(dataClass) ? list.filter(one => one !== dataClass) : [...list, dataClass])
        return {
          ...documents,
          'tools.yaml': {
            ...documents['tools.yaml'],
            tools: at(tools, one % tools.length, tool => ({ ...tool, approvedFor: toggle(tool.approvedFor) })),
          },
        }
      }
      case 5:
        return {
          ...documents,
          'scope.yaml': { ...documents['scope.yaml'], kinds: at(kinds, one % kinds.length, each => ({ ...each, enabled: !each.enabled })) },
        }
      default:
        return withTiers({
          tiers: at(tiers, 1 + (one % 2), each => ({
            ...each,
            approvals: each.approvals.includes('legal') ? each.approvals.filter(role => role !== 'legal') : [...each.approvals, 'legal'],
          })),
        })
    }
  }
}

/** One rule in another tier. */
export const withTier =
  (id: string, tier: 1 | 2 | 3 | 4): Edit =>
  documents => ({
    ...documents,
    'tiers.yaml': {
      ...documents['tiers.yaml'],
      rules: documents['tiers.yaml'].rules.map(rule => (rule.id === id ? { ...rule, tier } : rule)),
    },
  })
