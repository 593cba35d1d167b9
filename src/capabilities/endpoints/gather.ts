import { sql } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import { at } from '#src/store/index.ts'
import type { Db } from '../operation.ts'
import { insertExtra } from './delivery-store.ts'
import { inGroups } from './groups.ts'
import { ledgerSize } from './store.ts'
import type { EndpointRow } from './store.ts'

/** Entries that are looked at in one transaction. */
const PAGE = 1_000
/** A channel that people read gets so many cards an hour; of what is over, one line says how many there were. */
export const CARDS_AN_HOUR = 20

export const isChannel = ({ kind }: Pick<EndpointRow, 'kind'>): boolean => kind === 'teams' || kind === 'slack'

/**
 * Puts down the events of the next entries for an endpoint, in the order of the ledger: an entry whose transaction committed late
 * gets a later place, so none is passed over. In a transaction: how far it came and what it put down commit together.
 * @returns whether there are more
 */
export const gather = async (db: Db, id: string, now: Temporal.Instant): Promise<boolean> => {
  const endpoint = await db.selectFrom('endpoint').selectAll().where('id', '=', id).forUpdate().skipLocked().executeTakeFirst()
  if (endpoint?.state !== 'active') return false
  const size = await ledgerSize(db)
  const to = Math.min(size, endpoint.nextEntry + PAGE)
  const room = isChannel(endpoint) ? await roomFor(db, id, now) : PAGE
  await putDown(db, endpoint, { from: endpoint.nextEntry, to, room }, now)
  await db.updateTable('endpoint').set({ nextEntry: to }).where('id', '=', id).execute()
  return to < size
}

/** Entries of the endpoint's groups as events to send, those beyond the room as held. Whatever is there already stays as it is. */
const putDown = async (
  db: Db,
  { id, groups }: EndpointRow,
  { from, to, room }: { from: number; to: number; room: number },
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    insert into endpoint_delivery (id, endpoint_id, entry, type, events, state, tries, next_at, made_at)
    select ${`${id}_`}::text || leaf_index, ${id}, leaf_index, type, 1,
      case when row_number() over (order by leaf_index) <= ${room} then 'due' else 'held' end, 0, ${at(now)}, ${at(now)}
    from ledger_entry where leaf_index >= ${from} and leaf_index < ${to} and ${inGroups(groups)} order by leaf_index
    on conflict do nothing`.execute(db)
}

/** How many cards a channel has room for, once what was held is told of. */
const roomFor = async (db: Db, endpointId: string, now: Temporal.Instant): Promise<number> => {
  const { rows } = await sql<{ held: number; shown: number }>`
    select count(*) filter (where state = 'held') as held,
      count(*) filter (where state not in ('held', 'summed') and made_at > ${at(now.subtract({ hours: 1 }))}) as shown
    from endpoint_delivery where endpoint_id = ${endpointId}`.execute(db)
  const { held, shown } = rows[0] ?? { held: 0, shown: 0 }
  const room = CARDS_AN_HOUR - shown
  if (held === 0 || room <= 0) return room
  await db
    .updateTable('endpointDelivery')
    .set({ state: 'summed' })
    .where('endpointId', '=', endpointId)
    .where('state', '=', 'held')
    .execute()
  await insertExtra(db, { endpointId, type: 'more-events', events: held, what: `more_${newId()}` }, now)
  return room - 1
}

/** How many entries of an endpoint's groups there are from one on, of those that it was looked at for. */
export const countFrom = async (db: Db, { groups, nextEntry }: EndpointRow, from: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ledger_entry
    where leaf_index >= ${from} and leaf_index < ${nextEntry} and ${inGroups(groups)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Puts them down once more, under the ids by which their receiver knows them, though they may have been deleted here since. What is on its way stays there. */
export const replayFrom = async (db: Db, { id, groups, nextEntry }: EndpointRow, from: number, now: Temporal.Instant): Promise<void> => {
  await sql`
    insert into endpoint_delivery (id, endpoint_id, entry, type, events, state, tries, next_at, made_at)
    select ${`${id}_`}::text || leaf_index, ${id}, leaf_index, type, 1, 'due', 0, ${at(now)}, ${at(now)}
    from ledger_entry where leaf_index >= ${from} and leaf_index < ${nextEntry} and ${inGroups(groups)} order by leaf_index
    on conflict (id) do update set state = 'due', tries = 0, trouble = null, next_at = excluded.next_at, made_at = excluded.made_at
      where endpoint_delivery.state not in ('due', 'failed')`.execute(db)
}

/** The first entry that was made at a moment or after it. */
export const entrySince = async (db: Db, since: Temporal.Instant): Promise<number> => {
  const { rows } = await sql<{ entry: number | null }>`
    select min(leaf_index) as entry from ledger_entry where at >= ${at(since)}`.execute(db)
  return rows[0]?.entry ?? (await ledgerSize(db))
}
