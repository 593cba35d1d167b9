import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** Units with their history, people, and how people get in. */
export const people: Migration = {
  async up(db) {
    // What a text is found by: its words without accents and punctuation (`src/capabilities/search.ts` reads a search alike).
    await sql`
      create function words(value text) returns tsvector immutable strict parallel safe
      return to_tsvector('simple', regexp_replace(
        regexp_replace(normalize(value, NFKD), '[\\u0300-\\u036f]', '', 'g'), '[!-/:-@[-\`{-~]+', ' ', 'g'))`.execute(db)
    await sql`
      create table unit (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        code text unique,
        name text not null,
        parent_id text references unit (id) deferrable,
        lead_id text,
        closed_at timestamptz,
        merged_into text references unit (id) deferrable,
        constraint not_below_itself check (parent_id <> id)
      )`.execute(db)
    await sql`create index unit_parent on unit (parent_id)`.execute(db)
    await sql`create index unit_lead on unit (lead_id) where lead_id is not null`.execute(db)
    await sql`
      create table person (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        human text not null,
        name text not null,
        email text,
        employee_number text,
        job_title text not null,
        contact text,
        unit_id text references unit (id),
        manager_id text references person (id) deferrable,
        roles jsonb not null,
        state text not null,
        state_since timestamptz not null,
        constraint person_state check (state in ('active', 'suspended', 'left')),
        constraint not_own_manager check (manager_id <> id)
      )`.execute(db)
    await sql`create unique index person_email on person (lower(email))`.execute(db)
    await sql`create index person_employee_number on person (employee_number)`.execute(db)
    await sql`create index person_human on person (human)`.execute(db)
    await sql`create index person_unit on person (unit_id)`.execute(db)
    await sql`create index person_manager on person (manager_id)`.execute(db)
    await sql`create index person_name on person (lower(name), id)`.execute(db)
    await sql`create index person_name_words on person using gin (words(name))`.execute(db)
    await sql`create index person_email_words on person using gin (words(email))`.execute(db)
    await sql`alter table unit add foreign key (lead_id) references person (id) deferrable`.execute(db)
    // What was so from when until when; the current row has no end.
    await sql`
      create table unit_span (
        unit_id text not null references unit (id),
        began_at timestamptz not null,
        ended_at timestamptz,
        name text not null,
        parent_id text,
        lead_id text,
        primary key (unit_id, began_at)
      )`.execute(db)
    await sql`create unique index unit_span_current on unit_span (unit_id) where ended_at is null`.execute(db)
    await sql`
      create table membership (
        person_id text not null references person (id),
        began_at timestamptz not null,
        ended_at timestamptz,
        unit_id text not null references unit (id),
        primary key (person_id, began_at)
      )`.execute(db)
    await sql`create unique index membership_current on membership (person_id) where ended_at is null`.execute(db)
    await sql`create index membership_unit on membership (unit_id)`.execute(db)
    await sql`
      create table absence (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        person_id text not null references person (id),
        first_day date not null,
        last_day date not null,
        deputy_id text references person (id),
        constraint absence_in_order check (first_day <= last_day),
        constraint not_own_deputy check (deputy_id <> person_id)
      )`.execute(db)
    await sql`create index absence_person on absence (person_id, last_day)`.execute(db)
    await sql`create index absence_deputy on absence (deputy_id, last_day)`.execute(db)
    await sql`
      create table access (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        kind text not null,
        person_id text not null references person (id),
        secret_hash bytea not null unique,
        method text not null,
        name text,
        may jsonb,
        second_factor boolean not null,
        started_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        ended_because text,
        constraint access_kind check (kind in ('sign-in', 'token')),
        constraint token_says_what_it_may check ((kind = 'token') = (may is not null)),
        constraint ended_for_a_reason check ((ended_at is null) = (ended_because is null))
      )`.execute(db)
    await sql`create index access_person on access (person_id, started_at desc)`.execute(db)
    // When an access was last used. Written often and proves nothing, so it stands apart from what the ledger governs.
    await sql`
      create table access_use (
        access_id text primary key references access (id) on delete cascade,
        used_at timestamptz not null
      )`.execute(db)
    await sql`
      create table password (
        id text primary key references person (id),
        version integer not null,
        seal_salt bytea not null,
        hash text not null,
        changed_at timestamptz not null
      )`.execute(db)
    await sql`
      create table second_factor (
        id text primary key references person (id),
        version integer not null,
        seal_salt bytea not null,
        sealed_secret bytea not null,
        recovery_codes jsonb not null,
        confirmed_at timestamptz,
        last_step bigint not null
      )`.execute(db)
    await sql`
      create table link (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        kind text not null,
        person_id text references person (id),
        secret_hash bytea not null unique,
        given_by text not null,
        made_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        ended_because text,
        constraint link_given_by check (given_by in ('administrator', 'founder', 'two-people', 'operator')),
        constraint link_kind check (kind in ('set-up', 'invitation', 'recovery')),
        constraint set_up_is_for_nobody_yet check ((kind = 'set-up') = (person_id is null)),
        constraint ended_for_a_reason check ((ended_at is null) = (ended_because is null))
      )`.execute(db)
    await sql`create unique index link_open on link (kind, coalesce(person_id, '')) where ended_at is null`.execute(db)
    // Failed attempts by whatever is guessed at and from where, under a hash; forgotten as soon as they no longer count.
    await sql`
      create table throttle (
        key bytea primary key,
        failures integer not null,
        began_at timestamptz not null,
        until timestamptz not null
      )`.execute(db)
    await sql`create index throttle_age on throttle (until)`.execute(db)
  },
}
