import { sql } from 'kysely'
import { at } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'
import type { Waiting } from './promise.ts'
import { officeOf } from './role.ts'
import type { Reviewer } from './signer.ts'
import type { ReviewRow, SignOffRow } from './store.ts'

/** More holders of one office than it takes to choose from. */
const MOST_REVIEWERS = 200

/** Who holds the office of a sign-off: whether they are away on that day, who stands in, and how much waits for them. One query. */
export const reviewersFor = async (db: Db, role: string, day: string): Promise<Reviewer[]> => {
  const { rows } = await sql<Reviewer>`
    select person.id, person.human, absence.deputy_id as deputy, absence.id is not null as away,
      (select count(*)::int from sign_off where sign_off.assignee_id = person.id and sign_off.state = 'open') as open
    from person
    left join lateral (
      select id, deputy_id from absence
      where absence.person_id = person.id and absence.first_day <= ${day}::date and absence.last_day >= ${day}::date limit 1
    ) absence on true
    where person.state = 'active' and person.roles @> ${JSON.stringify([officeOf(role)])}::jsonb
    order by person.id limit ${MOST_REVIEWERS}`.execute(db)
  return rows
}

/** What waits before one office, and the pace that it kept since a moment. One query. */
export const waitingFor = async (db: Db, role: string, since: Temporal.Instant, people: number): Promise<Waiting> => {
  const { rows } = await sql<{ ahead: number; given: number }>`
    select
      (select count(*)::int from (
        select from sign_off join review on review.id = sign_off.review_id
        where sign_off.state = 'open' and sign_off.role = ${role} and review.purpose <> 'second-look' and review.state <> 'with-maker' limit 2000
      ) open) as ahead,
      (select count(*)::int from (
        select from sign_off where sign_off.decided_at >= ${at(since)} and sign_off.role = ${role} and sign_off.state <> 'open' limit 2000
      ) given) as given`.execute(db)
  return { ahead: rows[0]?.ahead ?? 0, given: rows[0]?.given ?? 0, people }
}

export const views = ['open', 'mine', 'unassigned', 'due-today', 'late', 'paused', 'decided'] as const
export type View = (typeof views)[number]

export interface Listing {
  view: View
  person: string
  now: Temporal.Instant
  endOfToday: Temporal.Instant
  limit: number
  /** The last review of the page before. */
  after: ReviewRow | undefined
}

const queued = [
  'id',
  'number',
  'version',
  'kind',
  'subject',
  'purpose',
  'tier',
  'state',
  'submittedBy',
  'submittedAt',
  'promisedMinutes',
  'pauses',
  'dueAt',
  'outcome',
  'endedAt',
  'endedBecause',
] as const satisfies readonly (keyof ReviewRow)[]
/** What a line of the queue shows of a review. */
export type Queued = Pick<ReviewRow, (typeof queued)[number]>

/** What it shows of a sign-off. */
export type Given = Pick<
  SignOffRow,
  'reviewId' | 'role' | 'state' | 'assigneeId' | 'startedAt' | 'decidedBy' | 'decidedAt' | 'reason' | 'answers'
>

/** One page of the queue, least time left first; of what is decided, the newest first. */
export const pageOfReviews = async (db: Db, { view, person, now, endOfToday, limit, after }: Listing): Promise<Queued[]> => {
  const open = db.selectFrom('review').select(queued).where('endedAt', 'is', null)
  const page = {
    open: () => open,
    paused: () => open.where('state', '=', 'with-maker'),
    late: () => open.where('state', '<>', 'with-maker').where('dueAt', '<', at(now)),
    'due-today': () => open.where('state', '<>', 'with-maker').where('dueAt', '<', at(endOfToday)),
    mine: () => open.where(hasOpenSignOff(sql`sign_off.assignee_id = ${person}`)),
    unassigned: () => open.where(hasOpenSignOff(sql`sign_off.assignee_id is null`)),
    decided: () => db.selectFrom('review').select(queued).where('endedAt', 'is not', null),
  }[view]()
  const behind =
    after === undefined
      ? page
      : view === 'decided'
        ? page.where(sql<boolean>`(ended_at, number) < (${at(after.endedAt ?? now)}, ${after.number})`)
        : page.where(sql<boolean>`(due_at, number) > (${at(after.dueAt)}, ${after.number})`)
  return view === 'decided'
    ? behind
        .orderBy('endedAt', 'desc')
        .orderBy('number', 'desc')
        .limit(limit + 1)
        .execute()
    : behind
        .orderBy('dueAt')
        .orderBy('number')
        .limit(limit + 1)
        .execute()
}

/** Sign-offs of the reviews on a page, each in the order of its lane, with the names of whose they are. */
export const givenFor = async (
  db: Db,
  reviews: readonly string[],
): Promise<(Given & { assigneeName: string | null; deciderName: string | null })[]> =>
  db
    .selectFrom('signOff')
    .leftJoin('person as assignee', 'assignee.id', 'signOff.assigneeId')
    .leftJoin('person as decider', 'decider.id', 'signOff.decidedBy')
    .select([
      'signOff.reviewId',
      'signOff.role',
      'signOff.state',
      'signOff.assigneeId',
      'signOff.startedAt',
      'signOff.decidedBy',
      'signOff.decidedAt',
      'signOff.reason',
      'signOff.answers',
      'assignee.name as assigneeName',
      'decider.name as deciderName',
    ])
    .where('signOff.reviewId', '=', sql<string>`any(${reviews}::text[])`)
    .orderBy('signOff.reviewId')
    .orderBy('signOff.place')
    .execute()

const hasOpenSignOff = (which: ReturnType<typeof sql>) =>
  sql<boolean>`review.id in (select sign_off.review_id from sign_off where sign_off.state = 'open' and ${which})`

/** How many wait, by how it stands with their promise; what needs somebody who asks. One query over what is open. */
export const countOpen = async (db: Db, person: string, now: Temporal.Instant, endOfToday: Temporal.Instant) => {
  const { rows } = await sql<{ open: number; paused: number; late: number; dueToday: number; mine: number; unassigned: number }>`
    select count(*)::int as open,
      count(*) filter (where state = 'with-maker')::int as paused,
      count(*) filter (where state <> 'with-maker' and due_at < ${at(now)})::int as late,
      count(*) filter (where state <> 'with-maker' and due_at < ${at(endOfToday)})::int as due_today,
      count(*) filter (where ${hasOpenSignOff(sql`sign_off.assignee_id = ${person}`)})::int as mine,
      count(*) filter (where ${hasOpenSignOff(sql`sign_off.assignee_id is null`)})::int as unassigned
    from review where ended_at is null`.execute(db)
  return rows[0] ?? { open: 0, paused: 0, late: 0, dueToday: 0, mine: 0, unassigned: 0 }
}
