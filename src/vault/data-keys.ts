import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type DataKeyRow = Selectable<Tables['dataKey']>

/**
 * The key that seals now, with how many values it has sealed at most; undefined where there is none. It stays the current
 * one until the caller's transaction ends: whoever retires it waits. So all that a retired key has sealed is committed, and
 * can be counted.
 */
export const holdCurrentKey = (db: Db): Promise<(DataKeyRow & { sealed: number }) | undefined> =>
  db
    .selectFrom('dataKey')
    .selectAll()
    .select(sql<number>`nextval('sealing') - sealed_from`.as('sealed'))
    .where('state', '=', 'current')
    .forShare()
    .executeTakeFirst()

/** One transaction at a time makes, retires, re-wraps or deletes keys; sealing and opening go on. */
export const lockKeys = async (db: Db): Promise<void> => {
  await sql`lock table data_key in share row exclusive mode`.execute(db)
}

export const dataKeyById = (db: Db, id: string): Promise<DataKeyRow | undefined> =>
  db.selectFrom('dataKey').selectAll().where('id', '=', id).executeTakeFirst()

export const allDataKeys = (db: Db): Promise<DataKeyRow[]> =>
  db.selectFrom('dataKey').selectAll().orderBy('createdAt').orderBy('id').execute()

export const insertDataKey = (
  db: Db,
  { id, wrapped, master, createdAt }: Pick<DataKeyRow, 'id' | 'wrapped' | 'master' | 'createdAt'>,
): Promise<DataKeyRow> =>
  db
    .insertInto('dataKey')
    .values({
      id,
      version: 1,
      sealSalt: newSalt(),
      wrapped,
      master,
      state: 'current',
      sealedFrom: sql<number>`nextval('sealing')`,
      createdAt: createdAt.toString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/** The current key as it stands after it was retired; undefined where there was none. */
export const retireCurrentKey = (db: Db, now: Temporal.Instant): Promise<DataKeyRow | undefined> =>
  db
    .updateTable('dataKey')
    .set(eb => ({ state: 'retired', retiredAt: now.toString(), version: eb('version', '+', 1) }))
    .where('state', '=', 'current')
    .returningAll()
    .executeTakeFirst()

export const rewrapDataKey = (db: Db, id: string, wrapped: Buffer, master: string): Promise<DataKeyRow> =>
  db
    .updateTable('dataKey')
    .set(eb => ({ wrapped, master, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Deletes the retired ones of these keys, and gives them back as they were. */
export const deleteRetiredKeys = async (db: Db, ids: readonly string[]): Promise<DataKeyRow[]> =>
  ids.length === 0 ? [] : db.deleteFrom('dataKey').where('state', '=', 'retired').where('id', 'in', ids).returningAll().execute()
