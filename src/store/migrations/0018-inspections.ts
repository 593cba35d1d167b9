import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** What was read from an artifact's file, with its evidence. The file itself is not kept. */
export const inspections: Migration = {
  async up(db) {
    await sql`
      create table inspection (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        solution_id text not null references solution (id),
        file_name text not null,
        file_bytes integer not null,
        file_digest text not null,
        format text not null,
        artifact_name text,
        artifact_digest text not null,
        evidence jsonb not null,
        evidence_left_out integer not null,
        asks jsonb not null,
        questions jsonb not null,
        warnings jsonb not null,
        inspected_by text not null references person (id),
        inspected_by_human text not null,
        inspected_at timestamptz not null
      )`.execute(db)
    await sql`create index inspection_solution on inspection (solution_id)`.execute(db)
    await sql`alter table declaration add column inspection_id text references inspection (id)`.execute(db)
  },
}
