import { sql } from 'kysely'
import type { Db } from '#src/store/index.ts'

/**
 * Erases the values behind commitments: of these entries, or only these fields of them. The entries stay as they were and
 * verify as before; what the commitment stood for can no longer be found out. Returns how many values went.
 * The caller records the erasure as an entry of its own.
 */
export const erasePersonal = async (db: Db, entries: readonly number[], fields?: readonly string[]): Promise<number> => {
  const { rows } = await sql<{ field: string }>`
    delete from ledger_personal
    where entry_id = any(${[...entries]}::bigint[]) and (${fields === undefined ? null : [...fields]}::text[] is null or field = any(${fields === undefined ? null : [...fields]}::text[]))
    returning field`.execute(db)
  return rows.length
}
