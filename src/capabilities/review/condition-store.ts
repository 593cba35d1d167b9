import { sql } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db } from '#src/store/index.ts'
import type { ConditionRow } from './store.ts'

type DueSoon = Pick<ConditionRow, 'id' | 'version' | 'kind' | 'subject' | 'text'> & { number: number; dueOn: string }

/** Of how many one morning reminds at most: the next one does of the rest. */
const A_ROUND = 200

type NewCondition = Pick<ConditionRow, 'kind' | 'subject' | 'reviewId' | 'role' | 'text' | 'needed' | 'dueOn' | 'setBy' | 'setAt'>

export const insertConditions = (db: Db, given: readonly NewCondition[]): Promise<ConditionRow[]> =>
  given.length === 0
    ? Promise.resolve([])
    : db
        .insertInto('condition')
        .values(
          given.map(({ setAt, ...row }) => ({
            ...row,
            id: newId(),
            version: 1,
            sealSalt: newSalt(),
            state: 'open' as const,
            setAt: setAt.toString(),
            metBy: null,
            metByHuman: null,
            metNote: null,
            acceptedBy: null,
            acceptedByHuman: null,
          })),
        )
        .returningAll()
        .execute()

export const conditionById = (db: Db, id: string): Promise<ConditionRow | undefined> =>
  db.selectFrom('condition').selectAll().where('id', '=', id).executeTakeFirst()

/** The conditions that a subject stands under; those that fell with their review are left out. */
export const conditionsAbout = (db: Db, kind: string, subject: string): Promise<ConditionRow[]> =>
  db
    .selectFrom('condition')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('state', '<>', 'fallen')
    .orderBy('setAt')
    .orderBy('id')
    .execute()

/** The same for each of several subjects: one query however many. */
export const conditionsOfEach = async (
  db: Db,
  kind: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly ConditionRow[]>> => {
  if (subjects.length === 0) return new Map()
  const rows = await db
    .selectFrom('condition')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject', 'in', subjects)
    .where('state', '<>', 'fallen')
    .execute()
  return Map.groupBy(rows, ({ subject }) => subject)
}

export const conditionsSetBy = (db: Db, reviewId: string): Promise<ConditionRow[]> =>
  db.selectFrom('condition').selectAll().where('reviewId', '=', reviewId).orderBy('setAt').orderBy('id').execute()

/** Open conditions due on one of these days of which nobody was sent this kind of message yet, each with its review's number. */
export const conditionsToRemindOf = async (db: Db, kind: string, { from, until }: { from: string; until: string }): Promise<DueSoon[]> => {
  const { rows } = await sql<DueSoon>`
    select condition.id, condition.version, condition.kind, condition.subject, condition.text, condition.due_on, review.number
    from condition join review on review.id = condition.review_id
    where condition.state = 'open' and condition.due_on between ${from}::date and ${until}::date
      and not exists (select from message where message.kind = ${kind} and message.of_id = condition.id)
    order by condition.due_on, condition.id limit ${A_ROUND}`.execute(db)
  return rows
}

/** Somebody says that it is done. */
export const markMet = (
  db: Db,
  id: string,
  by: { id: string; human: string },
  note: string,
  now: Temporal.Instant,
): Promise<ConditionRow> =>
  db
    .updateTable('condition')
    .set(eb => ({
      state: 'met',
      metBy: by.id,
      metByHuman: by.human,
      metAt: now.toString(),
      metNote: note,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Somebody else has looked, and it is, or it is not and has to be done still. */
export const judgeMet = (
  db: Db,
  id: string,
  by: { id: string; human: string },
  accepted: boolean,
  now: Temporal.Instant,
): Promise<ConditionRow> =>
  db
    .updateTable('condition')
    .set(eb => ({
      version: eb('version', '+', 1),
      ...(accepted
        ? { state: 'accepted' as const, acceptedBy: by.id, acceptedByHuman: by.human, acceptedAt: now.toString() }
        : { state: 'open' as const, metBy: null, metByHuman: null, metAt: null }),
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** What a review would have asked for falls with it. */
export const fellConditions = (db: Db, reviewId: string): Promise<ConditionRow[]> =>
  db
    .updateTable('condition')
    .set(eb => ({ state: 'fallen', version: eb('version', '+', 1) }))
    .where('reviewId', '=', reviewId)
    .where('state', '<>', 'fallen')
    .returningAll()
    .execute()

/** What one review asked for is asked for by another one from then on. */
export const moveConditions = (db: Db, from: string, to: string): Promise<ConditionRow[]> =>
  db
    .updateTable('condition')
    .set(eb => ({ reviewId: to, version: eb('version', '+', 1) }))
    .where('reviewId', '=', from)
    .where('state', '<>', 'fallen')
    .returningAll()
    .execute()
