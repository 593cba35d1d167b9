import { calendarOf } from '#src/engines/charter/index.ts'
import type { Charter } from '#src/engines/charter/index.ts'
import { clockOf } from './clock.ts'
import { fellConditions, moveConditions } from './condition-store.ts'
import type { Decided, Outcome, ReviewKind, Writing } from './kind.ts'
import * as said from './said.ts'
import type { ReviewRow, SignOffRow } from './store.ts'
import { fellSignOffs, keyOf, lockReview, openOf, updateReview } from './store.ts'

/** A review with a pause that lasts, ended where it stands. */
const withoutPause = ({ pauses }: ReviewRow, now: Temporal.Instant) => pauses.map(pause => ({ ...pause, to: pause.to ?? now.toString() }))

/**
 * Ends the open review of something without an outcome, because what it looked at is no longer so; second looks go on. Every
 * sign-off falls, those given included: they were given for other content. The caller holds the subject.
 * @returns the review that was dropped, if one was open.
 */
export const dropReview = async (
  { db, now, record }: Writing,
  { kind, subject, because }: { kind: string; subject: string; because: string },
): Promise<ReviewRow | null> => {
  const open = await openOf(db, kind, subject)
  if (!open) return null
  const review = await lockReview(db, open.id)
  const row = await updateReview(db, review.id, {
    state: 'dropped',
    endedAt: now,
    endedBecause: because,
    pauses: withoutPause(review, now),
  })
  record(said.dropped(row))
  for (const signOff of await fellSignOffs(db, row.id)) record(said.fallen(row, signOff, because))
  for (const condition of await fellConditions(db, row.id)) record(said.conditionNow(condition, row.submittedBy))
  return row
}

/** Ends a review with its outcome and tells its kind, in the same transaction. The caller holds the subject and the review. */
export const settleReview = async (
  writing: Writing,
  { kind, charter }: { kind: ReviewKind; charter: Charter },
  review: ReviewRow,
  { outcome, by, reasons }: { outcome: Outcome; by: readonly string[]; reasons: readonly string[] },
): Promise<ReviewRow> => {
  const { db, now, record } = writing
  const row = await updateReview(db, review.id, { state: 'decided', outcome, endedAt: now, pauses: withoutPause(review, now) })
  const { left } = clockOf(calendarOf(charter), row, now)
  record(said.decided(row, by, left >= 0))
  for (const signOff of await unsigned(writing, row)) record(said.fallen(row, signOff, outcome))
  if (outcome === 'returned' || outcome === 'rejected')
    for (const condition of await fellConditions(db, row.id)) record(said.conditionNow(condition, by[0] ?? row.submittedBy))
  const { id, purpose, subject, matter, digest, submittedBy, number } = row
  const decided: Decided = {
    review: { id, key: keyOf(number), purpose, subject, matter, digest, submittedBy },
    outcome,
    decidedBy: by,
    reasons,
  }
  await kind.decided(decided, writing)
  return row
}

/** Sign-offs that nobody needs to give any more. */
const unsigned = ({ db }: Writing, { id }: ReviewRow): Promise<SignOffRow[]> =>
  db
    .updateTable('signOff')
    .set(eb => ({ state: 'fallen', version: eb('version', '+', 1) }))
    .where('reviewId', '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .execute()

/** A yes that another review goes on from stands or falls with that one, and so do its conditions. */
export const carryConditions = async ({ db, record }: Writing, from: string, to: ReviewRow): Promise<void> => {
  for (const condition of await moveConditions(db, from, to.id)) record(said.conditionNow(condition, condition.setBy))
}
