/** The decision: which tier, why, what stands in the way, who must agree, what is still to be asked. */
import { programAt, type Charter } from './charter.ts'
import type { Language, Verdict } from './documents.ts'
import type { Facts } from './facts.ts'
import { toLower, type Lowering } from './lower.ts'
import { openQuestions } from './open-questions.ts'
import type { Program, Ready } from './program.ts'
import { isClear, outlook, settled } from './outlook.ts'
import type { Tier } from './space.ts'

/** The contract of `guildhall check`, field for field. */
export interface Decision {
  /** The version of the charter that was applied. */
  charter: string
  /** The top of the range. */
  tier: Tier
  /** Lowest and highest tier still possible. */
  range: [Tier, Tier]
  verdict: Verdict
  /** Every tier rule that fires on known facts, highest tier first. */
  reasons: { rule: string; tier: Tier; because: string; facts: string[] }[]
  prohibited: { rule: string; because: string }[]
  guardrails: { rule: string; because: string; remedy: string }[]
  /** Roles that must sign off; for a blocked solution, what it will need once mended. */
  approvals: string[]
  obligations: { id: string; because: string }[]
  /** Open facts that can still change tier, prohibitions, guardrails or approvals, most decisive first. */
  openQuestions: string[]
  next: string | null
  /** Smallest honest changes of design that lead to a lower tier. */
  toLower: Lowering[]
}

/** What is decided without asking ahead: everything but open questions and what would lower the tier. */
export type Ruling = Omit<Decision, 'openQuestions' | 'next' | 'toLower'>

/** Decides in full. Deterministic: the same charter, facts, span of time and language give the same bytes. */
export const decide = (charter: Charter, facts: Facts, now: Temporal.Instant, language: Language = 'en'): Decision => {
  const program = programAt(charter, now)
  const ruled = rule(charter, program, facts, language)
  const questions = whatIsOpen(charter, facts, now)
  return { ...ruled, openQuestions: questions, next: questions[0] ?? null, toLower: toLower(charter, program, facts, ruled.tier, language) }
}

/** The ruling alone, for comparing many solutions. */
export const ruling = (charter: Charter, facts: Facts, now: Temporal.Instant, language: Language = 'en'): Ruling =>
  rule(charter, programAt(charter, now), facts, language)

/** The open questions alone, most decisive first. */
export const whatIsOpen = (charter: Charter, facts: Facts, now: Temporal.Instant): string[] =>
  facts.complete ? [] : openQuestions(charter, programAt(charter, now), facts)

const rule = (charter: Charter, program: Program, facts: Facts, language: Language): Ruling => {
  if (facts.charter !== charter.engine.key) throw new Error('These facts were read against another charter; parse them again.')
  const reasons: Decision['reasons'] = []
  for (const { rule, predicate, because } of program.tierRules)
    if (isClear(predicate, facts))
      reasons.push({ rule: rule.id, tier: rule.tier ?? 1, because: because(facts, language), facts: [...rule.facts] })
  const prohibited = fired(program.prohibited, facts, ({ rule, because }) => ({ rule: rule.reportedAs, because: because(facts, language) }))
  const guardrails = fired(program.guardrails, facts, ({ rule, because, remedy }) => ({
    rule: rule.reportedAs,
    because: because(facts, language),
    remedy: (remedy ?? because)(facts, language),
  }))
  // Reasons come highest tier first, so that with every fact known the first one is the tier.
  const { bottom, top, mayBeProhibited } = facts.complete ? settled(reasons[0]?.tier ?? 1) : outlook(charter, program, facts)
  const mended = mendedVerdict(bottom, top, prohibited.length > 0, mayBeProhibited)
  return {
    charter: charter.version,
    tier: top,
    range: [bottom, top],
    verdict: guardrails.length > 0 && mended !== 'refused' && mended !== 'referred' ? 'blocked' : mended,
    reasons,
    prohibited,
    guardrails,
    approvals: approvals(charter, mended, top),
    obligations: fired(program.obligations.get(top) ?? [], facts, ({ rule, because }) => ({
      id: rule.reportedAs,
      because: because(facts, language),
    })),
  }
}

/** The verdict once every guardrail is kept. Open answers never refuse or refer: they are settled first. */
const mendedVerdict = (bottom: Tier, top: Tier, prohibited: boolean, mayBeProhibited: boolean): Exclude<Verdict, 'blocked'> => {
  if (prohibited) return 'refused'
  if (bottom === 4) return 'referred'
  if (top === 4 || mayBeProhibited) return 'clarify'
  return top === 1 ? 'approved-by-default' : 'review'
}

/** Tier 2's reviewers settle what is unclear; nobody can sign off what is refused or referred. */
const approvals = (charter: Charter, verdict: Exclude<Verdict, 'blocked'>, top: Tier): string[] => {
  if (verdict === 'refused' || verdict === 'referred') return []
  return [...(charter.tiers[(verdict === 'clarify' ? 2 : top) - 1]?.approvals ?? [])]
}

/** One entry for each reported id, although several rules may say it. */
const fired = <T>(rules: readonly Ready[], facts: Facts, present: (ready: Ready) => T): T[] => {
  const found: T[] = []
  const seen: string[] = []
  for (const ready of rules) {
    if (!isClear(ready.predicate, facts) || seen.includes(ready.rule.reportedAs)) continue
    seen.push(ready.rule.reportedAs)
    found.push(present(ready))
  }
  return found
}
