/** Rules ready to be asked: per span of time in which none begins or ends, what can fire and how to say why. */
import { prepareSentence, type Sentence } from './because.ts'
import type { Coding } from './coding.ts'
import { and, not, or, type Condition } from './condition.ts'
import type { Question } from './describe-facts.ts'
import { makePredicate, type Predicate } from './predicate.ts'
import type { Rule, RuleKind } from './rules.ts'
import { TIER, TIERS, type FactSpace, type Tier } from './space.ts'

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

/** One program for each span between the days on which rules begin or end, in order of time. */
export const programs = (
  rules: readonly Rule[],
  space: FactSpace,
  questions: ReadonlyMap<string, Question>,
  { maskOf }: Coding,
  timeZone: string,
): readonly Program[] => {
  const midnight = (day: string): number => Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
  const changes = rules
    .flatMap(({ validFrom, validUntil }) => [validFrom, validUntil])
    .filter(day => day !== null)
    .map(midnight)
  return [...new Set([-Infinity, ...changes])]
    .sort((a, b) => a - b)
    .map(from => {
      const inForce = rules.filter(
        ({ validFrom, validUntil }) =>
          (validFrom === null || midnight(validFrom) <= from) && (validUntil === null || from < midnight(validUntil)),
      )
      const readyRule = (rule: Rule, condition: Condition): Ready => ({
        rule,
        predicate: makePredicate(condition, maskOf),
        because: prepareSentence(space, questions, rule, rule.because),
        remedy: rule.remedy === null ? null : prepareSentence(space, questions, rule, rule.remedy),
      })
      const ready = (kind: RuleKind): Ready[] => ofKind(kind).map(rule => readyRule(rule, rule.condition))
      const anyOf = (of: readonly Rule[]): Predicate => makePredicate(or(of.map(({ condition }) => condition)), maskOf)
      const ofKind = (kind: RuleKind) => inForce.filter(rule => rule.kind === kind)
      const atLeast = TIERS.slice(1).map((tier): Signal => ({
        what: 'tier',
        tier,
        id: `tier-${tier}`,
        predicate: anyOf(ofKind('tier').filter(rule => (rule.tier ?? 1) >= tier)),
      }))
      const reported = (what: 'prohibited' | 'guardrail'): Signal[] =>
        [...Map.groupBy(ofKind(what), ({ reportedAs }) => reportedAs)].map(([id, of]) => ({ what, tier: null, id, predicate: anyOf(of) }))
      const tierFact = space.byPath.get(TIER)?.index ?? -1
      const obligations = new Map(
        TIERS.map(tier => [tier, ofKind('obligation').map(rule => readyRule(rule, atTier(rule.condition, tierFact, tier - 1)))]),
      )
      return {
        from,
        tierRules: ready('tier').sort((a, b) => (b.rule.tier ?? 1) - (a.rule.tier ?? 1)),
        prohibited: ready('prohibited'),
        guardrails: ready('guardrail'),
        obligations,
        atLeast,
        signals: [...atLeast.toReversed(), ...reported('prohibited'), ...reported('guardrail')],
      }
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
  const parts = condition.of.map(part => atTier(part, tierFact, value))
  return condition.is === 'and' ? and(parts) : or(parts)
}
