import { sql } from 'kysely'
import type { Db } from '#src/store/index.ts'
import type { SealedColumn } from './place.ts'
import { idBytes, idOfBytes } from './sealed-value.ts'

export interface SealedRow {
  readonly id: string
  readonly sealed: Buffer
}

/** Where a sealed value carries its data key's id; see `sealed-value.ts`. */
const keyIn = (column: string) => sql`substring(${sql.ref(column)} from 2 for 16)`

/**
 * The next rows, in the order of their ids, whose value is not under that key, held until the transaction ends. Rows that
 * others hold are passed over: they will be met again.
 */
export const holdRowsUnderOtherKeys = async (
  db: Db,
  { table, id, column }: SealedColumn,
  current: string,
  { after, limit }: { after: string; limit: number },
): Promise<SealedRow[]> => {
  const { rows } = await sql<SealedRow>`
    select ${sql.ref(id)} as id, ${sql.ref(column)} as sealed from ${sql.table(table)}
    where ${sql.ref(id)} > ${after} and ${sql.ref(column)} is not null and ${keyIn(column)} <> ${idBytes(current)}
    order by ${sql.ref(id)} limit ${limit} for update skip locked`.execute(db)
  return rows
}

/** The sealed value of a row as it stands now. */
export const sealedIn = async (db: Db, { table, id, column }: SealedColumn, row: string): Promise<Buffer | null> => {
  const { rows } = await sql<{ sealed: Buffer | null }>`
    select ${sql.ref(column)} as sealed from ${sql.table(table)} where ${sql.ref(id)} = ${row}`.execute(db)
  return rows[0]?.sealed ?? null
}

/** Puts a value sealed anew in the place of the old one, unless that has changed. */
export const replaceSealed = async (db: Db, { table, id, column }: SealedColumn, old: SealedRow, sealed: Buffer): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${sealed}
    where ${sql.ref(id)} = ${old.id} and ${sql.ref(column)} = ${old.sealed}`.execute(db)
  return numAffectedRows === 1n
}

/** How many values of a column stand under which data key. */
export const countByKey = async (db: Db, { table, column }: SealedColumn): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ key: string; count: number }>`
    select encode(${keyIn(column)}, 'hex') as key, count(*) as count from ${sql.table(table)}
    where ${sql.ref(column)} is not null group by 1`.execute(db)
  return new Map(rows.map(({ key, count }) => [idOfBytes(key), count]))
}

/** Columns of the schema whose name says that they hold sealed values, though nobody declared them. */
export const undeclared = async (db: Db, columns: readonly SealedColumn[]): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = current_schema() and data_type = 'bytea' and column_name like 'sealed\\_%' order by 1`.execute(db)
  const declared = new Set(columns.map(({ table, column }) => `${snake(table)}.${snake(column)}`))
  return rows.map(({ name }) => name).filter(name => !declared.has(name))
}

/** As the store spells names in SQL. */
const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
