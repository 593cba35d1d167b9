import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Scope } from '#src/kernel/actor.ts'
import type { Blocker } from '#src/kernel/refusal.ts'
import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'
import type { SolutionRow, StopRow } from '../registry/index.ts'
import { coveredBy, solutionsWithin } from '../registry/index.ts'

export type HoldRow = Selectable<Tables['hold']>

/** What a stop covers and has not reached yet: what runs, and what is suspended for another reason. */
const unheld = (db: Db, stop: StopRow) =>
  db
    .selectFrom('solution')
    .where(coveredBy(stop))
    .where('state', 'in', ['active', 'suspended'])
    .where(eb =>
      eb.not(eb.exists(eb.selectFrom('hold').whereRef('hold.solutionId', '=', 'solution.id').where('hold.stopId', '=', stop.id))),
    )

/** Some of those, locked, in the order of their ids; `passing` over what somebody else holds. */
export const takeUnheld = (db: Db, stop: StopRow, limit: number, passing: boolean): Promise<SolutionRow[]> => {
  const some = unheld(db, stop).selectAll('solution').orderBy('solution.id').limit(limit)
  return (passing ? some.forUpdate().skipLocked() : some.forUpdate()).execute()
}

export const countUnheld = async (db: Db, stop: StopRow): Promise<number> =>
  (
    await unheld(db, stop)
      .select(eb => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** Notes what a stop did to solutions, in one statement. */
export const insertHolds = (
  db: Db,
  holds: readonly Pick<HoldRow, 'stopId' | 'solutionId' | 'suspended'>[],
  now: Temporal.Instant,
): Promise<HoldRow[]> =>
  holds.length === 0
    ? Promise.resolve([])
    : db
        .insertInto('hold')
        .values(
          holds.map(hold => ({
            ...hold,
            id: newId(),
            version: 1,
            sealSalt: newSalt(),
            heldAt: now.toString(),
            kept: '[]',
            outcome: null,
          })),
        )
        .returningAll()
        .execute()

/** Holds that nobody has looked at since the stop was lifted. */
export const openHolds = (db: Db, stop: StopRow, limit: number): Promise<HoldRow[]> =>
  db.selectFrom('hold').selectAll().where('stopId', '=', stop.id).where('endedAt', 'is', null).orderBy('solutionId').limit(limit).execute()

export const endHold = (
  db: Db,
  id: string,
  { outcome, kept }: { outcome: 'resumed' | 'kept'; kept: readonly Blocker[] },
  now: Temporal.Instant,
): Promise<HoldRow> =>
  db
    .updateTable('hold')
    .set(eb => ({
      outcome,
      kept: JSON.stringify(kept.map(({ reason, remedy }) => ({ reason, remedy }))),
      endedAt: now.toString(),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returningAll()
    .executeTakeFirstOrThrow()

/** How far a stop came: how many it suspended, how many run again, and when the first was suspended. */
export const progressOf = async (db: Db, stops: readonly string[]) => {
  const rows =
    stops.length === 0
      ? []
      : await db
          .selectFrom('hold')
          .select(eb => [
            'stopId',
            eb.fn.countAll<number>().as('all'),
            eb.fn.countAll<number>().filterWhere('suspended', '=', true).as('suspended'),
            eb.fn.countAll<number>().filterWhere('outcome', '=', 'resumed').as('resumed'),
            eb.fn.min('heldAt').filterWhere('suspended', '=', true).as('firstAt'),
          ])
          .where('stopId', 'in', stops)
          .groupBy('stopId')
          .execute()
  const byStop = new Map(rows.map(({ stopId, ...row }) => [stopId, row]))
  return (id: string) => byStop.get(id) ?? { all: 0, suspended: 0, resumed: 0, firstAt: null }
}

/** A page of what a stop did, newest solution first, of what somebody may see. */
export const pageOfHolds = (db: Db, scope: Scope, stopId: string, { after, limit }: { after: number | undefined; limit: number }) => {
  const page = db
    .selectFrom('hold')
    .innerJoin('solution', 'solution.id', 'hold.solutionId')
    .selectAll('hold')
    .select(['solution.number', 'solution.name', 'solution.tier', 'solution.state', 'solution.ownerId'])
    .where('hold.stopId', '=', stopId)
    .where(solutionsWithin(scope))
    .orderBy('solution.number', 'desc')
    .limit(limit + 1)
  return (after === undefined ? page : page.where('solution.number', '<', after)).execute()
}

/** Accounts that own or build what a stop holds, of human beings who hold an office: nobody else could let it run anyway. */
export const behindHolds = async (db: Db, stopId: string, offices: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct person.id from hold join solution on solution.id = hold.solution_id
    join person on person.id in (solution.owner_id, solution.maker_id, solution.backup_owner_id) or solution.co_makers @> to_jsonb(array[person.id])
    where hold.stop_id = ${stopId}
      and exists (select from person office where office.human = person.human and office.roles ?| ${[...offices]}::text[])
    order by person.id`.execute(db)
  return rows.map(({ id }) => id)
}
