import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** How far the time of a loaded demo is from the real one. */
export const demoClock: Migration = {
  async up(db) {
    await sql`
      create table demo_clock (
        id text primary key references installation (id),
        version integer not null,
        seal_salt bytea not null,
        seed text not null,
        ahead_ms bigint not null
      )`.execute(db)
  },
}
