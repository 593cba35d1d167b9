import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** The ledger: entries, the erasable values behind their commitments, the tree's tiles, its head and its checkpoints. */
export const ledger: Migration = {
  async up(db) {
    await sql`
      create table ledger_entry (
        id bigint generated always as identity primary key,
        leaf_index bigint,
        type text not null,
        version integer not null,
        subject_kind text not null,
        subject_id text not null,
        subject_version integer,
        actor text not null,
        at timestamptz not null,
        body text not null,
        leaf_hash bytea,
        seal bytea,
        constraint sealed_with_its_place check ((leaf_index is null) = (leaf_hash is null) and (leaf_index is null) = (seal is null))
      )`.execute(db)
    await sql`create unique index ledger_entry_place on ledger_entry (leaf_index) where leaf_index is not null`.execute(db)
    await sql`create index ledger_entry_waiting on ledger_entry (id) where leaf_index is null`.execute(db)
    await sql`create index ledger_entry_subject on ledger_entry (subject_kind, subject_id, id)`.execute(db)
    await sql`
      create table ledger_personal (
        entry_id bigint not null references ledger_entry (id),
        field text not null,
        salt bytea not null,
        value text not null,
        primary key (entry_id, field)
      )`.execute(db)
    await sql`
      create table ledger_tile (
        level smallint not null,
        index bigint not null,
        hashes bytea not null,
        primary key (level, index)
      )`.execute(db)
    await sql`
      create table ledger_head (
        single boolean primary key default true check (single),
        size bigint not null,
        root bytea not null,
        origin text not null,
        vkey text not null
      )`.execute(db)
    await sql`
      create table ledger_checkpoint (
        size bigint primary key,
        note text not null,
        at timestamptz not null
      )`.execute(db)
  },
}
