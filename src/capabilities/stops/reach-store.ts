import { sql } from 'kysely'
import type { Db } from '#src/store/index.ts'
import type { StopTarget } from '../registry/index.ts'
import { coveredBy } from '../registry/index.ts'

/** What has come to its end runs nowhere. */
const over = ['retired', 'refused']

const reached = (db: Db, target: StopTarget) => db.selectFrom('solution').where(coveredBy(target)).where('state', 'not in', over)

/** Data classes that a declaration names, certainly or as one of several. */
const dataClasses = sql<string[]>`coalesce(solution.facts -> 'dataClasses' -> 'among', solution.facts -> 'dataClasses', '[]'::jsonb)`

/** How much a stop would reach, counted by tier and by kind of data. */
export const reachOf = async (db: Db, target: StopTarget) => {
  const tiers = await reached(db, target)
    .select(eb => [
      'tier',
      eb.fn.countAll<number>().as('count'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'active').as('running'),
    ])
    .groupBy('tier')
    .orderBy('tier')
    .execute()
  const classes = await db
    .selectFrom(
      reached(db, target)
        .select(sql<string>`jsonb_array_elements_text(${dataClasses})`.as('id'))
        .as('named'),
    )
    .select(eb => ['id', eb.fn.countAll<number>().as('count')])
    .groupBy('id')
    .orderBy('count', 'desc')
    .orderBy('id')
    .execute()
  return {
    total: tiers.reduce((sum, { count }) => sum + count, 0),
    running: tiers.reduce((sum, { running }) => sum + running, 0),
    tiers: tiers.map(({ tier, count }) => ({ tier, count })),
    dataClasses: classes,
  }
}

/** A page of what a stop would reach, newest first. */
export const pageOfReach = (db: Db, target: StopTarget, { after, limit }: { after: number | undefined; limit: number }) => {
  const page = reached(db, target)
    .select(['number', 'name', 'tier', 'state', 'ownerId', dataClasses.as('dataClasses')])
    .orderBy('number', 'desc')
    .limit(limit + 1)
  return (after === undefined ? page : page.where('number', '<', after)).execute()
}

/** How many accounts answer for what runs now, or stand in for those who do. */
export const countTold = async (db: Db, target: StopTarget): Promise<number> => {
  const { told } = await db
    .selectFrom(
      reached(db, target)
        .where('state', '=', 'active')
        .select(sql<string>`unnest(array[owner_id, backup_owner_id])`.as('id'))
        .as('answering'),
    )
    .select(eb => eb.fn.count<number>('id').distinct().as('told'))
    .executeTakeFirstOrThrow()
  return told
}
