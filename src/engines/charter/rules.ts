/** A charter's rules, each with its condition worked out over facts. */
import { ConditionError } from './cel.ts'
import { compileCondition, type Condition } from './condition.ts'
import type { Documents, Text } from './documents.ts'
import { TIER, type FactSpace, type Tier } from './space.ts'

export type RuleKind = 'tier' | 'prohibited' | 'guardrail' | 'obligation'

export interface Rule {
  kind: RuleKind
  /** Its own id. */
  id: string
  /** The id under which decisions name it. */
  reportedAs: string
  title: Text
  when: string
  because: Text
  remedy: Text | null
  /** For tier rules. */
  tier: Tier | null
  source: string
  checked: string
  validFrom: string | null
  validUntil: string | null
  condition: Condition
  /** The questions it reads, in the charter's order. */
  facts: readonly string[]
  /** By fact: the values that speak for it, for the words of its reason. */
  looksAt: ReadonlyMap<number, ReadonlySet<number>>
}

/** What is wrong with a rule. */
export interface RuleError {
  document: 'tiers.yaml' | 'prohibited.yaml' | 'guardrails.yaml' | 'obligations.yaml'
  path: readonly (string | number)[]
  /** Its condition, or what is wrong where no condition is. */
  text: string
  error: ConditionError | null
}

type WrittenRule = Pick<Rule, 'id' | 'title' | 'when' | 'because' | 'source' | 'checked'> &
  Partial<Record<'validFrom' | 'validUntil' | 'reportedAs' | 'pack', string | undefined>> & { tier?: Tier; remedy?: Text }

/** Sector packs that are switched off, and with them their rules and examples. */
export const packsOff = (documents: Documents): ReadonlySet<string> =>
  new Set(documents['sectors.yaml'].packs.filter(({ enabled }) => !enabled).map(({ id }) => id))

/** Every rule that is on, with its condition worked out, or what is wrong with the conditions. */
export const compileRules = (documents: Documents, space: FactSpace): { rules: readonly Rule[]; errors: readonly RuleError[] } => {
  const errors: RuleError[] = []
  const rules: Rule[] = []
  const off = packsOff(documents)
  const add = (kind: RuleKind, document: RuleError['document'], list: string, written: readonly WrittenRule[]) => {
    written.forEach((rule, index) => {
      if (rule.pack !== undefined && off.has(rule.pack)) return
      try {
        const condition = compileCondition(rule.when, space, kind === 'obligation')
        const { id, title, when, because, source, checked } = rule
        rules.push({
          kind,
          id,
          title,
          when,
          because,
          source,
          checked,
          condition,
          reportedAs: rule.reportedAs ?? id,
          remedy: rule.remedy ?? null,
          tier: rule.tier ?? null,
          validFrom: rule.validFrom ?? null,
          validUntil: rule.validUntil ?? null,
          ...reads(condition, space),
        })
      } catch (error) {
        if (!(error instanceof ConditionError)) throw error
        errors.push({ document, path: [list, index, 'when'], text: rule.when, error })
      }
    })
  }
  add('tier', 'tiers.yaml', 'rules', documents['tiers.yaml'].rules)
  add('prohibited', 'prohibited.yaml', 'prohibited', documents['prohibited.yaml'].prohibited)
  add('guardrail', 'guardrails.yaml', 'guardrails', documents['guardrails.yaml'].guardrails)
  add('obligation', 'obligations.yaml', 'obligations', documents['obligations.yaml'].obligations)
  return { rules, errors }
}

const reads = (condition: Condition, space: FactSpace): Pick<Rule, 'facts' | 'looksAt'> => {
  const looksAt = new Map<number, Set<number>>()
  lookedAt(condition, space, true, looksAt)
  looksAt.delete(space.byPath.get(TIER)?.index ?? -1)
  return { facts: [...new Set(space.facts.filter(({ index }) => looksAt.has(index)).map(({ question }) => question))], looksAt }
}

/** The values whose presence pulls the condition towards true: under a "not" those that are not named. */
const lookedAt = (condition: Condition, space: FactSpace, positive: boolean, into: Map<number, Set<number>>): void => {
  if (condition.is === 'not') lookedAt(condition.of, space, !positive, into)
  else if (condition.is === 'any') {
    const values = into.get(condition.fact) ?? new Set()
    space.facts[condition.fact]?.values.forEach((_, value) => {
      if (condition.values.has(value) === positive) values.add(value)
    })
    into.set(condition.fact, values)
  } else if (condition.is !== 'constant') condition.of.forEach(part => lookedAt(part, space, positive, into))
}
