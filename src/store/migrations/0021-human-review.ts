import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** Content that waits for a person before it leaves the company, who is that person, and the texts themselves, sealed. */
export const humanReview: Migration = {
  async up(db) {
    // One row for a solution whose content somebody looks at; its id is the solution's.
    await sql`
      create table content_step (
        id text primary key references solution (id),
        version integer not null,
        seal_salt bytea not null,
        reviewers jsonb not null,
        deadline_minutes integer not null,
        keep_days integer not null,
        named_by text not null references person (id),
        named_at timestamptz not null,
        sealed_secret bytea,
        constraint content_step_reviewed check (jsonb_array_length(reviewers) between 1 and 20)
      )`.execute(db)
    await sql`create index content_step_reviewers on content_step using gin (reviewers)`.execute(db)
    await sql`
      create table content_review (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        solution_id text not null references content_step (id),
        declaration_id text references declaration (id),
        kind text not null,
        recipient text not null,
        digest text not null,
        characters integer not null,
        submitted_by text not null references person (id),
        submitted_at timestamptz not null,
        due_at timestamptz not null,
        opened jsonb not null,
        state text not null,
        decided_by text references person (id),
        decided_at timestamptz,
        attended boolean,
        quick boolean,
        approved_digest text,
        added integer,
        removed integer,
        content_deleted_at timestamptz,
        constraint content_review_state check (state in ('open', 'approved', 'rejected', 'withdrawn')),
        constraint content_review_decided check (
          (state = 'open') = (decided_at is null) and (decided_by is null) = (decided_at is null) and (attended is null) = (decided_at is null)
        ),
        constraint content_review_approved check (
          (state = 'approved') = (approved_digest is not null) and (state = 'approved') = (quick is not null)
          and (state = 'approved') = (added is not null) and (added is null) = (removed is null)
        ),
        constraint content_review_in_time check (state <> 'approved' or decided_at < due_at)
      )`.execute(db)
    await sql`create index content_review_solution on content_review (solution_id, submitted_at)`.execute(db)
    await sql`create index content_review_open on content_review (due_at) where state = 'open'`.execute(db)
    await sql`create index content_review_kept on content_review (due_at) where content_deleted_at is null`.execute(db)
    await sql`create index content_review_submitter on content_review (submitted_by)`.execute(db)
    // A sealed value has a bound that a whole text may exceed; so texts stand in parts.
    await sql`
      create table content_part (
        id text primary key,
        review_id text not null references content_review (id),
        what text not null,
        part integer not null,
        sealed_part bytea not null,
        constraint content_part_what check (what in ('submitted', 'approved', 'reason', 'callback')),
        constraint content_part_once unique (review_id, what, part)
      )`.execute(db)
    // Who waits to be told of a verdict at an address of theirs; what became of that is the state of a job.
    await sql`
      create table content_callback (
        id text primary key references content_review (id),
        state text not null,
        due_at timestamptz not null,
        tries integer not null,
        trouble text,
        constraint content_callback_state check (state in ('waiting', 'delivered', 'given-up'))
      )`.execute(db)
    await sql`create index content_callback_due on content_callback (due_at) where state = 'waiting'`.execute(db)
  },
}
