import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** Hosts and ports of private networks that two people allowed this program to call. */
export const outbound: Migration = {
  async up(db) {
    await sql`
      create table private_target (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        host text not null,
        port integer not null,
        reason text not null,
        added_at timestamptz not null,
        ended_at timestamptz,
        constraint private_target_port check (port between 1 and 65535),
        constraint private_target_host check (host = lower(host) and host <> '' and host !~ '[*/@ ]')
      )`.execute(db)
    await sql`create unique index private_target_open on private_target (host, port) where ended_at is null`.execute(db)
  },
}
