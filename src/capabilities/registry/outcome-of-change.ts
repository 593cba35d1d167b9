import { z } from 'zod'
import type { Charter } from '#src/engines/charter/index.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import type { ReviewRow } from '../review/index.ts'
import { reviewKeyOf } from '../review/index.ts'
import { beforeSubmission } from './before-submission.ts'
import { blockerView, solutionSummary } from './contract.ts'
import { costs } from './cost.ts'
import { summaryOf } from './present.ts'
import type { SolutionRow } from './store.ts'
import type { Weighed } from './weigh.ts'

export const outcomeView = solutionSummary.extend({
  cost: z.enum(costs).describe('What it cost, or what submitting it takes; as the preview said.'),
  standsInTheWay: z.array(blockerView),
  dropped: z.string().nullable().describe('The review that ended with this change, if one was open.'),
})

/** What a change came to, as it is told to whoever made it. */
export const outcomeOf = async (
  db: Db,
  charter: Charter,
  { cost, decided, facts }: Weighed,
  { after, dropped }: { after: SolutionRow; dropped: Pick<ReviewRow, 'number'> | null },
): Promise<z.input<typeof outcomeView>> => ({
  ...summaryOf(after, await namesOf(db, [after.ownerId])),
  cost,
  standsInTheWay: beforeSubmission(charter, cost, decided, { facts, answers: after.answers }),
  dropped: dropped && reviewKeyOf(dropped.number),
})
