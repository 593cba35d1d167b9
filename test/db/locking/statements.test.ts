import type { PostgresPoolClient } from 'kysely'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { preparing, thenCommit } from '#src/store/statements.ts'
import { freshInstallation } from '../../harness.ts'
import { freshDatabase } from '../../postgres/fresh.ts'
import type { FreshDatabase } from '../../postgres/fresh.ts'

/*
 * What `src/store/statements.ts` promises of prepared statements, on one connection that everything here goes through; a second one
 * looks at it from outside and changes the schema under it.
 */
let database: FreshDatabase
let pool: pg.Pool
let db: Kysely<Record<string, never>>
let outside: pg.Client

beforeAll(async () => {
  database = await freshDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 1 })
  db = new Kysely({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
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

const things = (on: Pick<typeof db, 'getExecutor'>) => sql<Record<string, unknown>>`select * from thing order by id`.execute(on)
const widen = () => outside.query("alter table thing add column name text not null default 'x'")
const often = async (ask: () => Promise<unknown>) => {
  for (let times = 0; times < 7; times += 1) await ask()
}
const prepared = async (): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::int as count from pg_prepared_statements`.execute(db)).rows[0]?.count ?? -1
/** What the one connection is doing, as others see it. */
const state = async (): Promise<unknown> =>
  (await outside.query('select state from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')).rows[0]

describe('a statement that was planned for a schema that changed since', () => {
  test('answers outside of a transaction as if nothing had been', async () => {
    await often(() => things(db))
    await widen()
    expect((await things(db)).rows).toEqual([
      { id: 1, name: 'x' },
      { id: 2, name: 'x' },
    ])
    expect((await things(db)).rows).toHaveLength(2)
  })

  test('fails a transaction once and leaves nothing of it; the same transaction, begun again, is answered rightly', async () => {
    const change = (id: number) =>
      db.transaction().execute(async within => {
        await sql`insert into thing (id) values (${id})`.execute(within)
        return (await things(within)).rows
      })
    await often(() => db.transaction().execute(things))
    await widen()
    await expect(change(3)).rejects.toThrow('cached plan')
    expect((await outside.query('select id from thing where id = 3')).rows).toEqual([])
    expect(await change(3)).toContainEqual({ id: 3, name: 'x' })
  })

  test('is repeated by the runner: whoever asks hears nothing of it', async () => {
    const guildhall = await freshInstallation()
    try {
      const { run, program, store } = guildhall
      const priya = await guildhall.as('priya-raman')
      const idea = { name: 'Sorts', purpose: 'Sorts.', facts: { audience: 'my-team' }, requestId: 'planned-before' }
      const { output } = await run(program.named('register-solution'), idea, priya)
      const { key } = output as { key: string }
      const show = async () => (await run(program.named('show-solution'), { key }, priya)).output
      await guildhall.sequencer.settled()
      const before = await show()
      await often(show)
      await sql`alter table solution add column later text`.execute(store.db)
      expect(await show()).toEqual(before)
      expect(await show()).toEqual(before)
    } finally {
      await guildhall.remove()
    }
  })
})

test('many different statements are answered rightly, and no session keeps more of them than it should', async () => {
  for (let round = 0; round < 3; round += 1)
    for (let number = 0; number < 700; number += 1) {
      const { rows } = await sql`select ${sql.lit(number)}::int + ${round}::int as sum`.execute(db)
      expect(rows).toEqual([{ sum: number + round }])
    }
  expect(await prepared()).toBeLessThanOrEqual(501)
  expect((await things(db)).rows).toEqual([{ id: 1 }, { id: 2 }])
})

describe('a transaction that could not begin', () => {
  /** The same connection, but that it may be told to begin as no database can. */
  const spoiled = () =>
    new Kysely<Record<string, never>>({
      dialect: new PostgresDialect({
        pool: {
          async connect() {
            const connection = await preparing(pool).connect()
            return {
              query: (text: string, values: readonly unknown[]) =>
                connection.query(text === 'begin' ? 'begin isolation level nonsense' : text, values),
              release: (destroy?: boolean) => connection.release(destroy),
            } as PostgresPoolClient
          },
          end: () => Promise.resolve(),
          options: pool.options,
        },
      }),
    })

  test.each([
    ['writes', 'insert into thing values (3)'],
    ['reads', 'select * from thing'],
  ])('tells whoever %s first, changes nothing, and leaves no connection on which anything is open', async (_, text) => {
    await expect(
      spoiled()
        .transaction()
        .execute(within => sql.raw(text).execute(within)),
    ).rejects.toThrow('nonsense')
    expect((await things(db)).rows).toHaveLength(2)
    expect(await state()).toEqual({ state: 'idle' })
  })

  test('costs the next one nothing: it is a transaction, and all of it is taken back', async () => {
    await expect(
      spoiled()
        .transaction()
        .execute(() => Promise.resolve()),
    ).rejects.toThrow('nonsense')
    const taken = db.transaction().execute(async within => {
      await sql`insert into thing values (4)`.execute(within)
      expect(await state()).toEqual({ state: 'idle in transaction' })
      throw new Error('taken back')
    })
    await expect(taken).rejects.toThrow('taken back')
    expect((await things(db)).rows).toHaveLength(2)
  })
})

describe('the end of a transaction', () => {
  const reading = () => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  const insert = (id: number) => sql`${thenCommit} insert into thing values (${id}) returning id`
  const ids = async () => (await outside.query<{ id: number }>('select id from thing order by id')).rows.map(({ id }) => id)

  test('that only read comes with the next beginning, or by itself soon after; what follows is no part of it', async () => {
    await reading().execute(things)
    await sql`insert into thing values (3)`.execute(db)
    expect(await ids()).toEqual([1, 2, 3])
    await outside.query('insert into thing values (4)')
    expect((await reading().execute(things)).rows).toHaveLength(4)
    await expect.poll(state).toEqual({ state: 'idle' })
  })

  test('comes at once where a read failed', async () => {
    await expect(reading().execute(within => sql`insert into thing values (3)`.execute(within))).rejects.toThrow('read-only')
    expect(await state()).toEqual({ state: 'idle' })
  })

  test('comes with the statement that says it is the last: all of it is there, or nothing', async () => {
    const change = (last: number) =>
      db.transaction().execute(async within => {
        await sql`insert into thing values (3)`.execute(within)
        return (await insert(last).execute(within)).rows
      })
    await expect(change(1)).rejects.toThrow('duplicate key')
    expect([await ids(), await state()]).toEqual([[1, 2], { state: 'idle' }])
    expect(await change(4)).toEqual([{ id: 4 }])
    expect([await ids(), await state()]).toEqual([[1, 2, 3, 4], { state: 'idle' }])
  })

  test('that is refused is heard of, also where it came with the last statement', async () => {
    await outside.query('alter table thing add other integer references thing (id) deferrable initially deferred')
    const change = db.transaction().execute(within => sql`${thenCommit} insert into thing values (3, 9)`.execute(within))
    await expect(change).rejects.toThrow('foreign key')
    expect([await ids(), await state()]).toEqual([[1, 2], { state: 'idle' }])
    expect((await things(db)).rows).toHaveLength(2)
  })
})
