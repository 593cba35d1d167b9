import { sql } from 'kysely'
import { calendarOf } from '#src/engines/charter/index.ts'
import type { Charter } from '#src/engines/charter/index.ts'
import { dayIn } from '#src/kernel/business-calendar.ts'
import { clockOf } from './clock.ts'
import type { Step } from './escalation.ts'
import { stepFor } from './escalation.ts'
import type { Reading } from './kind.ts'
import { officeOf } from './role.ts'
import type { ReviewRow, SignOffRow } from './store.ts'
import { signOffsOf } from './store.ts'

/** How many open reviews one round looks at, the least time left first. */
const A_ROUND = 500

/** Percent of the promised time at which a lane's steps come; lanes without steps follow tier 2's. */
export const stepsOf = ({ documents }: Pick<Charter, 'documents'>, tier: number | null): number[] => {
  const { lanes } = documents['lanes.yaml']
  const of = (wanted: number | null) => lanes.find(lane => lane.tier === wanted)?.escalation.map(({ atPercent }) => atPercent) ?? []
  const own = of(tier)
  return own.length > 0 ? own : of(2)
}

export interface Due {
  review: ReviewRow
  signOff: SignOffRow
  step: Step
}

/** Of these reviews, the sign-offs with which something has to happen now. Two queries however many they are. */
export const stepsDue = async ({ db, now }: Reading, charter: Charter, reviews: readonly ReviewRow[]): Promise<Due[]> => {
  const calendar = calendarOf(charter)
  const going = reviews.filter(({ endedAt, state }) => endedAt === null && state !== 'with-maker')
  const open = (
    await signOffsOf(
      db,
      going.map(({ id }) => id),
    )
  ).filter(({ state }) => state === 'open')
  const offices = await officesHeld(
    { db, now },
    dayIn(calendar, now),
    open.flatMap(({ assigneeId }) => assigneeId ?? []),
  )
  return open.flatMap(signOff => {
    const review = going.find(({ id }) => id === signOff.reviewId)
    if (!review) return []
    const { ours } = clockOf(calendar, review, now)
    const step = stepFor(
      {
        started: signOff.startedAt !== null,
        assigneeHere: signOff.assigneeId === null ? null : (offices.get(signOff.assigneeId)?.includes(officeOf(signOff.role)) ?? false),
        toldPercent: signOff.toldPercent,
        percent: review.promisedMinutes === 0 ? 100 : (ours / review.promisedMinutes) * 100,
      },
      stepsOf(charter, review.tier),
    )
    return step ? [{ review, signOff, step }] : []
  })
}

/** Open reviews in the order of their promises, as far as one round looks. */
export const openByPromise = ({ db }: Reading): Promise<ReviewRow[]> =>
  db
    .selectFrom('review')
    .selectAll()
    .where('endedAt', 'is', null)
    .where('state', '<>', 'with-maker')
    .where('purpose', '<>', 'second-look')
    .orderBy('dueAt')
    .orderBy('number')
    .limit(A_ROUND)
    .execute()

/** The offices of those who are here on a day: active, and not away. */
const officesHeld = async ({ db }: Reading, day: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'roles'])
    .where('id', 'in', [...new Set(ids)])
    .where('state', '=', 'active')
    .where(
      sql<boolean>`not exists (select from absence where absence.person_id = person.id and absence.first_day <= ${day}::date and absence.last_day >= ${day}::date)`,
    )
    .execute()
  return new Map(rows.map(({ id, roles }) => [id, roles]))
}
