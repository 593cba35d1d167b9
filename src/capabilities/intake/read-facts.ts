import type { Charter, Facts } from '#src/engines/charter/index.ts'
import { parseFacts } from '#src/engines/charter/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'

/**
 * The input field `facts`, read against the charter.
 * @throws Refusal `invalid-input`; its blockers name fields as the caller wrote them, `facts.audience`.
 */
export const readFacts = (charter: Charter, facts: Record<string, unknown>): Facts => {
  try {
    return parseFacts(charter, facts)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const blockers = error.blockers.map(blocker => ({ ...blocker, field: blocker.field ? `facts.${blocker.field}` : 'facts' }))
    throw new Refusal('invalid', 'invalid-input', error.message, blockers)
  }
}
