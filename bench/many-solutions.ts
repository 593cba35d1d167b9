import { sql } from 'kysely'
import type { Db } from '#src/store/index.ts'

/**
 * Solutions number `from` to `to` of a company that is to have `size` of them, with makers, declarations, reviews and sign-offs, and
 * with what the requests left that made them: straight into the tables, so that no ledger knows of them. At most 5,000 at a time, within the time that a statement may take.
 */
export const addSolutions = async (db: Db, from: number, to: number, size: number): Promise<void> => {
  await sql`
    insert into person (id, version, seal_salt, human, name, job_title, roles, state, state_since)
    select 'bench-' || i, 1, decode('00', 'hex'), 'bench-' || i, 'Person ' || i, '', '["maker"]', 'active', now()
    from generate_series(0, ${size}::int / 20) i on conflict do nothing`.execute(db)
  await sql`
    with made as (insert into solution (id, version, seal_salt, name, purpose, maker_id, owner_id, unit_id, co_makers, facts, charter_version,
      charter_digest, tier, verdict, state, draft_id, expires_at, created_at, changed_at)
    select 'bench-' || i, 1, decode('00', 'hex'), 'Solution ' || i || ' word' || (i * 7919) % 5000,
      'Sorts word' || (i * 104729) % 5000 || ' and word' || (i * 1299709) % 20 || ' for the team',
      'bench-' || (i * 31) % (${size}::int / 20), 'bench-' || (i * 17) % (${size}::int / 20), (array['supplier-operations', 'supply-planning', 'it-operations'])[1 + (i % 3)::int],
      case when i % 10 = 0 then jsonb_build_array('bench-' || (i * 13) % (${size}::int / 20)) else '[]' end,
      jsonb_build_object('kind', (array['app', 'automation-flow', 'ai-agent', 'ml-model'])[1 + ((i * 7) % 4)::int],
        'tools', jsonb_build_array('tool-' || (i * 11) % 200), 'dataClasses', jsonb_build_array((array['public', 'internal', 'health'])[1 + ((i * 5) % 3)::int]),
        'audience', 'my-team', 'integrations', jsonb_build_array('none'), 'decisionImpact', jsonb_build_array('none')),
      'x', 'x', 1 + i % 4, 'review', case when i % 500 = 0 then 'submitted' else (array['draft', 'refused', 'referred'])[1 + (i % 3)::int] end,
      'bench-' || i, now() + (i % 400) * interval '1 day', now(), now()
    from generate_series(${from}::bigint, ${to}::bigint) i returning *),
    asked as (insert into request (actor, request_id, operation, input_digest, output, entries, at)
      select maker_id, id, 'register-solution', decode('00', 'hex'), '{}', '[]', now() from made),
    authors as (insert into solution_author (solution_id, person_id, human, how, since)
      select id, maker_id, maker_id, 'made', now() from made union all select id, owner_id, owner_id, 'owned', now() from made)
    insert into declaration (id, version, seal_salt, solution_id, number, facts, material_digest, charter_version, charter_digest, tier, verdict,
      state, declared_by, declared_by_human, declared_at)
    select draft_id, 1, seal_salt, id, 1, facts, 'x', charter_version, charter_digest, tier, verdict, state, maker_id, maker_id, now() from made`.execute(
    db,
  )
  // Every second one was reviewed; of a program that keeps its promises, two hundred reviews are open, however many there were.
  await sql`
    insert into review (id, version, seal_salt, kind, subject, matter, digest, purpose, tier, charter_digest, excluded, state, submitted_by,
      submitted_by_human, submitted_at, promised_minutes, promise, pauses, due_at, outcome, ended_at)
    select 'bench-' || i, 1, decode('00', 'hex'), 'solution', 'bench-' || i, 'bench-' || i, 'x', 'full', 1 + i % 4, 'x', '[]',
      case when open then 'in-review' else 'decided' end, 'bench-1', 'bench-1', now() - i * interval '1 minute', 2399,
      '{"by":"","usual":"","expected":"","because":"usual","ahead":0,"people":1}', '[]', now() + (i % 40 - 5) * interval '1 hour',
      case when open then null else 'approved' end, case when open then null else now() - i * interval '1 minute' end
    from (select i, i <= 400 as open from generate_series(${from}::bigint, ${to}::bigint) i where i % 2 = 0) reviews`.execute(db)
  await sql`
    insert into sign_off (id, version, seal_salt, review_id, role, place, checklists, business_days, assignee_id, told_percent, state, decided_by,
      decided_by_human, decided_at)
    select 'bench-' || i, 1, decode('00', 'hex'), 'bench-' || i, 'coe', 0, '["coe"]', 5, case when i % 6 = 0 then null else 'hanna-lindqvist' end, 0,
      case when open then 'open' else 'approved' end, case when open then null else 'hanna-lindqvist' end,
      case when open then null else 'hanna-lindqvist' end, case when open then null else now() - i * interval '1 minute' end
    from (select i, i <= 400 as open from generate_series(${from}::bigint, ${to}::bigint) i where i % 2 = 0) reviews`.execute(db)
}
