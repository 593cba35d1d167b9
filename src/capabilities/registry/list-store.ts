import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '#src/kernel/actor.ts'
import { at, plannedAnew, plannedOnce } from '#src/store/index.ts'
import type { Db, InstantText } from '#src/store/index.ts'
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
  return sql<boolean>`(${units}${isParty(scope.person)})`
}

/** Whoever builds it, owns it or stands in: as `isParty` of the permissions says. */
const parties = (person: string) => [
  sql<boolean>`solution.owner_id = ${person}`,
  sql<boolean>`solution.maker_id = ${person}`,
  sql<boolean>`solution.backup_owner_id = ${person}`,
]
const coMakes = (person: string) => sql<boolean>`solution.co_makers @> ${JSON.stringify([person])}::jsonb`
const isParty = (person: string) => sql<boolean>`(${sql.join([...parties(person), coMakes(person)], sql` or `)})`

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
    party !== undefined && isParty(party),
    reusable === true && sql`solution.reusable`,
  ].filter(condition => condition !== false)
  // Whoever uses a tool is found by its index; the scope is asked of each of them, and not of the indexes of its parts.
  const may = tool === undefined ? within(scope) : sql<boolean>`${within(scope)} is true`
  return sql<boolean>`(${may}${narrowed.length === 0 ? sql`` : sql` and ${sql.join(narrowed, sql` and `)}`})`
}

interface Page {
  limit: number
  /** The last page's smallest number. */
  before: number | undefined
}

/** What a line of a list shows. */
export type Listed = Pick<
  SolutionRow,
  'number' | 'version' | 'name' | 'state' | 'tier' | 'verdict' | 'ownerId' | 'runningId' | 'draftId'
> & { kind: string | null; ownerName: string | null; expiresAt: InstantText | null; changedAt: InstantText }

/**
 * Up to here lists say how many there are; beyond, that there are more. Where a list is narrowed, or put together of what somebody
 * may see, less is counted: each row has to be looked up. What expires soon is read out of its index alone. Of what is common among
 * the newest, no more are counted than the page shows.
 */
export const COUNTED = 1_000
export const COUNTED_NARROWED = 100
export const COUNTED_EXPIRING = 2_000

/** With an index of its own in the order of the list, so that the newest of them are found at once, however many there are. */
const ordered: readonly string[] = ['state', 'tier', 'kind', 'unit', 'owner', 'reusable'] satisfies (keyof Wanted)[]

/**
 * How a list is looked for. All but the last have one plan that is right for every value, which the database keeps.
 * - `parts`: all that somebody may see, part by part.
 * - `index`: one index names what is looked for, in the order of the list or all at once.
 * - `newest`: among the newest, where what is common shows; the indexes are asked only for what is not.
 * - `soonest`: in the order in which they expire.
 * - `anew`: as the database thinks best for these values; for what is somebody's own, each of which is looked at anyway.
 */
type Way = 'parts' | 'index' | 'newest' | 'soonest' | 'anew'

const wayTo = (scope: Scope, by: readonly string[]): Way => {
  const [only] = by.length === 1 ? by : []
  const everything = scope.kind === 'everything'
  if (by.length === 0) return scope.kind === 'some' ? 'parts' : 'index'
  if (only === 'number' || (everything && only !== undefined && ordered.includes(only))) return 'index'
  const own = scope.kind === 'some' && scope.units.length === 0
  if (own || by.includes('party')) return only === 'q' ? 'index' : 'anew'
  return only === 'expiresBefore' ? 'soonest' : by.includes('expiresBefore') ? 'anew' : 'newest'
}

const countedOn = (way: Way, scope: Scope, { tool }: Wanted, by: readonly string[]): number => {
  if (way === 'soonest') return COUNTED_EXPIRING
  // The index of tools names all that use one at once: counted whole, they need not be found a second time for the page.
  return (by.length === 0 && scope.kind === 'everything') || tool !== undefined ? COUNTED : COUNTED_NARROWED
}

/** The columns of a line, but for the name of its owner. */
const line = sql`
  solution.number, solution.version, solution.name, solution.state, solution.tier, solution.verdict, solution.owner_id,
  solution.expires_at::text as expires_at, solution.running_id, solution.draft_id, solution.changed_at::text as changed_at,
  solution.facts ->> 'kind' as kind`
const ofPage = sql`select ${line} from page join solution on solution.number = page.number`

/**
 * One page, newest first, with how many there are in all, counted no further than one beyond what is counted. One query, whose parts
 * say how many were `counted` and what each `line` holds.
 */
export const solutionsOf = async (db: Db, scope: Scope, wanted: Wanted, page: Page) => {
  const by = Object.entries(wanted).flatMap(([by, value]) => (value === undefined ? [] : [by]))
  const way = wayTo(scope, by)
  const counted = countedOn(way, scope, wanted, by)
  const found =
    scope.kind === 'some' && way === 'parts'
      ? newestWithin(scope, page, counted)
      : way === 'newest'
        ? amongNewest(listed(scope, wanted), page, counted)
        : foundFirst(listed(scope, wanted), page, counted, way)
  const { rows } = await sql<{ total: number | null } & (Listed | { [column in keyof Listed]: null })>`
    ${way === 'anew' ? plannedAnew : plannedOnce} with ${found}
    select counted.total, line.*, (select name from person where person.id = line.owner_id) as owner_name
    from counted left join line on true order by line.number desc`.execute(db)
  const lines = rows.filter(row => row.number !== null)
  // Common among the newest: that there are more than the page shows is all that was looked for.
  const [total, most] = rows[0]?.total == null ? [lines.length, page.limit] : [rows[0].total, counted]
  return { rows: lines.slice(0, page.limit), next: lines.length > page.limit, total: Math.min(total, most), more: total > most }
}

/** Few are looked up, counted and sorted, once; of many the newest are found soon by walking back from the newest solution. */
const foundFirst = (which: RawBuilder<boolean>, page: Page, counted: number, way: Way) => sql`
  found as materialized (
    select number from solution where ${which}${way === 'soonest' ? sql` order by expires_at` : sql``} limit ${sql.lit(counted + 1)}),
  counted as materialized (select count(*)::int as total from found),
  page as (${pageOf(which, page, sql`(select total from counted) <= ${sql.lit(counted)}`, sql`true`)}),
  line as (${ofPage})`

/** Where it is wanted, out of what was found where these are few, else by a walk. */
const pageOf = (which: RawBuilder<boolean>, { limit, before }: Page, few: RawBuilder<unknown>, isWanted: RawBuilder<unknown>) => {
  const behind = before === undefined ? sql`` : sql` and number < ${before}`
  return sql`
    (select number from found where ${few}${behind} order by number desc limit ${sql.lit(limit + 1)})
    union all
    (select number from solution where ${which}${behind} and not ${few} and ${isWanted} order by number desc limit ${sql.lit(limit + 1)})`
}

/** Among so many of the newest solutions what is common is looked for, before the indexes are asked. */
const LOOKED = 2_000
/** Where not even a twentieth of these fit, it is not among so many that it is looked for. */
const PROBED = 200

/**
 * No planner knows how many words begin with what was typed, and an index of words or tools names every solution with a common one before
 * the first is seen. What is common shows among the newest already, and fills the page from there.
 */
const amongNewest = (which: RawBuilder<boolean>, page: Page, counted: number) => {
  const behind = page.before === undefined ? sql`` : sql` where number < ${page.before}`
  const newest = (most: number) => sql`(select * from solution${behind} order by number desc limit ${sql.lit(most)}) solution`
  const few = sql`(select total from counted_all) <= ${sql.lit(counted)}`
  return sql`
    probed as materialized (select count(*) > ${sql.lit(PROBED / 20)} as so from ${newest(PROBED)} where ${which}),
    newest as materialized (
      select ${line} from ${newest(LOOKED)} where (select so from probed) and ${which} order by number desc limit ${sql.lit(page.limit + 1)}),
    common as materialized (select count(*) > ${sql.lit(page.limit)} as so from newest),
    found as materialized (select number from solution where ${which} and not (select so from common) limit ${sql.lit(counted + 1)}),
    counted_all as materialized (select count(*)::int as total from found),
    counted as (select case when not common.so then counted_all.total end as total from counted_all, common),
    page as (${pageOf(which, page, few, sql`not (select so from common)`)}),
    line as (select * from newest where (select so from common) union all ${ofPage})`
}

/** All that somebody may see: the newest of each part of it, out of that part's own index; the newest of these are the newest of all. */
const newestWithin = ({ person, units }: Extract<Scope, { kind: 'some' }>, { limit, before }: Page, counted: number) => {
  const newest = (behind: RawBuilder<unknown>, most: number) => {
    const of = (which: RawBuilder<unknown>) =>
      sql`(select number from solution where ${which}${behind} order by number desc limit ${sql.lit(most)})`
    const led = sql`(select number from unnest(${[...units]}::text[]) led (id), lateral ${of(sql`solution.unit_id = led.id`)} newest)`
    // Their index is in no order: without the fence the database walks through all solutions, hoping to meet some soon.
    const coMade = sql`(select number from (select number from solution where ${coMakes(person)}${behind} offset 0) made order by number desc limit ${sql.lit(most)})`
    const parts = [...parties(person).map(of), coMade]
    return sql`(select number from (${sql.join(units.length === 0 ? parts : [led, ...parts], sql` union `)}) parts order by number desc limit ${sql.lit(most)})`
  }
  const page =
    before === undefined
      ? sql`(select number from found order by number desc limit ${sql.lit(limit + 1)})`
      : newest(sql` and number < ${before}`, limit + 1)
  return sql`
    found as materialized ${newest(sql``, counted + 1)},
    counted as materialized (select count(*)::int as total from found),
    page as ${page},
    line as (${ofPage})`
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
