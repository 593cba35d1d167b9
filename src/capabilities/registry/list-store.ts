import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '#src/kernel/actor.ts'
import { at, plannedAnew } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'
import { foundBy } from '../search.ts'
import type { SolutionRow } from './store.ts'

/**
 * The one SQL form of a scope over solutions: lists, counts, search and exports take it. Each part of it has an index of its own,
 * so that the database can join what they find instead of reading every row.
 */
export const within = (scope: Scope) => {
  if (scope.kind === 'everything') return sql<boolean>`true`
  if (scope.kind === 'nothing') return sql<boolean>`false`
  // The unit first: it is the cheaper question, and for those who lead one most often the answer.
  const units = scope.units.length === 0 ? sql`` : sql`solution.unit_id = any(${[...scope.units]}::text[]) or `
  return sql<boolean>`(${units}${parties(scope.person)})`
}

/** Whoever builds it, owns it or stands in: as `isParty` says. */
const parties = (person: string) =>
  sql<boolean>`(solution.owner_id = ${person} or solution.maker_id = ${person} or solution.backup_owner_id = ${person} or solution.co_makers @> ${JSON.stringify([person])}::jsonb)`

/** What a list of solutions is narrowed by. */
export interface Wanted {
  /** Words of its name or purpose. */
  q?: string | undefined
  number?: number | undefined
  state?: string | undefined
  tier?: number | undefined
  kind?: string | undefined
  tool?: string | undefined
  dataClass?: string | undefined
  unit?: string | undefined
  owner?: string | undefined
  expiresBefore?: Temporal.Instant | undefined
  /** Solutions of this account, in whatever part. */
  party?: string | undefined
  reusable?: boolean | undefined
}

const listed = (scope: Scope, wanted: Wanted): RawBuilder<boolean> => {
  const { q, number, state, tier, kind, tool, dataClass, unit, owner, expiresBefore, party, reusable } = wanted
  const narrowed = [
    number !== undefined && sql`solution.number = ${number}`,
    q !== undefined && foundBy(sql`solution.found_by`, q),
    state !== undefined && sql`solution.state = ${state}`,
    tier !== undefined && sql`solution.tier = ${tier}`,
    kind !== undefined && sql`solution.facts ->> 'kind' = ${kind}`,
    tool !== undefined && sql`solution.facts -> 'tools' @> ${JSON.stringify([tool])}::jsonb`,
    dataClass !== undefined && sql`solution.facts -> 'dataClasses' @> ${JSON.stringify([dataClass])}::jsonb`,
    unit !== undefined && sql`solution.unit_id = ${unit}`,
    owner !== undefined && sql`solution.owner_id = ${owner}`,
    expiresBefore !== undefined && sql`solution.expires_at < ${at(expiresBefore)}`,
    party !== undefined && parties(party),
    reusable === true && sql`solution.reusable`,
  ].filter(condition => condition !== false)
  return sql<boolean>`(${within(scope)}${narrowed.length === 0 ? sql`` : sql` and ${sql.join(narrowed, sql` and `)}`})`
}

interface Page {
  limit: number
  /** The last page's smallest number. */
  before: number | undefined
}

/** What a line of a list shows. */
export type Listed = Pick<
  SolutionRow,
  'number' | 'version' | 'name' | 'state' | 'tier' | 'verdict' | 'ownerId' | 'expiresAt' | 'runningId' | 'draftId' | 'changedAt'
> & { kind: string | null; ownerName: string | null }

/** Up to here lists say how many there are; beyond, that there are more. */
export const COUNTED = 1_000

/**
 * One page, newest first, with how many there are in all, counted no further than one beyond `COUNTED`. One query. Few are looked
 * up, counted and sorted, once; of many the newest are found soon by walking back from the newest solution.
 */
export const solutionsOf = async (db: Db, scope: Scope, wanted: Wanted, { limit, before }: Page) => {
  const which = listed(scope, wanted)
  const behind = before === undefined ? sql`` : sql` and number < ${before}`
  const all = scope.kind === 'everything' && Object.values(wanted).every(value => value === undefined)
  const { rows } = await sql<{ total: number } & (Listed | { [column in keyof Listed]: null })>`
    ${all ? sql`` : plannedAnew}
    with found as materialized (select number from solution where ${which} limit ${sql.lit(COUNTED + 1)}),
    counted as materialized (select count(*)::int as total from found),
    page as (
      (select number from found where (select total from counted) <= ${sql.lit(COUNTED)}${behind} order by number desc limit ${sql.lit(limit + 1)})
      union all
      (select number from solution where (select total from counted) > ${sql.lit(COUNTED)} and ${which}${behind} order by number desc limit ${sql.lit(limit + 1)})
    )
    select counted.total, solution.number, solution.version, solution.name, solution.state, solution.tier, solution.verdict, solution.owner_id,
      solution.expires_at, solution.running_id, solution.draft_id, solution.changed_at, solution.facts ->> 'kind' as kind, person.name as owner_name
    from counted left join page on true left join solution on solution.number = page.number left join person on person.id = solution.owner_id
    order by solution.number desc`.execute(db)
  const lines = rows.filter(row => row.number !== null)
  return { rows: lines.slice(0, limit), more: lines.length > limit, total: rows[0]?.total ?? 0 }
}

/** The same with every column, for tables. */
export const wholeSolutionsOf = async (db: Db, scope: Scope, wanted: Wanted, { limit, before }: Page) => {
  const page = db
    .selectFrom('solution')
    .selectAll()
    .where(listed(scope, wanted))
    .orderBy('number', 'desc')
    .limit(limit + 1)
  const rows = await (before === undefined ? page : page.where('number', '<', before)).execute()
  return { rows: rows.slice(0, limit), more: rows.length > limit }
}
