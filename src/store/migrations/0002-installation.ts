import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** Whose installation this is, and the answers to repeated requests. */
export const installation: Migration = {
  async up(db) {
    await sql`
      create table installation (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        single boolean not null default true unique check (single),
        company text not null,
        demo boolean not null,
        created_at timestamptz not null
      )`.execute(db)
    await sql`
      create table request (
        actor text not null,
        request_id text not null,
        operation text not null,
        input_digest bytea not null,
        output jsonb not null,
        entries jsonb not null,
        at timestamptz not null,
        primary key (actor, request_id)
      )`.execute(db)
    await sql`create index request_age on request (at)`.execute(db)
  },
}
