import type { Charter } from '#src/engines/charter/index.ts'
import type { Blocker } from '#src/kernel/refusal.ts'
import type { Db } from '../operation.ts'
import { openBeforeLive } from '../review/index.ts'
import { decideTold } from './decide-facts.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { whyNotLive } from './go-live-rules.ts'
import { isActive } from './owner-store.ts'
import { ruledFacts, rulingsOf } from './ruling-store.ts'
import { stopsOver } from './stop-store.ts'
import type { SolutionRow } from './store.ts'

/** What keeps an approved declaration of a solution from running now. */
export const standsBeforeLive = async (
  db: Db,
  charter: Charter,
  solution: SolutionRow,
  declaration: DeclarationRow,
  now: Temporal.Instant,
): Promise<Blocker[]> => {
  const ruled = ruledFacts(await rulingsOf(db, solution.id))
  const { obligations } = decideTold(charter, { declared: declaration.facts, inspection: declaration.inspection, ruled }, now)
  return whyNotLive(
    {
      solution,
      declaration,
      ownerActive: await isActive(db, solution.ownerId),
      conditionsBefore: await openBeforeLive(db, 'solution', solution.id),
      baselineNeeded: obligations.some(({ id }) => id === 'baseline'),
      stops: await stopsOver(db, solution, declaration.facts),
    },
    now,
  )
}
