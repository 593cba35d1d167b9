import { mkdir } from 'node:fs/promises'
import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { startEmbedded } from './embedded/client.ts'
import { initialise } from './embedded/initialise.ts'
import { takeLock } from './embedded/lock.ts'
import { migrate } from './migrate.ts'
import { Dialect } from './naming.ts'
import { preparing } from './statements.ts'
import type { Store, StoreConfig } from './store.ts'
import type { Tables } from './tables.ts'

/**
 * Opens a store and brings its schema up to date.
 * @param onLost called when the embedded directory was taken by another process; the caller must stop at once.
 * @throws Refusal `directory-in-use` when another process holds the embedded directory.
 */
export const openStore = async (config: StoreConfig, { onLost }: { onLost(): void }): Promise<Store> => {
  const store = config.kind === 'postgres' ? openPostgres(config.url) : await openEmbedded(config.directory, onLost)
  try {
    await migrate(store.db)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

const openPostgres = (url: string): Store => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'guildhall',
    // The planner's own guess of what a page out of order costs (4) is a turning disk's; on memory and flash it walks where it could look up.
    options:
      '-c timezone=UTC -c statement_timeout=15000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000 -c random_page_cost=1.1',
  })
  // An idle connection that the server ends would otherwise end the process; the next query opens another.
  pool.on('error', () => undefined)
  const db = queries(pool)
  return { kind: 'postgres', db, operatorSecret: null, announce: () => Promise.resolve(), isUp: () => isUp(db), close: () => db.destroy() }
}

const openEmbedded = async (directory: string, onLost: () => void): Promise<Store> => {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const lock = await takeLock(directory, { onLost })
  try {
    const server = await startEmbedded(await initialise(directory))
    const db = queries(server.pool)
    return {
      kind: 'embedded',
      db,
      operatorSecret: lock.token,
      announce: address => lock.announce(address),
      isUp: () => isUp(db),
      async close() {
        await db.destroy()
        await server.close()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

const isUp = (db: Kysely<Tables>): Promise<string | null> =>
  sql`select 1`.execute(db).then(
    () => null,
    () => 'The database does not answer.',
  )

const queries = (pool: pg.Pool): Kysely<Tables> => new Kysely<Tables>({ dialect: new Dialect({ pool: preparing(pool) }) })
