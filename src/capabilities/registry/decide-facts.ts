import type { Charter } from '#src/engines/charter/index.ts'
import { decide, ruling } from '#src/engines/charter/index.ts'
import { readFacts } from '../intake/index.ts'
import { stateOnEntry } from './solution.ts'

/** Declared facts as decisions take them: a registered solution has an owner by construction, so that fact is not asked. */
export const factsToDecide = (declared: Record<string, unknown>): Record<string, unknown> => ({ ...declared, ownerActive: true })

/**
 * What the charter makes of declared facts, as the registry stores it.
 * @throws Refusal `invalid-input` for facts the charter does not know, `prohibited-use` for what it never allows.
 */
export const decideFacts = (charter: Charter, facts: Record<string, unknown>, now: Temporal.Instant) => {
  const { ownerActive: _, ...declared } = facts
  const read = readFacts(charter, factsToDecide(declared))
  const decision = ruling(charter, read, now)
  // Looking ahead costs more than ruling, so it is done only where a yes would depend on it.
  const open = decision.verdict === 'approved-by-default' && decide(charter, read, now).openQuestions.length > 0
  const state = stateOnEntry({ ...decision, open })
  return {
    row: {
      facts: declared,
      charterVersion: decision.charter,
      charterDigest: charter.digest,
      tier: decision.tier,
      verdict: decision.verdict,
      state,
    },
    entry: {
      charter: decision.charter,
      charterDigest: charter.digest,
      tier: decision.tier,
      verdict: decision.verdict,
      rules: decision.reasons.map(({ rule }) => rule),
      state,
    },
  }
}
