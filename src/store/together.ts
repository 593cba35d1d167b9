import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { Dialect } from 'kysely'
import type { Db } from './store.ts'
import type { Tables } from './tables.ts'

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: db => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}
const parts = { config: { dialect }, dialect, driver: new DummyDriver() }

/**
 * Several questions at one moment, on the one connection of a transaction and in their order. Kysely sends each only once the one
 * before is answered; these travel as one packet, and sending is a third of what a statement costs this process.
 */
export const together = <T>(db: Db, ask: (db: Db) => Promise<T>): Promise<T> => {
  const executor = db.getExecutor()
  return executor.provideConnection(connection =>
    ask(new Kysely<Tables>({ ...parts, executor: executor.withConnectionProvider({ provideConnection: use => use(connection) }) })),
  )
}
