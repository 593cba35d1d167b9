import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** Stops of a solution, a tool, a model or a unit; and incidents, with what was noted and what is to be done. */
export const stopsIncidents: Migration = {
  async up(db) {
    await sql`
      create table incident (
        id text primary key,
        number integer not null unique generated always as identity,
        version integer not null,
        seal_salt bytea not null,
        title text not null,
        what_happened text not null,
        severity text not null,
        noticed_at timestamptz not null,
        opened_by text not null references person (id),
        opened_by_human text not null,
        opened_at timestamptz not null,
        state text not null,
        contained_at timestamptz,
        closed_at timestamptz,
        closed_by text references person (id),
        closed_by_human text,
        solutions jsonb not null,
        cause text,
        lessons text,
        constraint incident_severity check (severity in ('near-miss', 'minor', 'serious', 'critical')),
        constraint incident_state check (state in ('open', 'contained', 'closed')),
        constraint incident_contained check (state = 'open' or contained_at is not null),
        constraint incident_closed check ((state = 'closed') = (closed_at is not null) and (closed_at is null) = (closed_by is null)),
        constraint incident_closed_whole check (state <> 'closed' or (cause is not null and lessons is not null)),
        constraint incident_closed_by_another check (closed_by_human <> opened_by_human)
      )`.execute(db)
    await sql`create index incident_solutions on incident using gin (solutions jsonb_path_ops)`.execute(db)
    await sql`
      create table incident_note (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        incident_id text not null references incident (id),
        at timestamptz not null,
        text text not null,
        written_by text not null references person (id),
        written_at timestamptz not null
      )`.execute(db)
    await sql`create index incident_note_of on incident_note (incident_id, at desc)`.execute(db)
    await sql`
      create table incident_action (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        incident_id text not null references incident (id),
        what text not null,
        owner_id text not null references person (id),
        due_on date not null,
        done_at timestamptz,
        done_by text references person (id),
        deferred_because text,
        constraint incident_action_done check ((done_at is null) = (done_by is null))
      )`.execute(db)
    await sql`create index incident_action_of on incident_action (incident_id, due_on)`.execute(db)
    await sql`
      create table stop (
        id text primary key,
        number integer not null unique generated always as identity,
        version integer not null,
        seal_salt bytea not null,
        kind text not null,
        target_id text not null,
        model text,
        because text not null,
        incident_id text references incident (id),
        started_by text not null references person (id),
        started_by_human text not null,
        started_at timestamptz not null,
        running integer not null,
        full_at timestamptz,
        lifted_at timestamptz,
        lifted_by text references person (id),
        lift_proposed_by text references person (id),
        released_at timestamptz,
        constraint stop_kind check (kind in ('solution', 'tool', 'model', 'unit')),
        constraint stop_model check ((kind = 'model') = (model is not null)),
        constraint stop_lifted_whole check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_proposed_by is null)),
        constraint stop_lifted_by_two check (lifted_by <> lift_proposed_by),
        constraint stop_released check (released_at is null or lifted_at is not null)
      )`.execute(db)
    await sql`create unique index stop_in_force on stop (kind, target_id, coalesce(model, '')) where lifted_at is null`.execute(db)
    await sql`create index stop_incident on stop (incident_id)`.execute(db)
    await sql`
      create table hold (
        id text primary key,
        version integer not null,
        seal_salt bytea not null,
        stop_id text not null references stop (id),
        solution_id text not null references solution (id),
        held_at timestamptz not null,
        suspended boolean not null,
        ended_at timestamptz,
        outcome text,
        kept jsonb not null,
        constraint hold_once unique (stop_id, solution_id),
        constraint hold_outcome check (outcome in ('resumed', 'kept')),
        constraint hold_ended check ((ended_at is null) = (outcome is null))
      )`.execute(db)
    await sql`create index hold_solution on hold (solution_id)`.execute(db)
  },
}
