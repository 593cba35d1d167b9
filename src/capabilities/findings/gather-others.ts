import { sql } from 'kysely'
import { calendarOf } from '#src/engines/charter/index.ts'
import { addBusinessMinutes, businessMinutesBetween } from '#src/kernel/business-calendar.ts'
import type { Charters } from '../charter/index.ts'
import { adoptionInForce } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { installationRow } from '../people/index.ts'
import { promiseSteps } from '../review/index.ts'
import { allTools } from '../tools/index.ts'
import type { PersonCase, ProgramCase, ReviewCase, ToolCase } from './solution-case.ts'
import { heldBackNow } from './effect-store.ts'
import { MOST_OWNED } from './owner-rules.ts'

/** A page of subjects of one kind: those that a query names, and those that are watched or found although it no longer does. */
const pageOf = async (db: Db, kind: string, after: string | null, limit: number, named: ReturnType<typeof sql>): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from (
      ${named}
      union select subject_id from watch where subject_kind = ${kind}
      union select subject_id from finding where subject_kind = ${kind} and state <> 'cleared'
    ) subject (id)
    where ${after}::text is null or id > ${after} order by id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

export const pageOfReviews = (db: Db, after: string | null, limit: number) =>
  pageOf(db, 'review', after, limit, sql`select id from review where ended_at is null`)

/** Reviews that are open; what is left of their promises is counted by the charter's calendar. */
export const gatherReviews = async (charters: Charters, db: Db, ids: readonly string[]): Promise<ReviewCase[]> => {
  if (ids.length === 0) return []
  const charter = await charters.inForce(db)
  const calendar = calendarOf(charter)
  const rows = await db
    .selectFrom('review')
    .select(['id', 'purpose', 'tier', 'state', 'dueAt', 'submittedAt', 'promisedMinutes', 'pauses'])
    .where('id', 'in', ids)
    .where('endedAt', 'is', null)
    .execute()
  return rows.map(({ id, purpose, tier, state, dueAt, submittedAt, promisedMinutes, pauses }) => {
    const paused = state === 'with-maker'
    const last = Math.max(0, ...promiseSteps(charter, tier))
    const lateFrom = paused ? null : momentOf({ submittedAt, pauses }, (promisedMinutes * last) / 100, calendar)
    return { id, purpose, tier, dueAt: paused ? null : dueAt, lateFrom }
  })
}

/** When so many minutes of a review's time are used up; pauses are over. */
const momentOf = (
  { submittedAt, pauses }: { submittedAt: Temporal.Instant; pauses: readonly { from: string; to: string | null }[] },
  minutes: number,
  calendar: ReturnType<typeof calendarOf>,
): Temporal.Instant => {
  // A pause that begins before the time is used up moves its end; one after it doesn't.
  let end = addBusinessMinutes(calendar, submittedAt, minutes)
  let used = 0
  for (const { from, to } of pauses) {
    if (to === null || Temporal.Instant.compare(Temporal.Instant.from(from), end) >= 0) break
    used += businessMinutesBetween(calendar, Temporal.Instant.from(from), Temporal.Instant.from(to))
    end = addBusinessMinutes(calendar, submittedAt, minutes + used)
  }
  return end
}

export const pageOfTools = async (charters: Charters, db: Db, after: string | null, limit: number): Promise<string[]> => {
  const listed = (await allTools(charters, db)).tools.map(({ id }) => id)
  return pageOf(db, 'tool', after, limit, sql`select unnest(${listed}::text[])`)
}

export const gatherTools = async (charters: Charters, db: Db, ids: readonly string[]): Promise<ToolCase[]> => {
  if (ids.length === 0) return []
  const tools = (await allTools(charters, db)).tools.filter(({ id }) => ids.includes(id))
  const owners = tools.flatMap(({ ownerId }) => ownerId ?? [])
  const people =
    owners.length === 0 ? [] : await db.selectFrom('person').select(['id', 'state', 'stateSince']).where('id', 'in', owners).execute()
  return tools.map(({ id, status, nextReviewOn, ownerId }) => ({
    id,
    status,
    nextReviewOn,
    owner: people.find(person => person.id === ownerId) ?? null,
  }))
}

const running = sql`state in ('approved', 'active', 'suspended')`

/** Those who answer for too many; of everybody else there is nothing to say. */
export const pageOfOwners = (db: Db, after: string | null, limit: number) =>
  pageOf(db, 'person', after, limit, sql`select owner_id from solution where ${running} group by owner_id having count(*) > ${MOST_OWNED}`)

export const gatherOwners = async (_: Charters, db: Db, ids: readonly string[]): Promise<PersonCase[]> => {
  const { rows } = await sql<PersonCase>`
    select owner_id as id, count(*) as owned from solution
    where ${running} and owner_id = any(${[...ids]}::text[]) group by owner_id`.execute(db)
  return rows
}

export const pageOfProgram = async (db: Db, after: string | null): Promise<string[]> => {
  const installation = await installationRow(db)
  return installation && (after === null || installation.id > after) ? [installation.id] : []
}

/** The last days of what is to be done about incidents, soonest first; as many as matter. */
const actionsDue = async (db: Db): Promise<string[]> =>
  (
    await db
      .selectFrom('incidentAction')
      .innerJoin('incident', 'incident.id', 'incidentAction.incidentId')
      .select('incidentAction.dueOn')
      .where('incident.state', '<>', 'closed')
      .where('incidentAction.doneAt', 'is', null)
      .orderBy('incidentAction.dueOn')
      .limit(1_000)
      .execute()
  ).map(({ dueOn }) => dueOn)

export const gatherProgram = async (_: Charters, db: Db, ids: readonly string[]): Promise<ProgramCase[]> => {
  const installation = ids.length === 0 ? undefined : await installationRow(db)
  if (!installation) return []
  const { id, createdAt: since } = installation
  return [
    {
      id,
      charterAdopted: (await adoptionInForce(db)) !== undefined,
      heldBack: await heldBackNow(db),
      actionsDue: await actionsDue(db),
      since,
    },
  ]
}
