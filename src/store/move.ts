import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { refuse } from '#src/kernel/refusal.ts'
import { columnsOf, readCounters, readRows, setCounters, tablesInOrder, writeRows } from './rows.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/**
 * Copies everything from one store to another, in one transaction of the target: it is there whole or not at all.
 * Bytes, numbers and instants arrive as they were, because both ends write them as PostgreSQL's own text.
 * @param onTable told after each table, with how many rows it had.
 * @throws Refusal `target-not-empty` where the target holds anything already.
 */
export const copyStore = async (from: Store, to: Store, onTable: (table: string, rows: number) => void): Promise<void> => {
  const tables = await tablesInOrder(from.db)
  await to.db.transaction().execute(async target => {
    for (const table of tables) {
      const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(target)
      if (rows.length > 0)
        throw refuse(
          'conflict',
          'target-not-empty',
          `The target database already holds rows in ${table}.`,
          'Give an empty database, so that nothing is mixed.',
          'DATABASE_URL',
        )
    }
    await sql`set constraints all deferred`.execute(target)
    for (const table of tables) onTable(table, await copyTable(from, target, table))
    await setCounters(target, await readCounters(from.db))
  })
}

const copyTable = async ({ db }: Store, target: Transaction<Tables>, table: string): Promise<number> => {
  const columns = await columnsOf(db, table)
  let copied = 0
  // Nobody writes meanwhile: the caller holds the directory's lock.
  for await (const values of readRows(db, table, columns)) {
    await writeRows(target, table, columns, values)
    copied += values[0]?.length ?? 0
  }
  return copied
}
