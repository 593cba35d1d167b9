import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import type { ReviewKind } from '../review/index.ts'
import { acknowledgeReferral } from './acknowledge-referral.ts'
import { appealDecision } from './appeal-decision.ts'
import * as entries from './entries.ts'
import { secondLooks } from './governed.ts'
import { listReferrals } from './list-referrals.ts'
import { ideaReceived } from './messages.ts'
import { recordSecondLook } from './record-second-look.ts'
import { showReferral } from './show-referral.ts'
import { showSecondLook } from './show-second-look.ts'
import { looksByTier } from './store.ts'

/** Second looks since a moment as a table: rows are the tiers that were decided, columns the tiers that were seen. */
export const secondLookTable = async (db: Db, since: Temporal.Instant): Promise<readonly (readonly number[])[]> => {
  const found = await looksByTier(db, since)
  const tiers = [1, 2, 3, 4]
  return found.length === 0
    ? []
    : tiers.map(tier => tiers.map(seen => found.find(each => each.tier === tier && each.seenTier === seen)?.looks ?? 0))
}

/** Another pair of eyes: on a no, on a yes that was drawn, and what the central team takes from here. */
export const appealsCapability = (charters: Charters, solutionKind: ReviewKind) => ({
  operations: [
    appealDecision(charters),
    showSecondLook(charters, solutionKind),
    recordSecondLook(charters, solutionKind),
    showReferral(charters),
    acknowledgeReferral,
    listReferrals,
  ],
  messages: [ideaReceived],
  governed: [secondLooks],
  entries: Object.values(entries),
})
