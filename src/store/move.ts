import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { refuse } from '#src/kernel/refusal.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** Rows that cross at a time: few enough to hold in memory, many enough that round trips do not count. */
const batch = 500

/**
 * Copies everything from one store to another, in one transaction of the target: it is there whole or not at all.
 * Bytes, numbers and instants arrive as they were, because both ends write them as PostgreSQL's own text.
 * @param onTable told after each table, with how many rows it had.
 * @throws Refusal `target-not-empty` where the target holds anything already.
 */
export const copyStore = async (from: Store, to: Store, onTable: (table: string, rows: number) => void): Promise<void> => {
  const tables = await tablesInOrder(from)
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
    await carryCountersOn(from, target)
  })
}

const copyTable = async (from: Store, target: Transaction<Tables>, table: string): Promise<number> => {
  const columns = await columnsOf(from, table)
  let copied = 0
  for (;;) {
    // `ctid` order is stable while nobody writes: the caller holds the directory's lock.
    const { rows } = await sql<{
      row: string
    }>`select to_json(t)::text as row from ${sql.table(table)} t order by ctid limit ${batch} offset ${copied}`.execute(from.db)
    if (rows.length === 0) return copied
    const json = `[${rows.map(({ row }) => row).join(',')}]`
    await sql`insert into ${sql.table(table)} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(
      target,
    )
    copied += rows.length
  }
}

/** The columns of a table that hold something of their own; what is computed from others is computed again. */
const columnsOf = async ({ db }: Store, table: string) => {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`.execute(db)
  return sql.join(rows.map(({ name }) => sql.raw(`"${name}"`)))
}

/** Our tables, referenced ones first, so that each row finds what it points to; what may point in a circle is checked at the end. */
const tablesInOrder = async ({ db }: Store): Promise<string[]> => {
  const { rows } = await sql<{ table: string; needs: string[] | null }>`
    select c.relname as "table", json_agg(f.relname) filter (where f.relname is not null and f.oid <> c.oid) as needs
    from pg_class c
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and not k.condeferrable
    left join pg_class f on f.oid = k.confrelid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely%'
    group by c.relname`.execute(db)
  const ordered: string[] = []
  while (ordered.length < rows.length) {
    const next = rows.find(({ table, needs }) => !ordered.includes(table) && (needs ?? []).every(need => ordered.includes(need)))
    if (!next) throw new Error('Tables refer to each other in a circle; none of them can be copied first.')
    ordered.push(next.table)
  }
  return ordered
}

/** Numbers given by the database go on where they stood. */
const carryCountersOn = async (from: Store, target: Transaction<Tables>): Promise<void> => {
  const { rows } = await sql<{
    name: string
    last: number | null
  }>`select sequencename as name, last_value as last from pg_sequences where schemaname = 'public'`.execute(from.db)
  for (const { name, last } of rows) if (last !== null) await sql`select setval(${name}::regclass, ${last})`.execute(target)
}
