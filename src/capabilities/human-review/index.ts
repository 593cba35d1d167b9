import type { Charters } from '../charter/index.ts'
import type { SecretVault } from '../vault/index.ts'
import type { ExitSettings } from '#src/outbound/index.ts'
import { callingBack } from './call-back.ts'
import { approveContent, rejectContent, withdrawContent } from './decide-content.ts'
import { deleteOldContent, deletingContent } from './delete-old-content.ts'
import * as entries from './entries.ts'
import { contentReviews, contentSteps } from './governed.ts'
import { listCallbacks } from './list-callbacks.ts'
import { listContentReviews } from './list-content-reviews.ts'
import { makeCallbackSecret } from './make-callback-secret.ts'
import { contentWaits } from './messages.ts'
import { nameContentReviewers } from './name-content-reviewers.ts'
import { openContentReview } from './open-content-review.ts'
import { repeatCallbacks } from './repeat-callbacks.ts'
import { showContentReceipt } from './show-content-receipt.ts'
import type { Sign } from './show-content-receipt.ts'
import { showContentReview } from './show-content-review.ts'
import { showContentStep } from './show-content-step.ts'
import { submitContent } from './submit-content.ts'

export { seenAmong as contentSeenAmong } from './list-store.ts'
export { secretColumn } from './store.ts'
export { partColumn } from './texts.ts'

interface Parts {
  charters: Charters
  vault: SecretVault
  /** Signs receipts with the ledger's key. */
  sign: Sign
  /** What this machine's settings say about calling out. */
  exit(): ExitSettings
}

/** Human review as a step of any flow: content waits for a person before it leaves the company, and nothing leaves by silence. */
export const humanReviewCapability = ({ charters, vault, sign, exit }: Parts) => ({
  operations: [
    submitContent(charters, vault),
    listContentReviews(charters),
    showContentReview(charters, vault),
    openContentReview(charters, vault),
    approveContent(charters, vault),
    rejectContent(charters, vault),
    withdrawContent(charters, vault),
    showContentReceipt(sign),
    showContentStep,
    nameContentReviewers,
    makeCallbackSecret(vault),
    listCallbacks,
    repeatCallbacks,
    deleteOldContent,
  ],
  jobs: [deletingContent, callingBack(vault, exit)],
  messages: [contentWaits],
  governed: [contentSteps, contentReviews],
  entries: Object.values(entries),
})
