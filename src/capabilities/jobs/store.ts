import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import type { Step } from './kind.ts'

export type JobRow = Selectable<Tables['job']>

interface NewJob {
  kind: string
  key: string
  input: unknown
  dueAt: Temporal.Instant
  askedBy: string | null
}

/** Puts a job down unless its kind has one with that key. @returns whether it was new. */
export const insertJob = async (db: Db, { kind, key, input, dueAt, askedBy }: NewJob, now: Temporal.Instant): Promise<boolean> => {
  const made = await db
    .insertInto('job')
    .values({
      id: newId(),
      kind,
      key,
      input: JSON.stringify(input),
      state: 'waiting',
      done: 0,
      ofAll: null,
      dueAt: dueAt.toString(),
      holder: null,
      tries: 0,
      trouble: null,
      askedBy,
      madeAt: now.toString(),
    })
    .onConflict(conflict => conflict.columns(['kind', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/**
 * Takes one job that is due, or whose holder let its lease run out. Two processes never take the same: whoever comes second passes
 * over a row that is being taken.
 */
export const takeDue = async (
  db: Db,
  holder: string,
  { now, leaseUntil, kinds }: { now: Temporal.Instant; leaseUntil: Temporal.Instant; kinds: readonly string[] },
): Promise<JobRow | undefined> => {
  const { rows } = await sql<JobRow>`
    update job set state = 'running', holder = ${holder}, lease_until = ${at(leaseUntil)}, started_at = coalesce(started_at, ${at(now)})
    where id = (
      select id from job
      where ended_at is null and kind = any(${[...kinds]}::text[]) and due_at <= ${at(now)}
        and (state = 'waiting' or lease_until < ${at(now)})
      order by due_at, id limit 1 for update skip locked
    )
    returning *`.execute(db)
  return rows[0]
}

/** The row as long as it is still this holder's and nobody stopped it; a lease that ran out is somebody else's. */
const held = (db: Db, id: string, holder: string) =>
  db.updateTable('job').where('id', '=', id).where('holder', '=', holder).where('state', '=', 'running')

/** Writes down how far a step came; gives the job free again, or ends it. @returns whether it was still ours to write. */
export const keepStep = async (db: Db, { id }: JobRow, holder: string, step: Step, now: Temporal.Instant): Promise<boolean> => {
  const over = step.cursor === undefined
  const kept = await held(db, id, holder)
    .set({
      state: over ? 'done' : 'waiting',
      holder: null,
      leaseUntil: null,
      cursor: over ? null : JSON.stringify(step.cursor),
      done: step.done,
      ofAll: step.of ?? null,
      tries: 0,
      trouble: null,
      dueAt: now.add(step.pause ?? { seconds: 0 }).toString(),
      endedAt: over ? now.toString() : null,
    })
    .executeTakeFirst()
  return kept.numUpdatedRows === 1n
}

/** A step failed: it is tried again later, or the job is given up. */
export const keepTrouble = async (
  db: Db,
  { id, tries }: JobRow,
  holder: string,
  { trouble, retryAt, now }: { trouble: string; retryAt: Temporal.Instant | null; now: Temporal.Instant },
): Promise<void> => {
  await held(db, id, holder)
    .set({
      state: retryAt === null ? 'failed' : 'waiting',
      holder: null,
      leaseUntil: null,
      tries: tries + 1,
      trouble,
      dueAt: (retryAt ?? now).toString(),
      endedAt: retryAt === null ? now.toString() : null,
    })
    .execute()
}

export const jobById = (db: Db, id: string): Promise<JobRow | undefined> =>
  db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst()

export const lockJob = (db: Db, id: string): Promise<JobRow | undefined> =>
  db.selectFrom('job').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const cancel = (db: Db, id: string, now: Temporal.Instant): Promise<JobRow> =>
  db
    .updateTable('job')
    .set({ state: 'cancelled', holder: null, leaseUntil: null, endedAt: now.toString() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** The newest jobs, at most a page; or those that are not over. */
export const newestJobs = (db: Db, { limit, open }: { limit: number; open: boolean }): Promise<JobRow[]> => {
  const page = db.selectFrom('job').selectAll().orderBy('madeAt', 'desc').orderBy('id').limit(limit)
  return (open ? page.where('endedAt', 'is', null) : page).execute()
}

/** The last round of each kind that ended, and whether that was well. */
export const lastOfEach = (db: Db): Promise<JobRow[]> =>
  db.selectFrom('job').selectAll().distinctOn('kind').where('endedAt', 'is not', null).orderBy('kind').orderBy('endedAt', 'desc').execute()

/** Since when the job has been due that waits longest for anybody to take it. */
export const dueForLongest = async (db: Db, now: Temporal.Instant): Promise<Temporal.Instant | null> =>
  (
    await db
      .selectFrom('job')
      .select('dueAt')
      .where('endedAt', 'is', null)
      .where('dueAt', '<=', at(now))
      .where(eb => eb.or([eb('state', '=', 'waiting'), eb('leaseUntil', '<', at(now))]))
      .orderBy('dueAt')
      .limit(1)
      .executeTakeFirst()
  )?.dueAt ?? null

/** Jobs that are over and older than what anybody looks at; those that failed are kept as long as the usual ones. */
export const deleteOld = async (
  db: Db,
  frequent: readonly string[],
  before: { usual: Temporal.Instant; frequent: Temporal.Instant },
): Promise<void> => {
  await sql`
    delete from job where ended_at < ${at(before.usual)}
      or (ended_at < ${at(before.frequent)} and state = 'done' and kind = any(${[...frequent]}::text[]))`.execute(db)
}

/** Whether a round of a kind that was due is not over. */
export const isUnderWay = async (db: Db, kind: string): Promise<boolean> =>
  (await db.selectFrom('job').select('id').where('kind', '=', kind).where('endedAt', 'is', null).limit(1).executeTakeFirst()) !== undefined
