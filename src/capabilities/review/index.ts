import { acceptCondition } from './accept-condition.ts'
import { answerReviewQuestion } from './answer-review-question.ts'
import { askAboutReview } from './ask-about-review.ts'
import { assignReview } from './assign-review.ts'
import { remindEachDay, remindOfConditions } from './condition-reminders.ts'
import { conditionsAbout } from './condition-store.ts'
import * as entries from './entries.ts'
import { escalateReview } from './escalate-review.ts'
import { conditions, questions, reviews, signOffs } from './governed.ts'
import type { ReviewParts } from './held.ts'
import { keepPromise } from './keep-promise.ts'
import { keepPromises } from './keep-promises.ts'
import { listPromisesAtStake } from './list-promises-at-stake.ts'
import { listReviews } from './list-reviews.ts'
import { meetCondition } from './meet-condition.ts'
import { conditionDueSoon, conditionJudged, conditionToJudge, questionAnswered, questionForYou, signOffGiven } from './messages.ts'
import { recordChange } from './record-change.ts'
import { showReviewDate } from './show-review-date.ts'
import { showReview } from './show-review.ts'
import type { SecondLooks } from './show-review-figures.ts'
import { showReviewFigures } from './show-review-figures.ts'
import { signOffReview } from './sign-off-review.ts'
import { startReview } from './start-review.ts'

/**
 * People looking at something, by one mechanism for everything that is looked at. A capability declares a `ReviewKind` and opens
 * reviews of it within its own operations; the queue, the clocks, sign-offs, questions and conditions are the same for all.
 *
 *     const lane = laneOf(charter, { purpose: 'full', tier: 2, kind: 'automation-flow' })
 *     await foreseePromise({ db, now }, charter, lane)                       // what would be promised; writes nothing
 *     await openReview({ db, now, record }, charter, { kind: 'solution', subject: id, matter, digest, purpose: 'full', tier: 2, lane,
 *       authors, excluded: [], note: null, submittedBy: { id, human } })     // the subject is locked, and no other review of it open
 *     await dropReview({ db, now, record }, { kind: 'solution', subject: id, because: 'edited' })
 *
 * A review that is decided calls `kind.decided` in the transaction of its last sign-off.
 */
export type { Decided, Outcome, Purpose, ReviewKind, Subject, Writing } from './kind.ts'
export { officeOf, rolesGiven } from './role.ts'
export { laneOf } from './lane.ts'
export type { Lane } from './lane.ts'
export { foreseePromise, openReview } from './open-review.ts'
export { carryConditions, dropReview, settleReview } from './end-review.ts'
export { hold as holdReview, lookAt as lookAtReview, signerFault } from './held.ts'
export type { Held as HeldReview, ReviewParts } from './held.ts'
export { stepsOf as promiseSteps } from './at-stake.ts'
export { seesQueue, seesReview } from './permissions.ts'
export { reviewKey } from './contract.ts'
export { clockOf, dueAt as promiseEnds } from './clock.ts'
export { conditionsAbout, conditionsOfEach, conditionsSetBy } from './condition-store.ts'
export {
  keyOf as reviewKeyOf,
  keysOf as reviewKeysOf,
  newestOf as reviewsOf,
  newestOfEach as newestReviews,
  openOf as openReviewOf,
  openOfEach as openReviewsOfEach,
  reviewById,
  signersOf,
  signOffsOf,
} from './store.ts'
export type { ConditionRow, ReviewRow } from './store.ts'

/** Whether a subject still has something to do before it goes live. */
export const openBeforeLive = async (db: Parameters<typeof conditionsAbout>[0], kind: string, subject: string): Promise<number> =>
  (await conditionsAbout(db, kind, subject)).filter(({ needed, state }) => needed === 'before' && state !== 'accepted').length

export const reviewCapability = (parts: ReviewParts, secondLooks: SecondLooks, address: string | null) => {
  const { kinds } = parts
  const promises = { listPromisesAtStake: listPromisesAtStake(parts), keepPromise: keepPromise(parts) }
  const remind = remindOfConditions(parts)
  return {
    operations: [
      listReviews(parts),
      promises.listPromisesAtStake,
      showReviewFigures(parts, secondLooks),
      showReview(parts),
      showReviewDate(parts, address),
      startReview(parts),
      assignReview(parts),
      signOffReview(parts),
      askAboutReview(parts),
      answerReviewQuestion(parts),
      escalateReview(parts),
      recordChange(parts),
      meetCondition(kinds),
      acceptCondition(kinds),
      promises.keepPromise,
      remind,
    ],
    jobs: [keepPromises(promises), remindEachDay(remind)],
    messages: [
      signOffGiven,
      questionForYou,
      questionAnswered,
      conditionDueSoon,
      conditionToJudge,
      conditionJudged.accepted,
      conditionJudged.open,
    ],
    governed: [reviews, signOffs, questions, conditions],
    entries: Object.values(entries),
  }
}
