import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** The tools that a company keeps beside its charter, and what people want approved. */
export const tools: Migration = {
  async up(db) {
    await sql`
      create table tool (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        status text,
        listed jsonb,
        about jsonb not null,
        owner_id text references person (id),
        reviewed_on date,
        next_review_on date,
        withdrawn_on date,
        replaced_by jsonb not null,
        reason text,
        mark text,
        changed_at timestamptz not null,
        constraint tool_id check (id ~ '^[a-z][a-z0-9-]{0,59}$'),
        constraint tool_status check (status in ('approved', 'limited', 'refused', 'withdrawn')),
        constraint tool_decides_whole check ((status is null) = (listed is null) and (status is null) = (mark is null)),
        constraint tool_withdrawn_on check ((status = 'withdrawn') = (withdrawn_on is not null))
      )`.execute(db)
    // Every decision asks for the marks: read from the index alone, however long the descriptions are.
    await sql`create index tool_mark on tool (id, mark) where mark is not null`.execute(db)
    await sql`
      create table tool_request (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        tool text not null,
        content jsonb not null,
        digest text not null,
        note text not null,
        none_fits text,
        state text not null,
        requested_by text not null references person (id),
        requested_by_human text not null,
        requested_at timestamptz not null,
        ended_at timestamptz,
        constraint tool_request_state check (state in ('open', 'approved', 'returned', 'refused', 'withdrawn')),
        constraint tool_request_ends check ((state = 'open') = (ended_at is null))
      )`.execute(db)
    await sql`create unique index tool_request_open on tool_request (tool) where state = 'open'`.execute(db)
    await sql`create index tool_request_human on tool_request (requested_by_human) where state = 'open'`.execute(db)
    await sql`create index tool_request_tool on tool_request (tool, requested_at desc)`.execute(db)
    // Which declarations that don't run yet name a tool; what runs is indexed with the solution.
    await sql`create index declaration_uses_tool on declaration using gin ((facts -> 'tools') jsonb_path_ops)
      where state in ('draft', 'submitted', 'in-review', 'changes-requested')`.execute(db)
  },
}
