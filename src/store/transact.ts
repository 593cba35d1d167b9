import { CompiledQuery, DummyDriver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, Transaction } from 'kysely'
import type { Dialect, Kysely, QueryExecutor } from 'kysely'
import type { Tables } from './tables.ts'

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: db => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}
const parts = { config: { dialect }, dialect, driver: new DummyDriver() }

const beginnings = { reads: 'start transaction isolation level repeatable read read only', writes: 'begin' }

/**
 * A transaction of which `reads` sees one moment and may not write. What is asked within it at one moment, as by `Promise.all`,
 * travels together and in its order; in one of Kysely's own each question waits for the answer before it.
 * @throws what the work throws, or what the database says of its end; then nothing of it is left.
 */
export const transact = <T>(
  db: Kysely<Tables>,
  kind: keyof typeof beginnings,
  work: (db: Transaction<Tables>) => Promise<T>,
): Promise<T> => {
  const outside = db.getExecutor()
  return outside.provideConnection(async connection => {
    let over = false
    const within: QueryExecutor = outside.withConnectionProvider({
      provideConnection: use => {
        // What a sibling that failed left running would otherwise stand alone.
        if (over) throw new Error('This transaction has ended.')
        return use(connection)
      },
    })
    const say = (text: string) => connection.executeQuery<{ command?: string }>(CompiledQuery.raw(text))
    await say(beginnings[kind])
    try {
      const result = await work(new Transaction<Tables>({ ...parts, executor: within }))
      over = true
      // A transaction in which a statement failed ends so, whatever it was told (PostgreSQL manual, COMMIT).
      if ((await say('commit')).rows[0]?.command === 'ROLLBACK') throw new Error('A statement of this transaction had failed.')
      return result
    } catch (error) {
      over = true
      await say('rollback').catch(() => undefined)
      throw error
    }
  })
}
