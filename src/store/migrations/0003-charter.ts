import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** Versions of the charter, the shipped charters they were made from, and which one decided about a solution. */
export const charter: Migration = {
  async up(db) {
    await sql`
      create table shipped_charter (
        digest text primary key,
        label text not null,
        documents jsonb not null,
        kept_at timestamptz not null
      )`.execute(db)
    await sql`
      create table charter_version (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        label text not null,
        digest text not null,
        documents jsonb not null,
        state text not null,
        based_on text not null references shipped_charter (digest),
        note text not null,
        proposed_by text not null references person (id),
        proposed_at timestamptz not null,
        adopted_by text references person (id),
        adopted_at timestamptz,
        ended_at timestamptz,
        constraint charter_version_state check (state in ('proposed', 'in-force', 'superseded', 'withdrawn')),
        constraint adopted_by_a_second_person check (adopted_by <> proposed_by),
        constraint adopted_where_it_counts check (
          (state in ('in-force', 'superseded')) = (adopted_by is not null)
          and (adopted_by is null) = (adopted_at is null)
          and (state in ('superseded', 'withdrawn')) = (ended_at is not null)
        )
      )`.execute(db)
    await sql`create unique index charter_version_in_force on charter_version (state) where state = 'in-force'`.execute(db)
    await sql`create unique index charter_version_open on charter_version (state) where state = 'proposed'`.execute(db)
    await sql`create unique index charter_version_digest on charter_version (digest) where state <> 'withdrawn'`.execute(db)
    await sql`create unique index charter_version_label on charter_version (label) where state <> 'withdrawn'`.execute(db)
    await sql`alter table solution add column charter_digest text`.execute(db)
  },
}
