import type { Selectable } from 'kysely'
import type { Scope } from '#src/kernel/actor.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { solutionsWithin } from '../registry/index.ts'
import type { Standing } from './waiver.ts'

export type WaiverRow = Selectable<Tables['waiver']>
/** With what a list shows of its solution. */
export type Listed = WaiverRow & { number: number; name: string }

type New = Pick<WaiverRow, 'id' | 'what' | 'solutionId' | 'reason' | 'endsOn' | 'requestedBy' | 'requestedByHuman'>

export const insertWaiver = (db: Db, waiver: New, now: Temporal.Instant): Promise<WaiverRow> =>
  db
    .insertInto('waiver')
    .values({ ...waiver, version: 1, sealSalt: newSalt(), state: 'requested', requestedAt: now.toString() })
    .returningAll()
    .executeTakeFirstOrThrow()

export const lockWaiver = (db: Db, id: string): Promise<WaiverRow | undefined> =>
  db.selectFrom('waiver').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** What waits for an answer about one duty of a solution; the caller holds the solution. */
export const requestedFor = (db: Db, solutionId: string, what: string): Promise<WaiverRow | undefined> =>
  db
    .selectFrom('waiver')
    .selectAll()
    .where('solutionId', '=', solutionId)
    .where('what', '=', what)
    .where('state', '=', 'requested')
    .executeTakeFirst()

export const decideWaiver = (
  db: Db,
  id: string,
  { state, by, human, note }: { state: 'granted' | 'declined'; by: string; human: string; note: string },
  now: Temporal.Instant,
): Promise<WaiverRow> =>
  db
    .updateTable('waiver')
    .set(eb => ({
      state,
      decidedBy: by,
      decidedByHuman: human,
      decidedAt: now.toString(),
      decisionNote: note,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'requested')
    .returningAll()
    .executeTakeFirstOrThrow()

export const endWaiver = (db: Db, id: string, by: string, now: Temporal.Instant): Promise<WaiverRow> =>
  db
    .updateTable('waiver')
    .set(eb => ({ state: 'ended', endedBy: by, endedAt: now.toString(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', ['requested', 'granted'])
    .returningAll()
    .executeTakeFirstOrThrow()

export const solutionOf = (db: Db, id: string) => db.selectFrom('solution').selectAll().where('id', '=', id).executeTakeFirst()

/** Leave that was granted about a solution; what else asks whether a duty is put off takes these. */
export const granted = (db: Db, solutionId: string): Promise<WaiverRow[]> =>
  db.selectFrom('waiver').selectAll().where('solutionId', '=', solutionId).where('state', '=', 'granted').execute()

interface Wanted {
  standing: Standing | undefined
  solution: number | undefined
  limit: number
  before: string | undefined
  today: string
}

/** One page, newest first, of the waivers whose solutions are within a scope. */
export const pageOfWaivers = (db: Db, scope: Scope, { standing, solution, limit, before, today }: Wanted): Promise<Listed[]> => {
  let page = db
    .selectFrom('waiver')
    .innerJoin('solution', 'solution.id', 'waiver.solutionId')
    .selectAll('waiver')
    .select(['solution.number', 'solution.name'])
    .where(solutionsWithin(scope))
    .orderBy('waiver.id', 'desc')
    .limit(limit + 1)
  if (solution !== undefined) page = page.where('solution.number', '=', solution)
  if (before !== undefined) page = page.where('waiver.id', '<', before)
  if (standing === 'requested') page = page.where('waiver.state', '=', 'requested').where('waiver.endsOn', '>=', today)
  else if (standing === 'running') page = page.where('waiver.state', '=', 'granted').where('waiver.endsOn', '>=', today)
  else if (standing === 'expired') page = page.where('waiver.state', 'in', ['granted', 'requested']).where('waiver.endsOn', '<', today)
  else if (standing !== undefined) page = page.where('waiver.state', '=', standing)
  return page.execute()
}
