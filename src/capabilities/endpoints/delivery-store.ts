import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type DeliveryRow = Selectable<Tables['endpointDelivery']>

/** Something to send that is no entry of the ledger. */
export const insertExtra = (
  db: Db,
  extra: Pick<DeliveryRow, 'endpointId' | 'type' | 'events'> & { what: string },
  now: Temporal.Instant,
): Promise<DeliveryRow> => {
  const { what, ...row } = extra
  const moments = { nextAt: now.toString(), madeAt: now.toString() }
  return db
    .insertInto('endpointDelivery')
    .values({ ...row, ...moments, id: `${row.endpointId}_${what}`, entry: null, state: 'due', tries: 0 })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Takes what is due for one endpoint, for a lease, in the order of events; whoever comes second passes over what is being taken. */
export const claimDue = async (
  db: Db,
  endpoint: string,
  holder: string,
  { now, leaseUntil, limit }: { now: Temporal.Instant; leaseUntil: Temporal.Instant; limit: number },
): Promise<DeliveryRow[]> => {
  const { rows } = await sql<DeliveryRow>`
    update endpoint_delivery set holder = ${holder}, lease_until = ${at(leaseUntil)}, tries = tries + 1
    where id in (
      select id from endpoint_delivery
      where endpoint_id = ${endpoint} and state in ('due', 'failed') and next_at <= ${at(now)}
        and (lease_until is null or lease_until < ${at(now)})
      order by next_at, number limit ${limit} for update skip locked
    )
    returning *`.execute(db)
  return rows.toSorted((a, b) => a.number - b.number)
}

export type Ending =
  | { state: 'sent'; sentAt: Temporal.Instant }
  | { state: 'failed'; trouble: string; nextAt: Temporal.Instant }
  | { state: 'dead'; trouble: string }

/** Writes down what became of some events, where they are still that holder's. */
export const endDeliveries = async (db: Db, ids: readonly string[], holder: string, ending: Ending): Promise<void> => {
  await db
    .updateTable('endpointDelivery')
    .set({
      state: ending.state,
      holder: null,
      leaseUntil: null,
      trouble: 'trouble' in ending ? ending.trouble : null,
      sentAt: ending.state === 'sent' ? ending.sentAt.toString() : null,
      ...(ending.state === 'failed' && { nextAt: ending.nextAt.toString() }),
    })
    .where('id', 'in', ids)
    .where('holder', '=', holder)
    .execute()
}

/** Gives back what was taken and not tried. */
export const giveBack = async (db: Db, holder: string, nextAt: Temporal.Instant): Promise<void> => {
  await db
    .updateTable('endpointDelivery')
    .set(eb => ({ holder: null, leaseUntil: null, tries: eb('tries', '-', 1), nextAt: nextAt.toString() }))
    .where('holder', '=', holder)
    .execute()
}

/** Given up, and free again as if it had not been tried. @returns how many there were */
export const repeatDead = async (db: Db, endpoint: string, delivery: string | null, now: Temporal.Instant): Promise<number> => {
  let dead = db
    .updateTable('endpointDelivery')
    .set({ state: 'due', tries: 0, trouble: null, nextAt: now.toString() })
    .where('endpointId', '=', endpoint)
    .where('state', '=', 'dead')
  if (delivery !== null) dead = dead.where('id', '=', delivery)
  return Number((await dead.executeTakeFirst()).numUpdatedRows)
}

export const deliveryOf = (db: Db, endpoint: string, id: string): Promise<DeliveryRow | undefined> =>
  db.selectFrom('endpointDelivery').selectAll().where('endpointId', '=', endpoint).where('id', '=', id).executeTakeFirst()

interface Page {
  state?: DeliveryRow['state'] | undefined
  before?: number | undefined
  limit: number
}

/** What went or is to go to an endpoint, the newest first. */
export const pageOfDeliveries = (db: Db, endpoint: string, { state, before, limit }: Page): Promise<DeliveryRow[]> => {
  let page = db.selectFrom('endpointDelivery').selectAll().where('endpointId', '=', endpoint).orderBy('number', 'desc').limit(limit)
  if (state !== undefined) page = page.where('state', '=', state)
  if (before !== undefined) page = page.where('number', '<', before)
  return page.execute()
}

export type Counts = Readonly<Record<DeliveryRow['state'], number>>

/** How many of each endpoint are in which state. */
export const countDeliveries = async (db: Db): Promise<ReadonlyMap<string, Counts>> => {
  const rows = await db
    .selectFrom('endpointDelivery')
    .select(eb => ['endpointId', 'state', eb.fn.countAll<number>().as('count')] as const)
    .groupBy(['endpointId', 'state'])
    .execute()
  const none: Counts = { due: 0, failed: 0, sent: 0, dead: 0, held: 0, summed: 0 }
  return new Map(
    [...Map.groupBy(rows, row => row.endpointId)].map(([endpoint, counts]) => [
      endpoint,
      { ...none, ...Object.fromEntries(counts.map(({ state, count }) => [state, count])) },
    ]),
  )
}

/** What is over is deleted when it is old, and so is what was given up; what still waits is not. */
export const deleteOldDeliveries = async (db: Db, before: Temporal.Instant): Promise<void> => {
  await sql`delete from endpoint_delivery where made_at < ${at(before)} and state not in ('due', 'failed', 'held')`.execute(db)
}
