import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { at } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'
import type { Tally } from './throttle.ts'

/** What a tally is kept under. Hashed: the table tells nobody who mistyped a password from where. */
export const tallyKey = (...parts: readonly string[]): Buffer => Buffer.from(hash('sha256', JSON.stringify(parts), 'hex'), 'hex')

/** Until when each of these stays closed, without waiting for anybody. */
export const talliesNow = async (db: Db, keys: readonly Buffer[]): Promise<readonly Pick<Tally, 'until'>[]> =>
  db.selectFrom('throttle').select('until').where('key', 'in', keys).execute()

/** The same, held until the transaction ends, so that two attempts at one moment count as two. */
export const holdTallies = async (db: Db, keys: readonly Buffer[], now: Temporal.Instant): Promise<ReadonlyMap<string, Tally>> => {
  const inOrder = keys.toSorted(Buffer.compare)
  const none = { failures: 0, beganAt: now.toString(), until: now.toString() }
  await db
    .insertInto('throttle')
    .values(inOrder.map(key => ({ key, ...none })))
    .onConflict(conflict => conflict.column('key').doNothing())
    .execute()
  const rows = await db.selectFrom('throttle').selectAll().where('key', 'in', keys).orderBy('key').forUpdate().execute()
  return new Map(rows.map(({ key, ...tally }) => [key.toString('hex'), tally]))
}

export const keepTally = async (db: Db, key: Buffer, { failures, beganAt, until }: Tally): Promise<void> => {
  await db.updateTable('throttle').set({ failures, beganAt: beganAt.toString(), until: until.toString() }).where('key', '=', key).execute()
}

/** Whether this is kept as open until a moment that is yet to come. */
export const isKept = async (db: Db, key: Buffer, now: Temporal.Instant): Promise<boolean> =>
  (await db.selectFrom('throttle').select('key').where('key', '=', key).where('until', '>', at(now)).executeTakeFirst()) !== undefined

export const keepUntil = async (db: Db, key: Buffer, now: Temporal.Instant, until: Temporal.Instant): Promise<void> => {
  const row = { failures: 0, beganAt: now.toString(), until: until.toString() }
  await db
    .insertInto('throttle')
    .values({ key, ...row })
    .onConflict(conflict => conflict.column('key').doUpdateSet(row))
    .execute()
}

/** Deletes what has not counted for a day: by then every failure is forgotten. At most so many rows, so that it stays short. */
export const deleteForgotten = async (db: Db, now: Temporal.Instant): Promise<void> => {
  await sql`
    delete from throttle where key in (
      select key from throttle where until < ${now.toString()}::timestamptz - interval '1 day' order by until limit 10000 for update skip locked)`.execute(
    db,
  )
}

export const forgetTally = async (db: Db, key: Buffer): Promise<void> => {
  await db.deleteFrom('throttle').where('key', '=', key).execute()
}
