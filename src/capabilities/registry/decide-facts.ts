import type { Charter } from '#src/engines/charter/index.ts'
import { ruling } from '#src/engines/charter/index.ts'
import { readFacts } from '../intake/index.ts'
import { stateOnEntry } from './solution.ts'

/**
 * What the charter makes of declared facts, as the registry stores it. A registered solution has an owner by
 * construction, so that fact is not asked.
 * @throws Refusal `invalid-input` for facts the charter does not know, `prohibited-use` for what it never allows.
 */
export const decideFacts = (charter: Charter, facts: Record<string, unknown>, now: Temporal.Instant) => {
  const { ownerActive: _, ...declared } = facts
  const decision = ruling(charter, readFacts(charter, { ...declared, ownerActive: true }), now)
  const state = stateOnEntry(decision)
  return {
    row: { facts: declared, charterVersion: decision.charter, tier: decision.tier, verdict: decision.verdict, state },
    entry: { charter: decision.charter, tier: decision.tier, verdict: decision.verdict, rules: decision.reasons.map(({ rule }) => rule), state },
  }
}
