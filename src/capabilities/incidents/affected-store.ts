import { sql } from 'kysely'
import type { Scope } from '#src/kernel/actor.ts'
import type { Db } from '#src/store/index.ts'
import { solutionsNamed, solutionsWithin } from '../registry/index.ts'
import type { IncidentRow } from './store.ts'
import { reachedBy } from './store.ts'

/** How many solutions the page of an incident names. */
const MOST_NAMED = 200

/** What an incident reaches: how many solutions, the newest that somebody may see, their kinds of data, units, and what was proposed about its stops. */
export const affectedBy = async (db: Db, scope: Scope, { id, solutions: named }: Pick<IncidentRow, 'id' | 'solutions'>) => {
  const reached = db.selectFrom('solution').where(reachedBy(id))
  const { total } = await reached.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const solutions = await reached
    .select(['number', 'name', 'tier', 'state', 'ownerId'])
    .where(solutionsWithin(scope))
    .orderBy('number', 'desc')
    .limit(MOST_NAMED)
    .execute()
  const classes = await db
    .selectFrom(
      reached
        .select(
          sql<string>`jsonb_array_elements_text(coalesce(facts -> 'dataClasses' -> 'among', facts -> 'dataClasses', '[]'::jsonb))`.as('id'),
        )
        .as('declared'),
    )
    .select('id')
    .distinct()
    .orderBy('id')
    .execute()
  const units = await db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where(sql<boolean>`unit.id in (select unit_id from solution where ${reachedBy(id)})`)
    .orderBy('name')
    .execute()
  const proposals = await db
    .selectFrom('proposal')
    .innerJoin('stop', 'stop.id', 'proposal.subject')
    .select('proposal.id')
    .where('proposal.kind', '=', 'lift-stop')
    .where('stop.incidentId', '=', id)
    .execute()
  return {
    total,
    solutions,
    dataClasses: classes.map(({ id }) => id),
    units,
    named: (await solutionsNamed(db, named)).map(({ number }) => number).toSorted((a, b) => b - a),
    proposals: proposals.map(({ id }) => id),
  }
}
