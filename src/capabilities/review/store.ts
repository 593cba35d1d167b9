import type { Selectable } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type ReviewRow = Selectable<Tables['review']>
export type SignOffRow = Selectable<Tables['signOff']>
export type QuestionRow = Selectable<Tables['reviewQuestion']>
export type ConditionRow = Selectable<Tables['condition']>

/** REV-0042 from 42. */
export const keyOf = (number: number): string => `REV-${String(number).padStart(4, '0')}`
export const numberOf = (key: string): number => Number(key.slice('REV-'.length))

/** Keys of several reviews by their ids; no query for none. */
export const keysOf = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('review')
    .select(['id', 'number'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, keyOf(number)]))
}

/** Human beings who gave their word on a review, in which role and how. */
export const signersOf = (db: Db, reviewId: string): Promise<{ human: string; role: string; state: SignOffRow['state'] }[]> =>
  db
    .selectFrom('signOff')
    .select(['decidedByHuman as human', 'role', 'state'])
    .where('reviewId', '=', reviewId)
    .where('decidedByHuman', 'is not', null)
    .$narrowType<{ human: string }>()
    .execute()

const begun = () => ({ id: newId(), version: 1, sealSalt: newSalt() })

type NewReview = Omit<
  ReviewRow,
  'id' | 'number' | 'version' | 'sealSalt' | 'state' | 'pauses' | 'change' | 'outcome' | 'endedAt' | 'endedBecause'
>

export const insertReview = (db: Db, { submittedAt, dueAt, excluded, promise, ...row }: NewReview): Promise<ReviewRow> =>
  db
    .insertInto('review')
    .values({
      ...row,
      ...begun(),
      state: 'waiting',
      excluded: JSON.stringify(excluded),
      promise: JSON.stringify(promise),
      pauses: '[]',
      change: null,
      outcome: null,
      submittedAt: submittedAt.toString(),
      dueAt: dueAt.toString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()

type ReviewChange = Partial<Pick<ReviewRow, 'state' | 'pauses' | 'change' | 'outcome' | 'endedBecause' | 'dueAt' | 'endedAt'>>

/** Writes the next version of a review. */
export const updateReview = (db: Db, id: string, { pauses, change, dueAt, endedAt, ...row }: ReviewChange): Promise<ReviewRow> =>
  db
    .updateTable('review')
    .set(eb => ({
      ...row,
      ...(pauses === undefined ? {} : { pauses: JSON.stringify(pauses) }),
      ...(change === undefined ? {} : { change: JSON.stringify(change) }),
      ...(dueAt === undefined ? {} : { dueAt: dueAt.toString() }),
      ...(endedAt === undefined ? {} : { endedAt: endedAt?.toString() ?? null }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const reviewByNumber = (db: Db, number: number): Promise<ReviewRow | undefined> =>
  db.selectFrom('review').selectAll().where('number', '=', number).executeTakeFirst()

export const reviewById = (db: Db, id: string): Promise<ReviewRow> =>
  db.selectFrom('review').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Locks a review. Its subject is held already: that lock comes first everywhere. */
export const lockReview = (db: Db, id: string): Promise<ReviewRow> =>
  db.selectFrom('review').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()

/** The one open review of a subject, second looks aside; the caller holds the subject. */
export const openOf = (db: Db, kind: string, subject: string): Promise<ReviewRow | undefined> =>
  db
    .selectFrom('review')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('endedAt', 'is', null)
    .where('purpose', '<>', 'second-look')
    .executeTakeFirst()

/** The open review of each of several subjects, second looks aside: one query however many. */
export const openOfEach = async (db: Db, kind: string, subjects: readonly string[]): Promise<ReadonlyMap<string, ReviewRow>> => {
  if (subjects.length === 0) return new Map()
  const rows = await db
    .selectFrom('review')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject', 'in', subjects)
    .where('endedAt', 'is', null)
    .where('purpose', '<>', 'second-look')
    .execute()
  return new Map(rows.map(row => [row.subject, row]))
}

/** The newest reviews of a subject; the last hundred. */
export const newestOf = (db: Db, kind: string, subject: string): Promise<ReviewRow[]> =>
  db.selectFrom('review').selectAll().where('kind', '=', kind).where('subject', '=', subject).orderBy('number', 'desc').limit(100).execute()

/** The newest review of each of several subjects: one query however many. */
export const newestOfEach = async (db: Db, kind: string, subjects: readonly string[]): Promise<ReadonlyMap<string, ReviewRow>> => {
  if (subjects.length === 0) return new Map()
  const rows = await db
    .selectFrom('review')
    .distinctOn('subject')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject', 'in', subjects)
    .orderBy('subject')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map(row => [row.subject, row]))
}

type NewSignOff = Pick<SignOffRow, 'reviewId' | 'role' | 'place' | 'checklists' | 'businessDays' | 'assigneeId'>

export const insertSignOffs = (db: Db, given: readonly NewSignOff[]): Promise<SignOffRow[]> =>
  given.length === 0
    ? Promise.resolve([])
    : db
        .insertInto('signOff')
        .values(
          given.map(({ checklists, ...row }) => ({
            ...row,
            ...begun(),
            checklists: JSON.stringify(checklists),
            toldPercent: 0,
            state: 'open' as const,
            decidedBy: null,
            decidedByHuman: null,
            answers: null,
            reason: null,
          })),
        )
        .returningAll()
        .execute()

type SignOffChange = Partial<
  Pick<
    SignOffRow,
    'assigneeId' | 'startedAt' | 'toldPercent' | 'state' | 'decidedBy' | 'decidedByHuman' | 'decidedAt' | 'answers' | 'reason'
  >
>

export const updateSignOff = (db: Db, id: string, { startedAt, decidedAt, answers, ...row }: SignOffChange): Promise<SignOffRow> =>
  db
    .updateTable('signOff')
    .set(eb => ({
      ...row,
      ...(startedAt === undefined ? {} : { startedAt: startedAt?.toString() ?? null }),
      ...(decidedAt === undefined ? {} : { decidedAt: decidedAt?.toString() ?? null }),
      ...(answers === undefined ? {} : { answers: answers === null ? null : JSON.stringify(answers) }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** The open sign-offs of a review fall with it. */
export const fellSignOffs = (db: Db, reviewId: string): Promise<SignOffRow[]> =>
  db
    .updateTable('signOff')
    .set(eb => ({ state: 'fallen', version: eb('version', '+', 1) }))
    .where('reviewId', '=', reviewId)
    .where('state', '<>', 'fallen')
    .returningAll()
    .execute()

/** Sign-offs of several reviews, each in the order of its lane. */
export const signOffsOf = (db: Db, reviewIds: readonly string[]): Promise<SignOffRow[]> =>
  reviewIds.length === 0
    ? Promise.resolve([])
    : db.selectFrom('signOff').selectAll().where('reviewId', 'in', reviewIds).orderBy('reviewId').orderBy('place').execute()

export const insertQuestion = (
  db: Db,
  { askedAt, facts, ...row }: Pick<QuestionRow, 'reviewId' | 'text' | 'facts' | 'askedBy' | 'askedAt'>,
) =>
  db
    .insertInto('reviewQuestion')
    .values({ ...row, ...begun(), facts: JSON.stringify(facts), askedAt: askedAt.toString(), answer: null, answeredBy: null })
    .returningAll()
    .executeTakeFirstOrThrow()

export const questionsOf = (db: Db, reviewId: string): Promise<QuestionRow[]> =>
  db.selectFrom('reviewQuestion').selectAll().where('reviewId', '=', reviewId).orderBy('askedAt').orderBy('id').execute()

export const answerQuestion = (
  db: Db,
  id: string,
  { answer, answeredBy, answeredAt }: { answer: string; answeredBy: string; answeredAt: Temporal.Instant },
): Promise<QuestionRow> =>
  db
    .updateTable('reviewQuestion')
    .set(eb => ({ answer, answeredBy, answeredAt: answeredAt.toString(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

type Account = Pick<Selectable<Tables['person']>, 'id' | 'human' | 'state' | 'roles'>

/** An account as it stands: the roles it holds, none of an emergency among them, unchanged until this transaction ends. */
export const lockAccount = (db: Db, id: string): Promise<Account | undefined> =>
  db.selectFrom('person').select(['id', 'human', 'state', 'roles']).where('id', '=', id).forShare().executeTakeFirst()

/** The same, for reading. */
export const accountOf = (db: Db, id: string): Promise<Account | undefined> =>
  db.selectFrom('person').select(['id', 'human', 'state', 'roles']).where('id', '=', id).executeTakeFirst()
