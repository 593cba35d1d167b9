import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { newestMigration } from './migrate.ts'
import { columnsOf, readCounters, readRows, setCounters, tablesInOrder, writeRows } from './rows.ts'
import type { Seed, SeedTable } from './seed-file.ts'
import { unfit } from './seed-file.ts'
import type { Db } from './store.ts'
import type { Tables } from './tables.ts'

/** What passes: answers to repeated requests, last uses, failed attempts, rounds of work; and what every ledger makes under its own key. */
const leftOut: readonly string[] = ['request', 'access_use', 'throttle', 'job', 'ledger_tile', 'ledger_head', 'ledger_checkpoint']
const leftOutColumns: Readonly<Record<string, readonly string[]>> = { ledger_entry: ['leaf_index', 'leaf_hash', 'seal'] }

/** Where secrets would be, and what a database has that came from a seed itself. */
const mustBeEmpty: readonly string[] = ['password', 'second_factor', 'data_key', 'demo_clock']

/** Rows that are written at a time. */
const batch = 500

/**
 * What a database holds, apart from the store that holds it: equal rows give equal seeds, from either store. The ledger's
 * entries are in it without place and seal: where they are planted they wait for those of the ledger there.
 * @throws Error for a database with rows that no seed may have.
 */
export const takeSeed = async (db: Db): Promise<Seed> => {
  const tables: SeedTable[] = []
  for (const table of await tablesInOrder(db)) {
    if (leftOut.includes(table)) continue
    const columns = (await columnsOf(db, table)).filter(({ name }) => !leftOutColumns[table]?.includes(name))
    const values = columns.map((): (string | null)[] => [])
    for await (const some of readRows(db, table, columns)) some.forEach((column, i) => values[i]?.push(...column))
    if (values[0]?.length === 0) continue
    if (mustBeEmpty.includes(table)) throw new Error(`No seed may hold rows of ${table}, and this database does.`)
    tables.push({ table, columns: columns.map(({ name }) => name), values })
  }
  return { schema: newestMigration, tables, counters: await readCounters(db) }
}

/**
 * Puts what a seed holds into an empty database, in the caller's transaction.
 * @throws Refusal `seed-unfit` where it was taken from other tables than these.
 */
export const plantSeed = async (db: Transaction<Tables>, { schema, tables, counters }: Seed): Promise<void> => {
  if (schema !== newestMigration) throw unfit(`its tables are those of ${schema}, and ours those of ${newestMigration}`)
  const order = (await tablesInOrder(db)).filter(table => !leftOut.includes(table) && !mustBeEmpty.includes(table))
  await sql`set constraints all deferred`.execute(db)
  for (const { table, columns: names, values } of tables.toSorted((a, b) => order.indexOf(a.table) - order.indexOf(b.table))) {
    const ours = order.includes(table) ? await columnsOf(db, table) : []
    const columns = names.flatMap(name => ours.filter(column => column.name === name))
    if (columns.length < names.length) throw unfit(`we have no such table or columns: ${table} (${names.join(', ')})`)
    for (let from = 0; from < (values[0]?.length ?? 0); from += batch)
      await writeRows(
        db,
        table,
        columns,
        values.map(column => column.slice(from, from + batch)),
      )
  }
  await setCounters(db, counters)
  // Nobody has gathered statistics yet, and the first pages come at once.
  await sql`analyze`.execute(db)
}
