import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Dialect } from '#src/store/naming.ts'
import { plannedOnce, preparing } from '#src/store/statements.ts'
import type { Tables } from '#src/store/tables.ts'
import { transact } from '#src/store/transact.ts'
import { writtenOnce } from '#src/store/written-once.ts'
import { freshDatabase } from '../../postgres/fresh.ts'
import type { FreshDatabase } from '../../postgres/fresh.ts'

/*
 * What `src/store/transact.ts`, `batch.ts` and `written-once.ts` promise, on one connection that everything here goes through; a second
 * one looks at it from outside.
 */
let database: FreshDatabase
let db: Kysely<Tables>
let outside: pg.Client

beforeAll(async () => {
  database = await freshDatabase()
  db = new Kysely<Tables>({ dialect: new Dialect({ pool: preparing(new pg.Pool({ connectionString: database.url, max: 1 })) }) })
  outside = new pg.Client({ connectionString: database.url })
  await outside.connect()
})
afterAll(async () => {
  await db.destroy()
  await outside.end()
  await database.drop()
})
beforeEach(async () => {
  await outside.query('drop table if exists thing; create table thing (id integer primary key); insert into thing values (1), (2)')
})

type On = Pick<typeof db, 'getExecutor'>
const insert = (on: On, id: number) => sql`insert into thing values (${id})`.execute(on)
const ids = async () => (await outside.query<{ id: number }>('select id from thing order by id')).rows.map(({ id }) => id)
const state = async (): Promise<unknown> =>
  (await outside.query('select state from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')).rows[0]
const outcomes = async (asked: readonly Promise<unknown>[]) => (await Promise.allSettled(asked)).map(({ status }) => status)

describe('what a transaction asks at one moment', () => {
  test('is answered each with its own, in the order in which it was asked', async () => {
    const answers = await transact(db, 'writes', within =>
      Promise.all([
        insert(within, 3),
        sql<{ id: number }>`select max(id) as id from thing`.execute(within),
        insert(within, 4),
        sql<{ id: number }>`select max(id) as id from thing`.execute(within),
      ]),
    )
    expect(answers.map(({ rows, numAffectedRows }) => rows[0] ?? numAffectedRows)).toEqual([1n, { id: 3 }, 1n, { id: 4 }])
    expect(await ids()).toEqual([1, 2, 3, 4])
  })

  test('falls together: what comes behind a statement that fails is not done, and all of it is taken back', async () => {
    let asked: readonly Promise<unknown>[] = []
    await expect(
      transact(db, 'writes', within => Promise.all((asked = [insert(within, 3), insert(within, 1), insert(within, 4)]))),
    ).rejects.toThrow('duplicate key')
    expect(await outcomes(asked)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect([await ids(), await state()]).toEqual([[1, 2], { state: 'idle' }])
  })

  test('fails alone where only its own row cannot be read', async () => {
    const asked = await transact(db, 'reads', within =>
      Promise.allSettled([sql`select 9007199254740993::bigint as id`.execute(within), sql`select id from thing`.execute(within)]),
    )
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(asked[0]).toMatchObject({ reason: expect.objectContaining({ message: expect.stringContaining('9007199254740993') }) })
  })
})

describe('a transaction that ended', () => {
  test('takes nothing more, also not from what a sibling that failed left running', async () => {
    let late: Promise<unknown> = Promise.resolve()
    const slow = async (within: On) => {
      await sql`select pg_sleep(0.05)`.execute(within)
      await new Promise(resolve => setTimeout(resolve, 50))
      return insert(within, 3)
    }
    const change = transact(db, 'writes', within => {
      late = slow(within)
      late.catch(() => undefined)
      return Promise.reject(new Error('no more'))
    })
    await expect(change).rejects.toThrow('no more')
    await expect(late).rejects.toThrow('has ended')
    expect([await ids(), await state()]).toEqual([[1, 2], { state: 'idle' }])
  })

  test('ends on its own connection, also where it was given up with a statement still to fail', async () => {
    const pid = async () => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid
    const before = await pid()
    const change = transact(db, 'writes', within => {
      insert(within, 1).catch(() => undefined)
      return Promise.reject(new Error('given up'))
    })
    await expect(change).rejects.toThrow('given up')
    expect([await pid(), await ids(), await state()]).toEqual([before, [1, 2], { state: 'idle' }])
  })

  test('is not said to be kept where a statement of it failed, even where nobody minded', async () => {
    const change = transact(db, 'writes', async within => {
      await insert(within, 3)
      await insert(within, 1).catch(() => undefined)
    })
    await expect(change).rejects.toThrow('had failed')
    expect(await ids()).toEqual([1, 2])
  })

  test('that reads writes nothing, and sees one moment', async () => {
    await expect(transact(db, 'reads', within => insert(within, 3))).rejects.toThrow('read-only')
    const seen = await transact(db, 'reads', async within => {
      const before = await sql`select id from thing`.execute(within)
      await outside.query('insert into thing values (9)')
      return [before.rows.length, (await sql`select id from thing`.execute(within)).rows.length]
    })
    expect(seen).toEqual([2, 2])
  })
})

describe('a text that says how it is planned', () => {
  const counted = async () =>
    (
      await sql<{ once: boolean; generic: number; custom: number }>`
        select statement like '%planned once%' as once, generic_plans::int as generic, custom_plans::int as custom
        from pg_prepared_statements where statement like '%from thing where id = any%' and statement not like '%pg_prepared%'`.execute(db)
    ).rows
  // The database thinks that ten are looked for where it does not know, and would plan anew for one.
  const free = (on: On) => sql`select id from thing where id = any(${[1]}::int[])`.execute(on)
  const once = (on: On) => sql`${plannedOnce} select id from thing where id = any(${[1]}::int[])`.execute(on)

  test('is planned so, also after a transaction was taken back that had told the session', async () => {
    await outside.query('insert into thing select generate_series(10, 5000); analyze thing')
    for (let times = 0; times < 8; times += 1) {
      await transact(db, 'reads', free)
      // Taken back with it is what the session was told of its planning.
      await transact(db, 'writes', async within => {
        await once(within)
        throw new Error('taken back')
      }).catch(() => undefined)
      await transact(db, 'reads', once)
    }
    const plans = await counted()
    expect(plans.find(({ once }) => once)).toMatchObject({ custom: 0 })
    expect(plans.find(({ once }) => once)?.generic).toBeGreaterThan(10)
    expect(plans.find(({ once }) => !once)?.custom).toBeGreaterThan(4)
  })
})

describe('a query that is written once', () => {
  const above = writtenOnce(
    (_, { least, most }: { least: number; most: number }) =>
      sql<{ id: number }>`select id from thing where id between ${least} and ${most} order by id`,
  )

  test('takes other values each time', async () => {
    expect(await above(db, { least: 1, most: 2 })).toEqual([{ id: 1 }, { id: 2 }])
    expect(await above(db, { most: 9, least: 2 })).toEqual([{ id: 2 }])
  })

  test('is not asked without a value, or with one that it does not know', async () => {
    const most: unknown = undefined
    await expect(above(db, { least: 1, most: most as number })).rejects.toThrow('no most')
    await expect(above(db, Object.assign({ least: 1, most: 2 }, { other: 3 }))).rejects.toThrow('other values')
  })

  test('is not written by somebody who looks at a value', async () => {
    const looking = writtenOnce((_, { id }: { id: number }) => sql`select ${JSON.stringify([id])}`)
    const counting = writtenOnce((_, { id }: { id: number }) => sql`select ${id + 1}`)
    await expect(looking(db, { id: 1 })).rejects.toThrow('before its values are known')
    await expect(counting(db, { id: 1 })).rejects.toThrow('before its values are known')
  })
})
