/** Rules ready to be asked: per span of time in which none begins or ends, what can fire and how to say why. */
import { prepareSentence, type Sentence } from './because.ts'
import type { Coding } from './coding.ts'
import { and, not, or, type Condition } from './condition.ts'
import type { Question } from './describe-facts.ts'
import type { Facts } from './facts.ts'
import { makePredicate, type Predicate } from './predicate.ts'
import type { Rule, RuleKind } from './rules.ts'
import { TIER, TIERS, type FactSpace, type Tier } from './space.ts'
import { limitRule, limitSentences, suitableTools, type ToolLimit } from './tool-limits.ts'

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

interface Compiled {
  rules: readonly Rule[]
  limits: readonly ToolLimit[]
  space: FactSpace
  questions: ReadonlyMap<string, Question>
  coding: Coding
  timeZone: string
}

/** One program for each span between the days on which rules begin or end, in order of time. */
export const programs = (compiled: Compiled): readonly Program[] => {
  const { rules, timeZone } = compiled
  const midnight = (day: string): number => Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
  const changes = rules
    .flatMap(({ validFrom, validUntil }) => [validFrom, validUntil])
    .filter(day => day !== null)
    .map(midnight)
  return [...new Set([-Infinity, ...changes])]
    .sort((a, b) => a - b)
    .map(from =>
      programOf(
        from,
        rules.filter(
          ({ validFrom, validUntil }) =>
            (validFrom === null || midnight(validFrom) <= from) && (validUntil === null || from < midnight(validUntil)),
        ),
        compiled,
      ),
    )
}

const programOf = (from: number, inForce: readonly Rule[], { limits, space, questions, coding: { maskOf } }: Compiled): Program => {
  const ofKind = (kind: RuleKind) => inForce.filter(rule => rule.kind === kind)
  const reaching = (tier: Tier): Condition => or(ofKind('tier').flatMap(rule => ((rule.tier ?? 1) >= tier ? [rule.condition] : [])))
  const atLeast = TIERS.slice(1).map((tier): Signal => ({
    what: 'tier',
    tier,
    id: `tier-${tier}`,
    predicate: makePredicate(reaching(tier), maskOf),
  }))
  const certainTier = (facts: Facts): Tier => atLeast.findLast(({ predicate }) => predicate.judge(facts) === true)?.tier ?? 1
  const suitable = suitableTools(space, questions, limits, certainTier)
  const readyRule = (rule: Rule, condition: Condition): Ready => ({
    rule,
    predicate: makePredicate(condition, maskOf),
    because: prepareSentence(space, questions, rule, rule.because, suitable),
    remedy: rule.remedy === null ? null : prepareSentence(space, questions, rule, rule.remedy, suitable),
  })
  const ready = (kind: RuleKind): Ready[] => ofKind(kind).map(rule => readyRule(rule, rule.condition))
  const beyond = limitRule(limits, space, reaching)
  const limiting: Ready[] =
    beyond === null
      ? []
      : [
          {
            rule: beyond,
            predicate: makePredicate(beyond.condition, maskOf),
            ...limitSentences(limits, space, questions, certainTier, suitable),
          },
        ]
  const reported = (what: 'prohibited' | 'guardrail', more: readonly Ready[] = []): Signal[] =>
    [...Map.groupBy([...ofKind(what), ...more.map(({ rule }) => rule)], ({ reportedAs }) => reportedAs)].map(([id, of]) => ({
      what,
      tier: null,
      id,
      predicate: makePredicate(or(of.map(({ condition }) => condition)), maskOf),
    }))
  const tierFact = space.byPath.get(TIER)?.index ?? -1
  return {
    from,
    tierRules: ready('tier').sort((a, b) => (b.rule.tier ?? 1) - (a.rule.tier ?? 1)),
    prohibited: ready('prohibited'),
    guardrails: [...ready('guardrail'), ...limiting],
    obligations: new Map(
      TIERS.map(tier => [tier, ofKind('obligation').map(rule => readyRule(rule, atTier(rule.condition, tierFact, tier - 1)))]),
    ),
    atLeast,
    signals: [...atLeast.toReversed(), ...reported('prohibited'), ...reported('guardrail', limiting)],
  }
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
