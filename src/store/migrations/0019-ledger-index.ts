import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/**
 * Auditors ask for one type, one person or one subject: without these a rare one is looked for from the newest entry to the first.
 * Entries come in the order of their moments, nearly, so a few bytes for each hundred pages are enough to find a span of days.
 */
export const ledgerIndex: Migration = {
  async up(db) {
    await sql`create index ledger_entry_type on ledger_entry (type, id)`.execute(db)
    await sql`create index ledger_entry_actor on ledger_entry (actor, id)`.execute(db)
    await sql`create index ledger_entry_about on ledger_entry (subject_id, id)`.execute(db)
    await sql`create index ledger_entry_at on ledger_entry using brin (at)`.execute(db)
  },
}
