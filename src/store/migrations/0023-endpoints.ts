import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** Where events of the ledger go besides people, and what became of each on its way. */
export const endpoints: Migration = {
  async up(db) {
    await sql`
      create table endpoint (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        kind text not null,
        name text not null,
        host text not null,
        groups jsonb not null,
        state text not null,
        paused_because text,
        made_at timestamptz not null,
        sealed_address bytea not null,
        sealed_secret bytea,
        sealed_old_secret bytea,
        old_secret_until timestamptz,
        next_entry bigint not null,
        failing_since timestamptz,
        last_sent_at timestamptz,
        constraint endpoint_kind check (kind in ('webhook', 'teams', 'slack', 'syslog')),
        constraint endpoint_state check (state in ('active', 'paused')),
        constraint endpoint_paused check ((state = 'paused') = (paused_because is not null)),
        constraint endpoint_paused_because check (paused_because in ('person', 'failing')),
        constraint endpoint_secret check ((kind = 'webhook') = (sealed_secret is not null)),
        constraint endpoint_old_secret check ((sealed_old_secret is null) = (old_secret_until is null))
      )`.execute(db)
    await sql`create unique index endpoint_name on endpoint (lower(name))`.execute(db)
    // Its id names the event at its receiver, too, so a unique key is what keeps anything from being written twice.
    await sql`
      create table endpoint_delivery (
        id text primary key,
        number bigint not null unique generated always as identity,
        endpoint_id text not null references endpoint (id) on delete cascade,
        entry bigint,
        type text not null,
        events integer not null,
        state text not null,
        tries integer not null,
        next_at timestamptz not null,
        holder text,
        lease_until timestamptz,
        trouble text,
        made_at timestamptz not null,
        sent_at timestamptz,
        constraint endpoint_delivery_once unique (endpoint_id, entry),
        constraint endpoint_delivery_state check (state in ('due', 'failed', 'sent', 'dead', 'held', 'summed'))
      )`.execute(db)
    await sql`create index endpoint_delivery_due on endpoint_delivery (endpoint_id, next_at) where state in ('due', 'failed')`.execute(db)
    await sql`create index endpoint_delivery_page on endpoint_delivery (endpoint_id, number desc)`.execute(db)
    await sql`create index endpoint_delivery_old on endpoint_delivery (made_at)`.execute(db)
  },
}
