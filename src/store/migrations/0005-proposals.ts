import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** What takes two people, and what one person may do alone in an emergency. */
export const proposals: Migration = {
  async up(db) {
    await sql`
      create table proposal (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        kind text not null,
        subject text not null,
        content jsonb not null,
        digest text not null,
        note text not null,
        state text not null,
        proposed_by text not null references person (id),
        proposed_by_human text not null,
        proposed_at timestamptz not null,
        expires_at timestamptz not null,
        decided_by text references person (id),
        decided_by_human text,
        decided_at timestamptz,
        decision_note text,
        constraint proposal_state check (state in ('open', 'adopted', 'declined', 'withdrawn', 'expired')),
        constraint adopted_by_a_second_human check (state <> 'adopted' or decided_by_human <> proposed_by_human),
        constraint decided_by_somebody check (state in ('open', 'expired') or (decided_by is not null and decided_by_human is not null)),
        constraint decided_once check ((state = 'open') = (decided_at is null))
      )`.execute(db)
    await sql`create unique index proposal_open on proposal (kind, subject) where state = 'open'`.execute(db)
    await sql`create index proposal_newest on proposal (proposed_at desc, id)`.execute(db)
    await sql`
      create table emergency (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        person_id text not null references person (id),
        human text not null,
        role text not null,
        reason text not null,
        opened_at timestamptz not null,
        ends_at timestamptz not null,
        ended_at timestamptz,
        reviewed_by text references person (id),
        reviewed_by_human text,
        reviewed_at timestamptz,
        review text,
        constraint reviewed_by_another_human check (reviewed_by_human <> human),
        constraint reviewed_whole check (
          (reviewed_at is null) = (reviewed_by is null)
          and (reviewed_at is null) = (reviewed_by_human is null)
          and (reviewed_at is null) = (review is null)
        )
      )`.execute(db)
    await sql`create index emergency_person on emergency (person_id, ends_at)`.execute(db)
    await sql`create index emergency_newest on emergency (opened_at desc, id)`.execute(db)
  },
}
