import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { sealedColumn } from '#src/vault/index.ts'

export type StepRow = Selectable<Tables['contentStep']>
export type ReviewRow = Selectable<Tables['contentReview']>

/** Where the secrets stand that sign what flows are told. */
export const secretColumn = sealedColumn({ table: 'contentStep', id: 'id', column: 'sealedSecret' })

export const stepOf = (db: Db, solutionId: string): Promise<StepRow | undefined> =>
  db.selectFrom('contentStep').selectAll().where('id', '=', solutionId).executeTakeFirst()

/** The same, held until the transaction ends, so that what is counted about it stays true. */
export const lockStep = (db: Db, solutionId: string): Promise<StepRow | undefined> =>
  db.selectFrom('contentStep').selectAll().where('id', '=', solutionId).forUpdate().executeTakeFirst()

type Named = Pick<StepRow, 'id' | 'deadlineMinutes' | 'keepDays' | 'namedBy'> & { reviewers: readonly string[] }

/** The caller holds the solution. */
export const keepStep = (db: Db, { reviewers, ...named }: Named, now: Temporal.Instant): Promise<StepRow> => {
  const content = { ...named, reviewers: JSON.stringify(reviewers), namedAt: now.toString() }
  return db
    .insertInto('contentStep')
    .values({ ...content, version: 1, sealSalt: newSalt() })
    .onConflict(conflict => conflict.column('id').doUpdateSet(eb => ({ ...content, version: eb('contentStep.version', '+', 1) })))
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The caller holds the step. */
export const keepSecret = (db: Db, id: string, sealedSecret: Buffer): Promise<StepRow> =>
  db
    .updateTable('contentStep')
    .set(eb => ({ sealedSecret, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

type New = Pick<ReviewRow, 'id' | 'solutionId' | 'declarationId' | 'kind' | 'recipient' | 'digest' | 'characters' | 'submittedBy' | 'dueAt'>

export const insertReview = (db: Db, { dueAt, ...review }: New, now: Temporal.Instant): Promise<ReviewRow> =>
  db
    .insertInto('contentReview')
    .values({
      ...review,
      version: 1,
      sealSalt: newSalt(),
      dueAt: dueAt.toString(),
      submittedAt: now.toString(),
      opened: '{}',
      state: 'open',
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const reviewById = (db: Db, id: string): Promise<ReviewRow | undefined> =>
  db.selectFrom('contentReview').selectAll().where('id', '=', id).executeTakeFirst()

export const lockReview = (db: Db, id: string): Promise<ReviewRow | undefined> =>
  db.selectFrom('contentReview').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const openFor = (db: Db, { id, opened }: ReviewRow, person: string, now: Temporal.Instant): Promise<ReviewRow> =>
  db
    .updateTable('contentReview')
    .set(eb => ({ opened: JSON.stringify({ ...opened, [person]: now.toString() }), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

type Verdict = Pick<ReviewRow, 'attended'> & { state: 'approved' | 'rejected' | 'withdrawn'; decidedBy: string } & Partial<
    Pick<ReviewRow, 'quick' | 'approvedDigest' | 'added' | 'removed'>
  >

export const decideReview = (db: Db, id: string, verdict: Verdict, now: Temporal.Instant): Promise<ReviewRow> =>
  db
    .updateTable('contentReview')
    .set(eb => ({ ...verdict, decidedAt: now.toString(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirstOrThrow()

/** What waits of a solution, and what came within the last hour; the caller holds its step. */
export const crowdOf = async (db: Db, solutionId: string, now: Temporal.Instant): Promise<{ open: number; lastHour: number }> => {
  const { rows } = await sql<{ open: number; lastHour: number }>`
    select count(*) filter (where state = 'open' and due_at > ${at(now)})::int as open,
      count(*) filter (where submitted_at > ${at(now.subtract({ hours: 1 }))})::int as last_hour
    from content_review where solution_id = ${solutionId}
      and (submitted_at > ${at(now.subtract({ hours: 1 }))} or (state = 'open' and due_at > ${at(now)}))`.execute(db)
  return rows[0] ?? { open: 0, lastHour: 0 }
}

/** Reviews whose texts have been kept as long as their solution says, the oldest first. */
export const reviewsKeptLongEnough = (db: Db, now: Temporal.Instant, limit: number): Promise<ReviewRow[]> =>
  db
    .selectFrom('contentReview')
    .innerJoin('contentStep', 'contentStep.id', 'contentReview.solutionId')
    .selectAll('contentReview')
    .where('contentDeletedAt', 'is', null)
    .where(
      sql<boolean>`coalesce(content_review.decided_at, content_review.due_at) + make_interval(days => content_step.keep_days) <= ${at(now)}`,
    )
    .orderBy('contentReview.dueAt')
    .limit(limit)
    .forUpdate('contentReview')
    .skipLocked()
    .execute()

/** The texts are gone with that: nothing else holds them. */
export const deleteContent = async (db: Db, ids: readonly string[], now: Temporal.Instant): Promise<ReviewRow[]> => {
  await db.deleteFrom('contentPart').where('reviewId', 'in', ids).execute()
  return db
    .updateTable('contentReview')
    .set(eb => ({ contentDeletedAt: now.toString(), version: eb('version', '+', 1) }))
    .where('id', 'in', ids)
    .returningAll()
    .execute()
}
