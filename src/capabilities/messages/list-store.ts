import type { Db } from '#src/store/index.ts'
import type { DeliveryRow } from './delivery-store.ts'

interface Page {
  state?: DeliveryRow['state'] | undefined
  delivery?: string | undefined
  before?: string | undefined
  limit: number
}

/** Letters, the newest first: ids follow the time, to the millisecond. */
export const pageOfDeliveries = (db: Db, { state, delivery, before, limit }: Page): Promise<DeliveryRow[]> => {
  let page = db.selectFrom('delivery').selectAll().orderBy('id', 'desc').limit(limit)
  if (state !== undefined) page = page.where('state', '=', state)
  if (delivery !== undefined) page = page.where('id', '=', delivery)
  if (before !== undefined) page = page.where('id', '<', before)
  return page.execute()
}

export const countDeliveries = async (db: Db): Promise<Record<DeliveryRow['state'], number>> => {
  const rows = await db
    .selectFrom('delivery')
    .select(eb => ['state', eb.fn.countAll<number>().as('count')] as const)
    .groupBy('state')
    .execute()
  const count = (state: DeliveryRow['state']) => rows.find(row => row.state === state)?.count ?? 0
  return {
    due: count('due'),
    failed: count('failed'),
    sent: count('sent'),
    dead: count('dead'),
    dry: count('dry'),
    dropped: count('dropped'),
  }
}

export const lockDelivery = (db: Db, id: string): Promise<DeliveryRow | undefined> =>
  db.selectFrom('delivery').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Gives a letter that was given up free again, as if it had not been tried. */
export const repeatDelivery = (db: Db, id: string, now: Temporal.Instant): Promise<DeliveryRow> =>
  db
    .updateTable('delivery')
    .set({ state: 'due', tries: 0, trouble: null, nextAt: now.toString() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
