import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** What a solution is found by: the words of its name and its purpose together. */
export const search: Migration = {
  async up(db) {
    await sql`create index solution_words on solution using gin (words(name || ' ' || purpose))`.execute(db)
  },
}
