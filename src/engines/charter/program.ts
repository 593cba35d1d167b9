/** A charter's rules, compiled: per span of time in which no rule begins or ends, what can fire and how to ask it. */
import { prepareSentence, type Sentence } from './because.ts'
import { and, compileCondition, not, or, valueSets, type Condition } from './condition.ts'
import { ConditionError } from './cel.ts'
import type { Question } from './describe-facts.ts'
import type { Documents, Text } from './documents.ts'
import { makePredicate, type Predicate } from './predicate.ts'
import { TIER, TIERS, type FactSpace, type Tier } from './space.ts'
import type { Shape } from './state.ts'

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

/** Something a decision says yes or no to: "at least tier 3", or one prohibition or guardrail by its reported id. */
export interface Signal {
  what: 'tier' | 'prohibited' | 'guardrail'
  tier: Tier | null
  id: string
  predicate: Predicate
}

/** A rule, ready to be asked and to say why. */
export interface Ready {
  rule: Rule
  predicate: Predicate
  because: Sentence
  /** How to mend it; for guardrails. */
  remedy: Sentence | null
}

/** What is in force from `from` (epoch milliseconds) on. */
export interface Program {
  from: number
  tierRules: readonly Ready[]
  prohibited: readonly Ready[]
  guardrails: readonly Ready[]
  /** By tier: the tier is known by the time obligations are worked out. */
  obligations: ReadonlyMap<Tier, readonly Ready[]>
  /** For tiers 2, 3 and 4, ascending. */
  atLeast: readonly Signal[]
  signals: readonly Signal[]
}

export interface Coding {
  shape: Shape
  /** Bits of one value of a fact. */
  bit: (fact: number, value: number) => number
  /** All bits of each fact. */
  all: Int32Array
  maskOf: (fact: number, values: ReadonlySet<number>) => number
}

/** What is wrong with a rule. */
export interface RuleError {
  document: 'tiers.yaml' | 'prohibited.yaml' | 'guardrails.yaml' | 'obligations.yaml'
  path: readonly (string | number)[]
  /** Its condition, or what is wrong where no condition is. */
  text: string
  error: ConditionError | null
}

export const compileRules = (documents: Documents, space: FactSpace): { rules: readonly Rule[]; errors: readonly RuleError[] } => {
  const errors: RuleError[] = []
  const rules: Rule[] = []
  const add = (
    kind: RuleKind,
    document: RuleError['document'],
    list: string,
    written: readonly (Pick<Rule, 'id' | 'title' | 'when' | 'because' | 'source' | 'checked'> & { validFrom?: string | undefined; validUntil?: string | undefined; tier?: Tier; remedy?: Text; reportedAs?: string | undefined })[],
  ) => {
    written.forEach((rule, index) => {
      try {
        const condition = compileCondition(rule.when, space, kind === 'obligation')
        const { id, title, when, because, source, checked } = rule
        rules.push({
          kind, id, title, when, because, source, checked, condition,
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
  } else if (condition.is !== 'constant') condition.of.forEach((part) => lookedAt(part, space, positive, into))
}

/** More kinds of values than this that rules tell apart would not fit a word. */
const MAX_CLASSES = 31

/** Gives the values that no rule tells apart one bit in common; null names a fact with too many distinctions. */
export const encode = (space: FactSpace, rules: readonly Rule[]): Coding | { tooMany: string } => {
  const sets = new Map<number, ReadonlySet<number>[]>()
  for (const { condition } of rules) valueSets(condition, sets)
  const bits: number[][] = []
  const all = new Int32Array(space.facts.length)
  const exclusive = new Int32Array(space.facts.length)
  for (const fact of space.facts) {
    const told = sets.get(fact.index) ?? []
    const classes = new Map<string, number>()
    bits.push(
      fact.values.map((_, value) => {
        const signature = value === fact.exclusive ? 'alone' : told.map((set) => (set.has(value) ? '1' : '0')).join('')
        const known = classes.get(signature) ?? classes.size
        classes.set(signature, known)
        return 1 << known
      }),
    )
    if (classes.size > MAX_CLASSES) return { tooMany: fact.path }
    all[fact.index] = (bits[fact.index] ?? []).reduce((mask, bit) => mask | bit, 0)
    exclusive[fact.index] = fact.exclusive < 0 ? 0 : (bits[fact.index]?.[fact.exclusive] ?? 0)
  }
  const bit = (fact: number, value: number): number => bits[fact]?.[value] ?? 0
  const maskOf = (fact: number, values: ReadonlySet<number>): number => {
    let mask = 0
    for (const value of values) mask |= bit(fact, value)
    return mask
  }
  return { shape: { many: space.facts.map(({ type }) => type === 'many'), exclusive }, bit, all, maskOf }
}

/** One program for each span between the days on which rules begin or end, in order of time. */
export const programs = (rules: readonly Rule[], space: FactSpace, questions: ReadonlyMap<string, Question>, { maskOf }: Coding, timeZone: string): readonly Program[] => {
  const midnight = (day: string): number => Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
  const changes = rules.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil]).filter((day) => day !== null).map(midnight)
  return [...new Set([-Infinity, ...changes])].sort((a, b) => a - b).map((from) => {
    const inForce = rules.filter(
      ({ validFrom, validUntil }) => (validFrom === null || midnight(validFrom) <= from) && (validUntil === null || from < midnight(validUntil)),
    )
    const readyRule = (rule: Rule, condition: Condition): Ready => ({
      rule,
      predicate: makePredicate(condition, maskOf),
      because: prepareSentence(space, questions, rule, rule.because),
      remedy: rule.remedy === null ? null : prepareSentence(space, questions, rule, rule.remedy),
    })
    const ready = (kind: RuleKind): Ready[] => ofKind(kind).map((rule) => readyRule(rule, rule.condition))
    const anyOf = (of: readonly Rule[]): Predicate => makePredicate(or(of.map(({ condition }) => condition)), maskOf)
    const ofKind = (kind: RuleKind) => inForce.filter((rule) => rule.kind === kind)
    const atLeast = TIERS.slice(1).map((tier): Signal => ({ what: 'tier', tier, id: `tier-${tier}`, predicate: anyOf(ofKind('tier').filter((rule) => (rule.tier ?? 1) >= tier)) }))
    const reported = (what: 'prohibited' | 'guardrail'): Signal[] =>
      [...Map.groupBy(ofKind(what), ({ reportedAs }) => reportedAs)].map(([id, of]) => ({ what, tier: null, id, predicate: anyOf(of) }))
    const tierFact = space.byPath.get(TIER)?.index ?? -1
    const obligations = new Map(
      TIERS.map((tier) => [
        tier,
        ofKind('obligation').map((rule) => readyRule(rule, atTier(rule.condition, tierFact, tier - 1))),
      ]),
    )
    return { from, tierRules: ready('tier').sort((a, b) => (b.rule.tier ?? 1) - (a.rule.tier ?? 1)), prohibited: ready('prohibited'), guardrails: ready('guardrail'), obligations, atLeast, signals: [...atLeast.toReversed(), ...reported('prohibited'), ...reported('guardrail')] }
  })
}

/** The condition once the tier is known, with what that settles worked out. */
const atTier = (condition: Condition, tierFact: number, value: number): Condition => {
  switch (condition.is) {
    case 'constant':
      return condition
    case 'any':
      return condition.fact === tierFact ? { is: 'constant', value: condition.values.has(value) } : condition
    case 'not':
      return not(atTier(condition.of, tierFact, value))
    case 'and':
    case 'or':
  }
  const parts = condition.of.map((part) => atTier(part, tierFact, value))
  return condition.is === 'and' ? and(parts) : or(parts)
}
