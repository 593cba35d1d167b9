import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** Work that goes on behind requests, step by step. */
export const jobs: Migration = {
  async up(db) {
    await sql`
      create table job (
        id text primary key,
        kind text not null,
        key text not null,
        input jsonb not null,
        state text not null,
        cursor jsonb,
        done bigint not null,
        of_all bigint,
        due_at timestamptz not null,
        holder text,
        lease_until timestamptz,
        tries integer not null,
        trouble text,
        asked_by text references person (id),
        made_at timestamptz not null,
        started_at timestamptz,
        ended_at timestamptz,
        constraint job_once unique (kind, key),
        constraint job_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
        constraint job_ends check ((state in ('done', 'failed', 'cancelled')) = (ended_at is not null)),
        constraint job_is_held check ((state = 'running') = (holder is not null and lease_until is not null))
      )`.execute(db)
    await sql`create index job_due on job (due_at) where ended_at is null`.execute(db)
    await sql`create index job_newest on job (made_at desc, id)`.execute(db)
  },
}
