import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { dropDatabases } from './fresh.ts'
import { startPostgres } from './start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Which store this ring runs on. */
    engine: 'pg' | 'pglite'
    /** A superuser's address of the run's PostgreSQL; rings `pg` and `faults` only. */
    databaseUrl: string
    /** What the names of this run's databases begin with. */
    databasePrefix: string
  }
}

/** vitest's global set-up: one PostgreSQL for the whole run, and nothing left of it afterwards. */
const forTests = async (project: TestProject): Promise<() => Promise<void>> => {
  const postgres = await startPostgres()
  const databasePrefix = `guildhall_test_${randomBytes(4).toString('hex')}_`
  project.provide('databaseUrl', postgres.url)
  project.provide('databasePrefix', databasePrefix)
  return async () => {
    await dropDatabases(postgres.url, databasePrefix)
    await postgres.stop()
  }
}

export default forTests
