import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type DeliveryRow = Selectable<Tables['delivery']>
export type MessageRow = Selectable<Tables['message']>

export interface NewDelivery {
  id: string
  personId: string
  form: DeliveryRow['form']
  channel: DeliveryRow['channel']
  day: string
  kind: string
  messages: number
  state: 'due' | 'dry'
}

/** Whoever writes letters counts them by the day; others who do wait until this transaction ends. */
export const lockWriting = async (db: Db): Promise<void> => {
  await sql`lock table delivery in share row exclusive mode`.execute(db)
}

/** One statement, however many. */
export const insertDeliveries = async (db: Db, given: readonly NewDelivery[], now: Temporal.Instant): Promise<void> => {
  if (given.length === 0) return
  const rows = given.map(({ personId, ...rest }) => ({ ...rest, person_id: personId }))
  await sql`
    insert into delivery (id, person_id, form, channel, day, kind, messages, state, tries, next_at, made_at)
    select given.*, 0, ${at(now)}, ${at(now)} from json_to_recordset(${JSON.stringify(rows)}::json)
      as given (id text, person_id text, form text, channel text, day date, kind text, messages integer, state text)`.execute(db)
}

export interface Settled {
  id: string
  state: MessageRow['state']
  deliveryId: string | null
  /** For what goes on waiting: until when. */
  dueAt: Temporal.Instant | null
}

/** What became of some messages: one statement, however many. */
export const settleMessages = async (db: Db, settled: readonly Settled[]): Promise<void> => {
  if (settled.length === 0) return
  const rows = settled.map(({ id, state, deliveryId, dueAt }) => ({
    id,
    state,
    delivery_id: deliveryId,
    due_at: dueAt?.toString() ?? null,
  }))
  await sql`
    update message set state = given.state, delivery_id = given.delivery_id, due_at = coalesce(given.due_at, message.due_at)
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (id text, state text, delivery_id text, due_at timestamptz)
    where message.id = given.id`.execute(db)
}

/** How many letters some people were written on which of their days, and whether a digest is among them. */
export const lettersSince = async (db: Db, people: readonly string[], day: string) => {
  const { rows } = await sql<{ personId: string; day: string; singles: number; digests: number }>`
    select person_id, day, count(*) filter (where form = 'single') as singles, count(*) filter (where form = 'digest') as digests
    from delivery where person_id = any(${[...people]}::text[]) and day >= ${day}::date and state <> 'dropped'
    group by person_id, day`.execute(db)
  return new Map(rows.map(({ personId, day, ...counts }) => [`${personId} ${day}`, counts]))
}

interface Claim {
  now: Temporal.Instant
  leaseUntil: Temporal.Instant
  limit: number
}

/** Takes mail to send, for a lease: whoever comes second passes over a row that is being taken. */
export const claimMail = async (db: Db, holder: string, { now, leaseUntil, limit }: Claim): Promise<DeliveryRow[]> => {
  const { rows } = await sql<DeliveryRow>`
    update delivery set holder = ${holder}, lease_until = ${at(leaseUntil)}, tries = tries + 1
    where id in (
      select id from delivery
      where channel = 'mail' and state in ('due', 'failed') and next_at <= ${at(now)} and (lease_until is null or lease_until < ${at(now)})
      order by next_at, id limit ${limit} for update skip locked
    )
    returning *`.execute(db)
  return rows
}

/**
 * The same of cards: for each chat the first that is due, so that nobody sends another while that one is in somebody's hand. Chats that
 * failed the last time come last, so that they keep no others waiting.
 */
export const claimCards = async (db: Db, holder: string, { now, leaseUntil, limit }: Claim): Promise<DeliveryRow[]> => {
  const { rows } = await sql<DeliveryRow>`
    update delivery set holder = ${holder}, lease_until = ${at(leaseUntil)}, tries = tries + 1
    where id in (
      select id from delivery card
      where channel = 'chat' and state in ('due', 'failed') and next_at <= ${at(now)} and (lease_until is null or lease_until < ${at(now)})
        and not exists (
          select from delivery other
          where other.person_id = card.person_id and other.channel = 'chat' and other.state in ('due', 'failed')
            and (other.next_at, other.id) < (card.next_at, card.id))
      order by exists (select from personal_chat chat where chat.person_id = card.person_id and chat.failing_since is not null), next_at, id
      limit ${limit} for update skip locked
    )
    returning *`.execute(db)
  return rows
}

export type Ending =
  | { state: 'sent'; providerId: string | null; sentAt: Temporal.Instant }
  | { state: 'failed'; trouble: string; nextAt: Temporal.Instant }
  | { state: 'dead'; trouble: string }
  /** Written as a card, it goes by mail. */
  | { state: 'due'; channel: 'mail'; chatTrouble: string; nextAt: Temporal.Instant }
  | { state: 'dropped' }

/** Writes down what became of a letter. @returns whether it was still that holder's to write. */
export const endDelivery = async (db: Db, id: string, holder: string, ending: Ending): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({
      state: ending.state,
      holder: null,
      leaseUntil: null,
      trouble: 'trouble' in ending ? ending.trouble : null,
      providerId: ending.state === 'sent' ? ending.providerId : null,
      sentAt: ending.state === 'sent' ? ending.sentAt.toString() : null,
      ...('nextAt' in ending && { nextAt: ending.nextAt.toString() }),
      ...(ending.state === 'due' && { channel: ending.channel, chatTrouble: ending.chatTrouble, tries: 0 }),
    })
    .where('id', '=', id)
    .where('holder', '=', holder)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Gives letters back that were taken and not tried. */
export const giveBack = async (db: Db, holder: string, nextAt: Temporal.Instant): Promise<void> => {
  await db
    .updateTable('delivery')
    .set(eb => ({ holder: null, leaseUntil: null, tries: eb('tries', '-', 1), nextAt: nextAt.toString() }))
    .where('holder', '=', holder)
    .execute()
}

/** What else is to go to somebody's chat waits until a moment. */
export const holdCards = async (db: Db, person: string, until: Temporal.Instant): Promise<void> => {
  await db
    .updateTable('delivery')
    .set({ nextAt: until.toString() })
    .where('personId', '=', person)
    .where('channel', '=', 'chat')
    .where('state', 'in', ['due', 'failed'])
    .where('nextAt', '<', at(until))
    .where('holder', 'is', null)
    .execute()
}

/** Deletes what was told before a moment, and the letters that told it. */
export const deleteOldMessages = async (db: Db, before: Temporal.Instant): Promise<void> => {
  await sql`delete from message where at < ${at(before)} and state not in ('waiting', 'held')`.execute(db)
  await sql`
    delete from delivery where made_at < ${at(before)} and state not in ('due', 'failed')
      and not exists (select from message where message.delivery_id = delivery.id)`.execute(db)
}
