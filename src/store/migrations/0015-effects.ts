import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** What rules of findings did by themselves, each once for a finding; what a night came to; and how each rule is set to act. */
export const effects: Migration = {
  async up(db) {
    await sql`
      create table effect (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        rule text not null,
        does text not null,
        finding_id text not null unique references finding (id),
        solution_id text not null references solution (id),
        solution_version integer not null,
        night date not null,
        acted_at timestamptz not null,
        undo_until timestamptz not null,
        undone_at timestamptz,
        undone_by text references person (id),
        undo_proposed_by text references person (id),
        constraint effect_does check (does = 'stop'),
        constraint effect_undone check (
          (undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_proposed_by is null)
        )
      )`.execute(db)
    await sql`create index effect_rule_night on effect (rule, night, id)`.execute(db)
    await sql`create index effect_solution on effect (solution_id, id)`.execute(db)
    await sql`
      create table effect_night (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        rule text not null,
        night date not null,
        acted integer not null check (acted >= 0),
        held_back integer not null check (held_back >= 0),
        unique (rule, night)
      )`.execute(db)
    await sql`
      alter table finding_rule
        add effect text not null default 'preview',
        add effect_cap integer not null default 20,
        add constraint finding_rule_effect check (effect in ('off', 'preview', 'on')),
        add constraint finding_rule_effect_cap check (effect_cap >= 0)`.execute(db)
    await sql`create index finding_acting on finding (found_at, id) where state <> 'cleared' and subject_kind = 'solution'`.execute(db)
  },
}
