import { calendarOf } from '#src/engines/charter/index.ts'
import type { Charter } from '#src/engines/charter/index.ts'
import { addBusinessDays, dayIn } from '#src/kernel/business-calendar.ts'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import type { Purpose, Reading, Writing } from './kind.ts'
import type { Lane } from './lane.ts'
import { PACE_DAYS, promiseFor } from './promise.ts'
import type { Promised } from './promise.ts'
import { reviewersFor, waitingFor } from './queue-store.ts'
import * as said from './said.ts'
import { assigneeOf } from './signer.ts'
import type { Reviewer } from './signer.ts'
import type { ReviewRow } from './store.ts'
import { tellAssignees } from './told.ts'
import { insertReview, insertSignOffs } from './store.ts'

export interface Opening {
  kind: string
  subject: string
  /** What people call it by. */
  name: string
  matter: string
  digest: string
  purpose: Purpose
  tier: number | null
  lane: Lane
  /** Human beings who stand behind the subject and who decided before: it goes to none of them. */
  authors: readonly string[]
  excluded: readonly string[]
  note: string | null
  submittedBy: { id: string; human: string }
}

/**
 * Asks people to look at something. Each sign-off goes to somebody fit who is here, and the date that is promised comes from the
 * queue as it stands. The caller holds the subject, and no review of it is open.
 */
export const openReview = async (writing: Writing, charter: Charter, opening: Opening): Promise<ReviewRow> => {
  const { db, now, record } = writing
  const { lane, authors, excluded, submittedBy } = opening
  const calendar = calendarOf(charter)
  const offices = await officesOf({ db, now }, calendar, lane)
  const promised = promiseFor(calendar, lane, waitingIn(offices), now)
  const { kind, subject, matter, digest, purpose, tier, note } = opening
  const review = await insertReview(db, {
    kind,
    subject,
    matter,
    digest,
    purpose,
    tier,
    note,
    charterDigest: charter.digest,
    excluded: [...excluded],
    submittedBy: submittedBy.id,
    submittedByHuman: submittedBy.human,
    submittedAt: now,
    promisedMinutes: Math.round(promised.minutes),
    promise: kept(promised),
    dueAt: promised.by,
  })
  const unfit = [...authors, ...excluded, submittedBy.human]
  const signOffs = await insertSignOffs(
    db,
    lane.signOffs.map(({ role, checklists, businessDays }, place) => {
      const reviewers = offices.get(role)?.reviewers ?? []
      const assigneeId = assigneeOf(reviewers, unfit)
      // One person holds one sign-off on one review.
      unfit.push(...reviewers.filter(({ id }) => id === assigneeId).map(({ human }) => human))
      return { reviewId: review.id, role, place, checklists: [...checklists], businessDays, assigneeId }
    }),
  )
  record(
    said.opened(
      review,
      lane.signOffs.map(({ role }) => role),
    ),
  )
  for (const signOff of signOffs) record(said.asked(review, signOff))
  tellAssignees(writing, charter, review, opening, signOffs)
  return review
}

/** The date that would be promised now; nothing is written. */
export const foreseePromise = async (reading: Reading, charter: Charter, lane: Lane): Promise<Promised> => {
  const calendar = calendarOf(charter)
  return promiseFor(calendar, lane, waitingIn(await officesOf(reading, calendar, lane)), reading.now)
}

interface Office {
  reviewers: readonly Reviewer[]
  ahead: number
  given: number
  people: number
}

/** Who holds the offices of a lane, and what waits for them: two queries an office. */
const officesOf = async ({ db, now }: Reading, calendar: BusinessCalendar, lane: Lane): Promise<ReadonlyMap<string, Office>> => {
  const since = pacedSince(calendar, now)
  const found = new Map<string, Office>()
  for (const { role } of lane.signOffs) {
    const reviewers = await reviewersFor(db, role, dayIn(calendar, now))
    const here = reviewers.filter(({ away }) => !away).length
    found.set(role, { reviewers, ...(await waitingFor(db, role, since, here)) })
  }
  return found
}

const waitingIn = (offices: ReadonlyMap<string, Office>) =>
  new Map([...offices].map(([role, { ahead, given, people }]) => [role, { ahead, given, people }]))

/** About so many business days ago; measured in calendar days, with weekends. */
const pacedSince = (calendar: BusinessCalendar, now: Temporal.Instant): Temporal.Instant => {
  const ahead = addBusinessDays(calendar, now, PACE_DAYS)
  return now.subtract(now.until(ahead))
}

const kept = ({ by, usual, expected, because, ahead, people }: Promised): ReviewRow['promise'] => ({
  by: by.toString(),
  usual: usual.toString(),
  expected: expected.toString(),
  because,
  ahead,
  people,
})
