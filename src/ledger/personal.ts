import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#src/store/index.ts'
import { defineEntry } from './define-entry.ts'
import type { Entry } from './define-entry.ts'
import { readBody } from './read-body.ts'

/** Values were erased, named by their commitments: which ones can be checked for ever, what they were can not. */
const valuesErased = defineEntry({
  type: 'values-erased',
  version: 1,
  data: z.strictObject({ commitments: z.array(z.string()) }),
  personal: [],
})

/** What fits into one entry. */
const COMMITMENTS_AN_ENTRY = 1_000

/**
 * Erases the values behind commitments: of these entries, or only these fields of them. The entries stay as they were and
 * verify as before; what the commitments stood for can no longer be found out. Gives the entries that say so, which the
 * caller must record: a value that is gone without one is a fault, and so is one that comes back (with an old backup).
 */
export const erasePersonal = async (db: Db, entries: readonly number[], fields?: readonly string[]): Promise<Entry[]> => {
  const chosen = fields === undefined ? sql`true` : sql`field = any(${[...fields]}::text[])`
  const { rows } = await sql<{ field: string; body: string }>`
    delete from ledger_personal using ledger_entry
    where ledger_entry.id = entry_id and entry_id = any(${[...entries]}::bigint[]) and ${chosen}
    returning field, body`.execute(db)
  const commitments = rows.map(({ field, body }) => {
    const commitment = readBody(body)?.personal[field]
    if (commitment === undefined) throw new Error(`a value of the field ${field} has no commitment in its entry`)
    return commitment
  })
  const subject = { kind: 'ledger', id: 'personal-values', version: null, digest: null }
  return Array.from({ length: Math.ceil(commitments.length / COMMITMENTS_AN_ENTRY) }, (_, i) =>
    valuesErased({
      subject,
      data: { commitments: commitments.slice(i * COMMITMENTS_AN_ENTRY, (i + 1) * COMMITMENTS_AN_ENTRY) },
      personal: {},
    }),
  )
}

/** The commitments whose values the ledger says were erased. Held in memory: some hundred bytes for each. */
export const erasedCommitments = async (db: Db): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom('ledgerEntry').select('body').where('type', '=', valuesErased.type).execute()
  return new Set(rows.flatMap(({ body }) => valuesErased.data.safeParse(readBody(body)?.data).data?.commitments ?? []))
}
