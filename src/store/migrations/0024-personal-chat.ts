import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** Chats of people's own to which their letters go as cards, and the hosts to which the company lets them go. */
export const personalChat: Migration = {
  async up(db) {
    // An id of its own: whoever removes a chat and sets another has two, and the ledger tells them apart.
    await sql`
      create table personal_chat (
        id text primary key,
        person_id text not null unique references person (id),
        version integer not null,
        seal_salt bytea not null,
        kind text not null,
        host text not null,
        sealed_address bytea not null,
        set_at timestamptz not null,
        failing_since timestamptz,
        constraint personal_chat_kind check (kind in ('teams', 'slack'))
      )`.execute(db)
    await sql`
      create table chat_setting (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        hosts jsonb not null,
        constraint chat_setting_single check (id = 'chat')
      )`.execute(db)
    await sql`alter table message_preference drop constraint message_preference_channel`.execute(db)
    await sql`
      alter table message_preference add constraint message_preference_channel check (channel in ('mail', 'chat', 'none'))`.execute(db)
    await sql`alter table delivery add constraint delivery_channel check (channel in ('mail', 'chat'))`.execute(db)
    await sql`alter table delivery add chat_trouble text`.execute(db)
    await sql`create index delivery_to_chat on delivery (person_id, next_at, id) where channel = 'chat' and state in ('due', 'failed')`.execute(
      db,
    )
  },
}
