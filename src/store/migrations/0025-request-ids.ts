import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** Requests are found by their id alone, so that they can be asked for before it is known who asks. */
export const requestIds: Migration = {
  async up(db) {
    await sql`alter table request drop constraint request_pkey`.execute(db)
    await sql`alter table request add constraint request_pkey primary key (request_id, actor)`.execute(db)
  },
}
