import { sql } from 'kysely'
import type { Db } from './store.ts'

/** One column of a table, and how PostgreSQL calls its type. */
export interface Column {
  readonly name: string
  readonly type: string
}

/** Some rows, column by column, as PostgreSQL's own text: what one of our stores writes, the other one reads. */
export type Values = readonly (readonly (string | null)[])[]

/** Rows that cross at a time: few enough to hold in memory, many enough that round trips do not count. */
const batch = 500

/** Our tables, referenced ones first, so that each row finds what it points to; what may point in a circle is checked at the end. */
export const tablesInOrder = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{ table: string; needs: string[] | null }>`
    select c.relname as "table", json_agg(f.relname) filter (where f.relname is not null and f.oid <> c.oid) as needs
    from pg_class c
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and not k.condeferrable
    left join pg_class f on f.oid = k.confrelid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely%'
    group by c.relname order by c.relname`.execute(db)
  const ordered: string[] = []
  while (ordered.length < rows.length) {
    const next = rows.find(({ table, needs }) => !ordered.includes(table) && (needs ?? []).every(need => ordered.includes(need)))
    if (!next) throw new Error('Tables refer to each other in a circle; none of them can be copied first.')
    ordered.push(next.table)
  }
  return ordered
}

/** The columns of a table that hold something of their own; what is computed from others is computed again. */
export const columnsOf = async (db: Db, table: string): Promise<Column[]> => {
  const { rows } = await sql<Column>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`.execute(db)
  return rows
}

/** A table's rows in the order of its primary key, some hundred at a time. */
export const readRows = async function* (db: Db, table: string, columns: readonly Column[]): AsyncGenerator<Values> {
  const texts = sql.join(columns.map(({ name }) => sql`${sql.ref(name)}::text`))
  const key = sql.join((await keyOf(db, table)).map(name => sql.ref(name)))
  for (let read = 0; ;) {
    const { rows } = await sql<{ row: (string | null)[] }>`
      select json_build_array(${texts}) as row from ${sql.table(table)} order by ${key} limit ${batch} offset ${read}`.execute(db)
    if (rows.length === 0) return
    yield columns.map((_, i) => rows.map(({ row }) => row[i] ?? null))
    read += rows.length
  }
}

/** Adds rows to a table, each value under the type of its column. */
export const writeRows = async (db: Db, table: string, columns: readonly Column[], values: Values): Promise<void> => {
  const names = columns.map(({ name }) => sql.ref(name))
  const typed = columns.map(({ name, type }) => sql`${sql.ref(name)}::${sql.raw(type)}`)
  const given = values.map(column => sql`${column}::text[]`)
  await sql`
    insert into ${sql.table(table)} (${sql.join(names)}) overriding system value
    select ${sql.join(typed)} from unnest(${sql.join(given)}) as given (${sql.join(names)})`.execute(db)
}

const keyOf = async (db: Db, table: string): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = ${table}::regclass and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)`.execute(db)
  if (rows.length === 0) throw new Error(`The table ${table} has no primary key, so its rows have no order.`)
  return rows.map(({ name }) => name)
}

/** How far a number that the database gives has come. */
export interface Counter {
  readonly name: string
  readonly last: number
}

export const readCounters = async (db: Db): Promise<Counter[]> => {
  const { rows } = await sql<Counter>`
    select sequencename as name, last_value as last from pg_sequences
    where schemaname = 'public' and last_value is not null order by sequencename`.execute(db)
  return rows
}

/** Numbers given by the database go on where they stood. */
export const setCounters = async (db: Db, counters: readonly Counter[]): Promise<void> => {
  for (const { name, last } of counters) await sql`select setval(${name}::regclass, ${last})`.execute(db)
}
