import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** The life of a solution: its declarations, who is behind it, what was ruled, what is offered, and what its lists are found by. */
export const solutions: Migration = {
  async up(db) {
    await sql`
      create table declaration (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        solution_id text not null references solution (id),
        number integer not null,
        facts jsonb not null,
        inspection jsonb,
        state text not null,
        charter_version text not null,
        charter_digest text not null,
        tier smallint not null check (tier between 1 and 4),
        verdict text not null,
        material_digest text not null,
        declared_by text not null references person (id),
        declared_by_human text not null,
        declared_at timestamptz not null,
        submitted_at timestamptz,
        approved_at timestamptz,
        approved_how text,
        review_id text references review (id),
        appealed_at timestamptz,
        ended_at timestamptz,
        constraint declaration_number unique (solution_id, number),
        constraint declaration_state check (state in
          ('draft', 'submitted', 'in-review', 'changes-requested', 'approved', 'refused', 'referred', 'superseded', 'withdrawn')),
        constraint declaration_approved_whole check ((approved_at is null) = (approved_how is null)),
        constraint declaration_how check (approved_how in ('default', 'review')),
        constraint declaration_by_review check (approved_how is distinct from 'review' or review_id is not null),
        constraint declaration_approved check (state <> 'approved' or approved_at is not null),
        constraint declaration_ended check ((state in ('superseded', 'withdrawn')) = (ended_at is not null))
      )`.execute(db)
    await sql`create unique index declaration_beside on declaration (solution_id)
      where state in ('draft', 'submitted', 'in-review', 'changes-requested')`.execute(db)
    await sql`
      alter table solution
        add column backup_owner_id text references person (id),
        add column co_makers jsonb not null default '[]',
        add column platform text,
        add column platform_ids jsonb not null default '[]',
        add column environment text,
        add column benefit jsonb,
        add column answers jsonb not null default '{}',
        add column running_id text references declaration (id) deferrable initially deferred,
        add column draft_id text references declaration (id) deferrable initially deferred,
        add column expires_at timestamptz,
        add column recertified_at timestamptz,
        add column sandbox_until timestamptz,
        add column stopped jsonb,
        add column retired jsonb,
        add column reusable boolean not null default false,
        add constraint solution_runs_approved check (state not in ('approved', 'active', 'suspended') or running_id is not null),
        add constraint solution_stopped check ((stopped is not null) = (state = 'suspended')),
        add constraint solution_retired check ((retired is not null) = (state = 'retired'))`.execute(db)
    // Kept with the row: folding a text again for each row that a search looks at costs ten times as much as the search.
    await sql`drop index solution_words`.execute(db)
    await sql`alter table solution add column found_by tsvector generated always as (words(name || ' ' || purpose)) stored`.execute(db)
    await sql`create index solution_words on solution using gin (found_by)`.execute(db)
    await sql`create index solution_backup_owner on solution (backup_owner_id, number desc)`.execute(db)
    await sql`create index solution_co_makers on solution using gin (co_makers jsonb_path_ops)`.execute(db)
    await sql`create index solution_state on solution (state, number desc)`.execute(db)
    await sql`create index solution_tier on solution (tier, number desc)`.execute(db)
    await sql`create index solution_kind on solution ((facts ->> 'kind'), number desc)`.execute(db)
    await sql`create index solution_tools on solution using gin ((facts -> 'tools') jsonb_path_ops)`.execute(db)
    await sql`create index solution_data_classes on solution using gin ((facts -> 'dataClasses') jsonb_path_ops)`.execute(db)
    await sql`create index solution_expires on solution (expires_at, number desc)`.execute(db)
    await sql`create index solution_reusable on solution (number desc) where reusable`.execute(db)
    await sql`
      create table solution_author (
        solution_id text not null references solution (id),
        person_id text not null references person (id),
        human text not null,
        how text not null,
        since timestamptz not null,
        primary key (solution_id, person_id, how),
        constraint solution_author_how check (how in ('made', 'owned', 'stood-in', 'co-made', 'submitted', 'changed'))
      )`.execute(db)
    await sql`
      create table ruling (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        solution_id text not null references solution (id),
        fact text not null,
        value jsonb not null,
        reason text not null,
        ruled_by text not null references person (id),
        ruled_by_human text not null,
        review_id text not null references review (id),
        ruled_at timestamptz not null,
        ended_at timestamptz
      )`.execute(db)
    await sql`create unique index ruling_in_force on ruling (solution_id, fact) where ended_at is null`.execute(db)
    await sql`
      create table handover (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        solution_id text not null references solution (id),
        role text not null,
        state text not null,
        offered_by text not null references person (id),
        offered_to text not null references person (id),
        offered_at timestamptz not null,
        note text not null,
        decided_at timestamptz,
        decision_note text,
        constraint handover_role check (role in ('owner', 'backup-owner')),
        constraint handover_state check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
        constraint handover_decided check ((state = 'offered') = (decided_at is null)),
        constraint handover_to_another check (offered_by <> offered_to)
      )`.execute(db)
    await sql`create unique index handover_open on handover (solution_id, role) where state = 'offered'`.execute(db)
    await sql`create index handover_to on handover (offered_to) where state = 'offered'`.execute(db)
    await sql`
      create table standards_acceptance (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        person_id text not null references person (id),
        human text not null,
        standards_version text not null,
        standards_digest text not null,
        name text not null,
        accepted_at timestamptz not null
      )`.execute(db)
    await sql`create unique index standards_accepted on standards_acceptance (human, standards_digest)`.execute(db)
    await sql`
      create table referral (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        solution_id text not null references solution (id),
        declaration_id text not null unique references declaration (id),
        referred_at timestamptz not null,
        receipt_due_at timestamptz not null,
        received_by text references person (id),
        received_at timestamptz,
        reference text,
        constraint referral_received_whole check ((received_by is null) = (received_at is null))
      )`.execute(db)
    await sql`create index referral_waiting on referral (receipt_due_at) where received_at is null`.execute(db)
    await sql`
      create table second_look (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        review_id text not null unique references review (id),
        solution_id text not null references solution (id),
        declaration_id text not null references declaration (id),
        tier smallint not null,
        seen_tier smallint not null,
        facts jsonb not null,
        looked_by text not null references person (id),
        looked_by_human text not null,
        looked_at timestamptz not null
      )`.execute(db)
    await sql`create index second_look_when on second_look (looked_at)`.execute(db)
    await sql`
      create table saved_view (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        person_id text not null references person (id),
        name text not null,
        filters jsonb not null,
        constraint saved_view_name unique (person_id, name)
      )`.execute(db)
  },
}
