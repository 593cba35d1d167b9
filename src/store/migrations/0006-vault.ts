import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** The keys that seal secrets, each wrapped by a master key that is kept elsewhere. */
export const vault: Migration = {
  async up(db) {
    // How many values were sealed, ever. A sequence counts across replicas without a lock, rolled-back work included.
    await sql`create sequence sealing`.execute(db)
    await sql`
      create table data_key (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        wrapped bytea not null,
        master text not null,
        state text not null,
        sealed_from bigint not null,
        created_at timestamptz not null,
        retired_at timestamptz,
        constraint data_key_state check (state in ('current', 'retired')),
        constraint retired_at_a_moment check ((state = 'retired') = (retired_at is not null))
      )`.execute(db)
    await sql`create unique index data_key_current on data_key (state) where state = 'current'`.execute(db)
  },
}
