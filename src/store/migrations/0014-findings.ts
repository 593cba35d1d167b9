import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** What is not as the charter wants it, when each subject has to be looked at again, and how far the ledger was read for that. */
export const findings: Migration = {
  async up(db) {
    await sql`
      create table finding (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        rule text not null,
        subject_kind text not null,
        subject_id text not null,
        severity text not null,
        "values" jsonb not null,
        state text not null,
        found_at timestamptz not null,
        due_at timestamptz not null,
        assignee_id text references person (id),
        snoozed_until timestamptz,
        snooze_reason text,
        cleared_at timestamptz,
        constraint finding_severity check (severity in ('high', 'medium', 'low')),
        constraint finding_state check (state in ('open', 'snoozed', 'cleared')),
        constraint finding_snoozed check (
          (state = 'snoozed') = (snoozed_until is not null) and (state = 'snoozed') = (snooze_reason is not null)
        ),
        constraint finding_cleared check ((state = 'cleared') = (cleared_at is not null))
      )`.execute(db)
    await sql`create unique index finding_live on finding (subject_kind, subject_id, rule) where state <> 'cleared'`.execute(db)
    await sql`create index finding_due on finding (due_at, id) where state <> 'cleared'`.execute(db)
    await sql`create index finding_rule_found on finding (rule, found_at)`.execute(db)
    await sql`create index finding_subject on finding (subject_kind, subject_id, found_at desc)`.execute(db)
    await sql`create index finding_assignee on finding (assignee_id, due_at) where state <> 'cleared'`.execute(db)
    await sql`
      create table watch (
        subject_kind text not null,
        subject_id text not null,
        next_change_at timestamptz,
        owner_id text,
        primary key (subject_kind, subject_id)
      )`.execute(db)
    await sql`create index watch_due on watch (next_change_at) where next_change_at is not null`.execute(db)
    await sql`
      create table sweep_position (
        single boolean primary key default true check (single),
        next_leaf bigint not null,
        swept_at timestamptz,
        mark text
      )`.execute(db)
    await sql`
      create table finding_rule (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        mode text not null,
        cap integer,
        constraint finding_rule_mode check (mode in ('off', 'preview', 'on')),
        constraint finding_rule_cap check (cap >= 0)
      )`.execute(db)
    await sql`create index review_open_id on review (id) where ended_at is null`.execute(db)
    await sql`create index solution_owner_running on solution (owner_id) where state in ('approved', 'active', 'suspended')`.execute(db)
  },
}
