import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'

type DemoClockRow = Selectable<Tables['demoClock']>

/** Null everywhere but in a demo that was loaded. */
export const demoClockRow = async (db: Db): Promise<DemoClockRow | null> =>
  (await db.selectFrom('demoClock').selectAll().executeTakeFirst()) ?? null

export const beginDemoClock = (db: Db, row: Pick<DemoClockRow, 'id' | 'seed' | 'aheadMs'>): Promise<DemoClockRow> =>
  db
    .insertInto('demoClock')
    .values({ ...row, version: 1, sealSalt: newSalt() })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Keeps others from founding or loading an installation until this transaction ends. Whoever waits, waits longer than a load takes. */
export const lockInstallation = async (db: Db): Promise<void> => {
  await sql`set local lock_timeout = '2min'`.execute(db)
  await sql`lock table installation in share row exclusive mode`.execute(db)
}
