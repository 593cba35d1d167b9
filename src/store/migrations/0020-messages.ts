import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** What people are told, the letters in which they are told it, and how each of them wants to be told. */
export const messages: Migration = {
  async up(db) {
    // Neither of them refers to a person by a foreign key: its lock on somebody who is told would cross with that on somebody who acts.
    await sql`
      create table delivery (
        id text primary key,
        person_id text not null,
        form text not null,
        channel text not null,
        day date not null,
        kind text not null,
        messages integer not null,
        state text not null,
        tries integer not null,
        next_at timestamptz not null,
        holder text,
        lease_until timestamptz,
        trouble text,
        provider_id text,
        made_at timestamptz not null,
        sent_at timestamptz,
        constraint delivery_form check (form in ('single', 'digest')),
        constraint delivery_state check (state in ('due', 'failed', 'sent', 'dead', 'dry', 'dropped')),
        constraint delivery_is_held check ((holder is null) = (lease_until is null)),
        constraint delivery_sent check ((state = 'sent') = (sent_at is not null))
      )`.execute(db)
    // Two replicas that come to the same morning write one digest.
    await sql`create unique index delivery_one_digest on delivery (person_id, day) where form = 'digest'`.execute(db)
    await sql`create index delivery_of_day on delivery (person_id, day)`.execute(db)
    await sql`create index delivery_due on delivery (next_at, id) where state in ('due', 'failed')`.execute(db)
    await sql`create index delivery_newest on delivery (made_at desc, id desc)`.execute(db)
    await sql`
      create table message (
        id text primary key,
        once text not null,
        kind text not null,
        urgency text not null,
        loud boolean not null,
        to_id text not null,
        because text not null,
        about_kind text not null,
        about_key text not null,
        about_name text not null,
        of_id text not null,
        of_version integer not null,
        facts jsonb not null,
        operation text not null,
        at timestamptz not null,
        due_at timestamptz not null,
        state text not null,
        delivery_id text references delivery (id),
        read_at timestamptz,
        constraint message_once unique (once),
        constraint message_urgency check (urgency in ('act', 'digest')),
        constraint message_state check (state in ('waiting', 'held', 'delivered', 'digested', 'kept', 'dropped')),
        constraint message_in_letter check ((state in ('delivered', 'digested')) = (delivery_id is not null))
      )`.execute(db)
    await sql`create index message_inbox on message (to_id, at desc, id desc)`.execute(db)
    await sql`create index message_due on message (due_at, id) where state = 'waiting' and urgency = 'act'`.execute(db)
    await sql`create index message_for_digest on message (to_id) where state in ('waiting', 'held')`.execute(db)
    await sql`create index message_to_act on message (to_id) where urgency = 'act'`.execute(db)
    await sql`create index message_delivery on message (delivery_id) where delivery_id is not null`.execute(db)
    await sql`create index message_age on message (at)`.execute(db)
    await sql`
      create table message_preference (
        id text primary key references person (id),
        version integer not null,
        seal_salt bytea not null,
        channel text not null,
        level text not null,
        digest_at text not null,
        quiet_from text,
        quiet_to text,
        time_zone text,
        language text,
        constraint message_preference_channel check (channel in ('mail', 'none')),
        constraint message_preference_level check (level in ('everything', 'act-only', 'digest-only')),
        constraint message_preference_quiet check ((quiet_from is null) = (quiet_to is null))
      )`.execute(db)
    await sql`
      create table message_text (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        kind text not null,
        language text not null,
        subject text not null,
        lines jsonb not null,
        constraint message_text_one unique (kind, language)
      )`.execute(db)
    await sql`
      create table messages_setting (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        dry_run boolean not null,
        daily_letters integer not null,
        digest_lines integer not null,
        language text not null,
        address text,
        mail jsonb,
        sealed_password bytea,
        constraint messages_setting_single check (id = 'messages')
      )`.execute(db)
  },
}
