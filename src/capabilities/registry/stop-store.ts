import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Db, Tables } from '#src/store/index.ts'
import type { DeclaredFacts } from './material.ts'
import type { StopTarget } from './stop-rules.ts'
import { covers, toolsIn, whyStopped } from './stop-rules.ts'
import type { SolutionRow } from './store.ts'

export type StopRow = Selectable<Tables['stop']>

/**
 * The one SQL form of what a stop covers, by what runs or may run: the same answer that `covers` gives. The names of tools are
 * found by their index, so both forms of an answer are asked for apart.
 */
export const coveredBy = ({ kind, targetId }: StopTarget) => {
  if (kind === 'solution') return sql<boolean>`solution.id = ${targetId}`
  if (kind === 'unit')
    return sql<boolean>`solution.unit_id in (
      with recursive below as (
        select id from unit where id = ${targetId}
        union
        select unit.id from unit join below on unit.parent_id = below.id or unit.merged_into = below.id
      ) select id from below)`
  return sql<boolean>`((solution.facts -> 'tools') @> to_jsonb(${targetId}::text)
    or (solution.facts -> 'tools') @> jsonb_build_object('among', jsonb_build_array(${targetId}::text)))`
}

/** The stops that cover a solution now, with what it runs or would run; the oldest first. */
export const stopsOver = async (db: Db, { id, unitId }: Pick<SolutionRow, 'id' | 'unitId'>, facts: DeclaredFacts): Promise<StopRow[]> => {
  const running = await db.selectFrom('stop').selectAll().where('liftedAt', 'is', null).orderBy('number').execute()
  if (running.length === 0) return []
  const units = running.some(({ kind }) => kind === 'unit') && unitId !== null ? await unitsAbove(db, unitId) : []
  return running.filter(stop => covers(stop, { solution: id, facts, units }))
}

/** Every tool that is stopped, whole or in one of its models: nothing that uses it may run. */
export const stoppedTools = async (db: Db): Promise<ReadonlySet<unknown>> => {
  const stops = await db
    .selectFrom('stop')
    .select('targetId')
    .where('kind', 'in', ['tool', 'model'])
    .where('liftedAt', 'is', null)
    .execute()
  return new Set(stops.map(({ targetId }) => targetId))
}

/** Those among the tools that facts name. */
export const stoppedAmong = async (db: Db, facts: DeclaredFacts): Promise<string[]> => {
  const stopped = await stoppedTools(db)
  return toolsIn(facts).filter((tool): tool is string => stopped.has(tool))
}

/** The stops in force of a tool, or of a model of it. */
export const stopsOfTool = (db: Db, tool: string): Promise<StopRow[]> =>
  db
    .selectFrom('stop')
    .selectAll()
    .where('kind', 'in', ['tool', 'model'])
    .where('targetId', '=', tool)
    .where('liftedAt', 'is', null)
    .orderBy('number')
    .execute()

const unitsAbove = async (db: Db, unit: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select id, parent_id, merged_into from unit where id = ${unit}
      union
      select unit.id, unit.parent_id, unit.merged_into from unit join above on unit.id = above.parent_id or unit.id = above.merged_into
    ) select id from above`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * No stop begins until this transaction ends: whatever lets something run holds this before it looks at the stops there are, and a
 * stop that begins waits for those who hold it, so that it finds what they let run.
 */
export const stopsStay = async (db: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended('stops', 0))`.execute(db)
}

/** Nothing is let run until this transaction ends. Whoever holds it waits for no row of a solution: somebody who has one may wait for this. */
export const nothingStarts = async (db: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('stops', 0))`.execute(db)
}

/** Asked in the transaction that lets something run or be tried. @throws Refusal `stopped` */
export const expectNotStopped = async (db: Db, solution: Pick<SolutionRow, 'id' | 'unitId'>, facts: DeclaredFacts): Promise<void> => {
  await stopsStay(db)
  const blockers = whyStopped(await stopsOver(db, solution, facts))
  if (blockers.length > 0) throw new Refusal('conflict', 'stopped', 'It is stopped.', blockers)
}
