import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'
import { Migrator } from 'kysely/migration'
import { ledger } from './migrations/0001-ledger.ts'
import { firstSlice } from './migrations/0002-first-slice.ts'
import { charter } from './migrations/0003-charter.ts'

/** Every migration in order; one that has shipped is never changed, only followed by another. */
export const migrations = {
  '0001-ledger': ledger,
  '0002-first-slice': firstSlice,
  '0003-charter': charter,
}

/**
 * Brings a database to the newest schema. All or nothing on both stores, and safe when several replicas start at once:
 * the migrator takes a lock of its own. Throws what the database said when a step fails.
 */
export const migrate = async (db: Kysely<Tables>): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error instanceof Error) throw error
  if (error !== undefined) throw new Error('The database could not be brought up to date.')
}
