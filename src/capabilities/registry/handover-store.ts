import type { Selectable } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type HandoverRow = Selectable<Tables['handover']>

/** Who was asked to answer for a solution and has not said yet. */
export const openOffers = (db: Db, solutionId: string): Promise<HandoverRow[]> =>
  db.selectFrom('handover').selectAll().where('solutionId', '=', solutionId).where('state', '=', 'offered').orderBy('role').execute()

type New = Pick<HandoverRow, 'solutionId' | 'role' | 'offeredBy' | 'offeredTo' | 'note'>

export const insertOffer = (db: Db, row: New, now: Temporal.Instant): Promise<HandoverRow> =>
  db
    .insertInto('handover')
    .values({
      ...row,
      id: newId(),
      version: 1,
      sealSalt: newSalt(),
      state: 'offered',
      offeredAt: now.toString(),
      decisionNote: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const offerById = (db: Db, id: string): Promise<HandoverRow | undefined> =>
  db.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst()

export const decideOffer = (
  db: Db,
  id: string,
  state: 'accepted' | 'declined' | 'withdrawn',
  note: string | null,
  now: Temporal.Instant,
): Promise<HandoverRow> =>
  db
    .updateTable('handover')
    .set(eb => ({ state, decisionNote: note, decidedAt: now.toString(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'offered')
    .returningAll()
    .executeTakeFirstOrThrow()

/** Offers to one account that wait for its word, with what they are about; the oldest first, a hundred at most. */
export const offersTo = (db: Db, person: string) =>
  db
    .selectFrom('handover')
    .innerJoin('solution', 'solution.id', 'handover.solutionId')
    .selectAll('handover')
    .select(['solution.number', 'solution.name'])
    .where('offeredTo', '=', person)
    .where('handover.state', '=', 'offered')
    .orderBy('offeredAt')
    .limit(100)
    .execute()
