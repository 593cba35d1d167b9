import type { Charter, Decision, Language, Ruling, Verdict } from '#src/engines/charter/index.ts'
import { decide, ruling, whatIsOpen } from '#src/engines/charter/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Seen } from '#src/store/tables.ts'
import { asSeen } from './as-seen.ts'
import { readFacts } from '../intake/index.ts'
import type { DeclaredFacts } from './material.ts'
import { materialDigest, spelled } from './material.ts'

/** Declared facts as decisions take them: a registered solution has an owner by construction, so that fact is not asked. */
export const factsToDecide = (declared: DeclaredFacts): Record<string, unknown> => ({ ...declared, ownerActive: true })

export interface Told {
  /** What its maker declares. */
  declared: DeclaredFacts
  /** What was read from its artifact. */
  inspection: Seen | null
  /** What reviewers settled: fact to value. */
  ruled: DeclaredFacts
}

/**
 * What decides: what is declared, with what was surely read added to it and what was read in doubt left open, and over both what a
 * reviewer ruled. The three stay apart in the registry; only here they meet.
 */
export const together = ({ declared, inspection, ruled }: Told): Record<string, unknown> => ({
  ...(inspection ? asSeen(declared, inspection) : declared),
  ...ruled,
})

/** What a charter makes of a declaration, and what still has to be known. */
export interface Decided extends Pick<Ruling, 'tier' | 'verdict' | 'prohibited' | 'guardrails' | 'obligations' | 'reasons'> {
  charterVersion: string
  charterDigest: string
  /** Facts whose answers could still change something; asked where a yes or a clarification depends on them. */
  open: readonly string[]
}

/** @throws Refusal `invalid-input` for facts the charter does not know. */
export const decideTold = (charter: Charter, told: Told, now: Temporal.Instant, language: 'en' | 'de' = 'en'): Decided => {
  const read = readFacts(charter, factsToDecide(together(told)))
  const ruled = ruling(charter, read, now, language)
  const { tier, verdict, prohibited, guardrails, obligations, reasons } = ruled
  return {
    charterVersion: ruled.charter,
    charterDigest: charter.digest,
    tier,
    verdict,
    prohibited,
    guardrails,
    obligations,
    reasons,
    open: dependsOnOpen(ruled.verdict) ? whatIsOpen(charter, read, now) : [],
  }
}

/** The same of what was decided in full already, where nothing was read or settled beside what is declared. */
export const decidedInFull = (charter: Charter, { charter: charterVersion, verdict, openQuestions, ...decision }: Decision): Decided => {
  const { tier, prohibited, guardrails, obligations, reasons } = decision
  const open = dependsOnOpen(verdict) ? openQuestions : []
  return { charterVersion, charterDigest: charter.digest, tier, verdict, prohibited, guardrails, obligations, reasons, open }
}

/** Looking ahead costs more than ruling, so it is done only where something would depend on it. */
const dependsOnOpen = (verdict: Verdict): boolean => verdict === 'approved-by-default' || verdict === 'clarify'

/** What a charter says to what was declared, before anything that was read or settled; null where it no longer reads those answers. */
export const decideDeclared = (charter: Charter, declared: DeclaredFacts, now: Temporal.Instant, language: Language): Decision | null => {
  try {
    return decide(charter, readFacts(charter, factsToDecide(declared)), now, language)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** The declared facts in their one spelling, what they come to, and the digest of what an approval of them would cover. */
export const declare = (
  charter: Charter,
  { facts, inspection, ruled }: { facts: DeclaredFacts; inspection: Seen | null; ruled: DeclaredFacts },
  now: Temporal.Instant,
) => {
  // Read as they were written first, so that a refusal names what the maker wrote.
  const { ownerActive: _, ...said } = facts
  const declared = spelled(charter, said)
  readFacts(charter, factsToDecide(said))
  return {
    facts: declared,
    digest: materialDigest({ facts: declared, inspection }),
    decided: decideTold(charter, { declared, inspection, ruled }, now),
  }
}
