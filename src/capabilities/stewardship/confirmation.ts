import type { Charter } from '#src/engines/charter/index.ts'
import type { Blocker } from '#src/kernel/refusal.ts'
import type { Db } from '../operation.ts'
import type { SolutionRow } from '../registry/index.ts'
import { declarationsBeside, decideTold, ruledFacts, rulingsOf } from '../registry/index.ts'
import { whyNotConfirmable } from './confirmable.ts'

/** What a confirmation would be of, and what stands against it under the charter in force. */
export const confirmation = async (
  db: Db,
  charter: Charter,
  solution: SolutionRow,
  now: Temporal.Instant,
): Promise<{ facts: Record<string, unknown>; approvedAt: Temporal.Instant | null; standsInTheWay: Blocker[] }> => {
  const { running, draft } = await declarationsBeside(db, solution)
  if (!running)
    return { facts: {}, approvedAt: null, standsInTheWay: [{ reason: 'Nothing of it was approved.', remedy: 'Submit it first.' }] }
  const ruled = ruledFacts(await rulingsOf(db, solution.id))
  const { tier, verdict, prohibited, guardrails, reasons } = decideTold(
    charter,
    { declared: running.facts, inspection: running.inspection, ruled },
    now,
  )
  const because = verdict === 'refused' ? prohibited : verdict === 'blocked' ? guardrails : reasons
  return {
    facts: running.facts,
    approvedAt: running.approvedAt,
    standsInTheWay: whyNotConfirmable({
      approved: running,
      now: { tier, verdict, because },
      changing: draft !== null && draft.state !== 'refused' && draft.state !== 'referred',
    }),
  }
}
