import { sql } from 'kysely'
import type { Broken } from '#src/simulation/fault.ts'
import type { Solutions } from './solutions-world.ts'

/**
 * Nothing runs that a stop in force covers, and what a stop suspended knows a stop that covers it or was lifted: told by a query of its
 * own, and not by the rules.
 */
export const stopsHold = async ({ db }: Solutions): Promise<Broken[]> => {
  const { rows } = await sql<{ number: number; rule: string }>`
    with recursive under (stop, unit) as (
      select id, target_id from stop where kind = 'unit' and lifted_at is null
      union
      select under.stop, unit.id from under join unit on unit.parent_id = under.unit
    ), covered as (
      select solution.*, stop.id as stop from solution join stop on stop.lifted_at is null and (
        (stop.kind = 'solution' and stop.target_id = solution.id)
        or (stop.kind in ('tool', 'model') and jsonb_path_exists(solution.facts, '$.tools.** ? (@ == $tool)', jsonb_build_object('tool', stop.target_id)))
        or (stop.kind = 'unit' and exists (select from under where under.stop = stop.id and under.unit = solution.unit_id)))
    )
    select number, 'runs although ' || stop || ' covers it' as rule from covered where state = 'active'
    union all
    select solution.number, 'waits for a stop that never held it' from solution
    where stopped ->> 'stop' is not null and state = 'suspended' and not exists (
      select from hold join stop on stop.id = hold.stop_id
      where hold.solution_id = solution.id and 'STOP-' || lpad(stop.number::text, 4, '0') = stopped ->> 'stop')
    union all
    select solution.number, 'was kept by a stop that was lifted, and nobody looked at it' from hold
    join stop on stop.id = hold.stop_id and stop.lifted_at is not null join solution on solution.id = hold.solution_id
    where hold.ended_at is null and stop.released_at is not null`.execute(db)
  return rows.map(({ number, rule }) => ({ rule, about: `SOL-${String(number).padStart(4, '0')}` }))
}
