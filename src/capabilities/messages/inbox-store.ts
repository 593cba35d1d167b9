import { newId } from '#src/kernel/ids.ts'
import type { Db } from '#src/store/index.ts'
import type { MessageRow, NewDelivery } from './delivery-store.ts'
import { insertDeliveries } from './delivery-store.ts'

/** How long something that one has to act on is looked for among all that was said. */
const MOST_OPEN = 500

const mine = (db: Db, person: string) => db.selectFrom('message').where('toId', '=', person).where('state', '<>', 'dropped')

/** Somebody's messages, the newest first: ids follow the time, to the millisecond. */
export const pageOfMessages = (
  db: Db,
  person: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<MessageRow[]> => {
  const page = mine(db, person).selectAll().orderBy('id', 'desc').limit(limit)
  return (before === undefined ? page : page.where('id', '<', before)).execute()
}

export const countUnread = async (db: Db, person: string): Promise<number> => {
  const { count } = await mine(db, person)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** What somebody was asked to act on, whether they have or not. */
export const toActOn = (db: Db, person: string) =>
  mine(db, person)
    .select(['id', 'kind', 'toId', 'ofId', 'readAt'])
    .where('urgency', '=', 'act')
    .orderBy('id', 'desc')
    .limit(MOST_OPEN)
    .execute()

/** @returns how many were unread */
export const markRead = async (db: Db, person: string, until: Temporal.Instant, now: Temporal.Instant): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ readAt: now.toString() })
    .where('toId', '=', person)
    .where('readAt', 'is', null)
    .where('at', '<=', until)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

interface ToOneself extends Pick<NewDelivery, 'id' | 'kind' | 'channel' | 'day'> {
  to: string
  company: string
  operation: string
}

/** A message to oneself with its letter, which an operation’s `send` would not store; it goes out whatever the day's cap says. */
export const insertLetterToOneself = async (
  db: Db,
  { id, to, kind, channel, day, company, operation }: ToOneself,
  now: Temporal.Instant,
): Promise<void> => {
  await insertDeliveries(db, [{ id, personId: to, form: 'single', channel, day, kind, messages: 1, state: 'due' }], now)
  await db
    .insertInto('message')
    .values({
      id: newId(),
      once: `${kind} ${id}`,
      kind,
      urgency: 'act',
      loud: true,
      toId: to,
      because: 'oneself',
      aboutKind: 'delivery',
      aboutKey: id,
      aboutName: company,
      ofId: id,
      ofVersion: 1,
      facts: JSON.stringify({ company }),
      operation,
      at: now.toString(),
      dueAt: now.toString(),
      state: 'delivered',
      deliveryId: id,
    })
    .execute()
}
