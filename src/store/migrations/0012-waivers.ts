import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** Leave not to meet a duty for a time: who asked, who gave it, and until when. */
export const waivers: Migration = {
  async up(db) {
    await sql`
      create table waiver (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        what text not null,
        solution_id text not null references solution (id),
        reason text not null,
        ends_on date not null,
        state text not null,
        requested_by text not null references person (id),
        requested_by_human text not null,
        requested_at timestamptz not null,
        decided_by text references person (id),
        decided_by_human text,
        decided_at timestamptz,
        decision_note text,
        ended_by text references person (id),
        ended_at timestamptz,
        constraint waiver_state check (state in ('requested', 'granted', 'declined', 'ended')),
        constraint waiver_by_another_human check (decided_by_human <> requested_by_human),
        constraint waiver_decided_whole check (
          (decided_by is null) = (decided_at is null) and (decided_by is null) = (decided_by_human is null)
        ),
        constraint waiver_decided check (state not in ('granted', 'declined') or decided_by is not null),
        constraint waiver_ended check ((state = 'ended') = (ended_at is not null) and (ended_by is null) = (ended_at is null))
      )`.execute(db)
    await sql`create unique index waiver_current on waiver (solution_id, what) where state = 'requested'`.execute(db)
    await sql`create index waiver_solution on waiver (solution_id, what, ends_on desc)`.execute(db)
    await sql`create index waiver_list on waiver (id desc)`.execute(db)
  },
}
