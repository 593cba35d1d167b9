import { refuse } from '#src/kernel/refusal.ts'
import type { Held } from './held.ts'
import type { SignOffRow } from './store.ts'

/** @throws Refusal `review-over` for a review that has ended. */
export const expectOpen = ({ review }: Held): void => {
  if (review.endedAt === null) return
  throw refuse('conflict', 'review-over', 'This review is over.', 'Look at its outcome; a new submission opens a new review.', 'review')
}

/** @throws Refusal `waits-for-maker` while a question is not answered: nothing is decided over the head of whoever was asked. */
export const expectGoing = (held: Held): void => {
  expectOpen(held)
  if (held.review.state !== 'with-maker') return
  throw refuse(
    'conflict',
    'waits-for-maker',
    'The review waits for an answer, and its clock stands still.',
    'Wait for the answer, or answer the question together with whoever was asked.',
    'review',
  )
}

/** @throws Refusal `other-content` where what was looked at is not what stands there now. */
export const expectContent = ({ review, subject }: Held, digest: string): void => {
  if (digest === review.digest && subject.digest === review.digest) return
  throw refuse(
    'stale',
    'other-content',
    'What you looked at is not what stands here now.',
    'Read the review again before you decide.',
    'digest',
  )
}

/** @throws Refusal `no-such-sign-off` where that role has none that is open. */
export const openSignOff = ({ signOffs }: Held, role: string): SignOffRow => {
  const found = signOffs.find(signOff => signOff.role === role && signOff.state === 'open')
  if (found) return found
  throw refuse(
    'conflict',
    'no-such-sign-off',
    'No sign-off of this role is open on this review.',
    'Take a role that the review names as open.',
    'role',
  )
}

/** @throws Refusal `second-look` for what is answered in facts and not with a yes or no. */
export const expectYesOrNo = ({ review }: Held): void => {
  if (review.purpose !== 'second-look') return
  throw refuse(
    'conflict',
    'second-look',
    'A second look is answered with the facts as you see them, not with a yes or no.',
    'Record what you see on the second look’s own page.',
    'review',
  )
}
