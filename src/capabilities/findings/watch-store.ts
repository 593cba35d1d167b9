import { sql } from 'kysely'
import { at } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'
import type { Watching } from './compare.ts'
import type { SubjectKind } from './rule.ts'
import type { SubjectRef } from './subjects.ts'

export interface Position {
  nextLeaf: number
  sweptAt: Temporal.Instant | null
  mark: string | null
}

const begun: Position = { nextLeaf: 0, sweptAt: null, mark: null }

export const positionNow = async (db: Db): Promise<Position> =>
  (await db.selectFrom('sweepPosition').select(['nextLeaf', 'sweptAt', 'mark']).executeTakeFirst()) ?? begun

/** The same, and no other sweep changes anything until the transaction ends. */
export const lockPosition = async (db: Db): Promise<Position> => {
  await db
    .insertInto('sweepPosition')
    .values({ nextLeaf: 0, mark: null })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return db.selectFrom('sweepPosition').select(['nextLeaf', 'sweptAt', 'mark']).forUpdate().executeTakeFirstOrThrow()
}

export const keepPosition = async (db: Db, { nextLeaf, sweptAt, mark }: Position): Promise<void> => {
  await db
    .updateTable('sweepPosition')
    .set({ nextLeaf, sweptAt: sweptAt?.toString() ?? null, mark })
    .execute()
}

/** A clock that went back further was wrong before, and what it found goes with it. */
const TRUSTED = { hours: 48 }

/**
 * The time to judge by: a clock that went back a little judges by the latest time that anything was judged by, so that nothing
 * clears only to open again.
 */
export const timeToJudgeBy = ({ sweptAt }: Position, now: Temporal.Instant): Temporal.Instant =>
  sweptAt !== null && Temporal.Instant.compare(sweptAt, now) > 0 && Temporal.Instant.compare(sweptAt.subtract(TRUSTED), now) <= 0
    ? sweptAt
    : now

/** Subjects whose time has come, the longest waiting first. */
export const watchesDue = async (db: Db, now: Temporal.Instant, limit: number): Promise<SubjectRef[]> => {
  const { rows } = await sql<{ kind: SubjectKind; id: string }>`
    select subject_kind as kind, subject_id as id from watch where next_change_at <= ${at(now)}
    order by next_change_at limit ${limit}`.execute(db)
  return rows
}

/** Writes when subjects are looked at again, where that is another time than stands, and forgets subjects that are gone. */
export const keepWatches = async (db: Db, refs: readonly SubjectRef[], watches: readonly Watching[]): Promise<number> => {
  const kept = watches.filter(({ next, ownerId }) => next !== null || ownerId !== null)
  const given = kept.map(({ kind, id, next, ownerId }) => ({ kind, id, next: next?.toString() ?? null, owner: ownerId }))
  const written = await sql`
    insert into watch (subject_kind, subject_id, next_change_at, owner_id)
    select kind, id, next, owner from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given
      (kind text, id text, next timestamptz, owner text)
    on conflict (subject_kind, subject_id) do update set next_change_at = excluded.next_change_at, owner_id = excluded.owner_id
      where (watch.next_change_at, watch.owner_id) is distinct from (excluded.next_change_at, excluded.owner_id)
    returning subject_id`.execute(db)
  const still = new Set(kept.map(({ kind, id }) => `${kind} ${id}`))
  const gone = refs.filter(({ kind, id }) => !still.has(`${kind} ${id}`))
  const forgotten =
    gone.length === 0
      ? { rows: [] }
      : await sql`
          delete from watch where (subject_kind, subject_id) in
            (select * from unnest(${gone.map(({ kind }) => kind)}::text[], ${gone.map(({ id }) => id)}::text[]))
          returning subject_id`.execute(db)
  return written.rows.length + forgotten.rows.length
}

/** Has a subject looked at no later than at a moment. */
export const watchUntil = async (db: Db, { kind, id }: SubjectRef, moment: Temporal.Instant): Promise<void> => {
  await sql`
    insert into watch (subject_kind, subject_id, next_change_at) values (${kind}, ${id}, ${at(moment)})
    on conflict (subject_kind, subject_id) do update set next_change_at = least(watch.next_change_at, excluded.next_change_at)`.execute(db)
}
