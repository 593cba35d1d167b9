import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Scope } from '#src/kernel/actor.ts'
import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { solutionsWithin } from '../registry/index.ts'
import type { FindingRow } from './store.ts'

export type EffectRow = Selectable<Tables['effect']>
export type NightRow = Selectable<Tables['effectNight']>

/** A finding that may be acted on, and whether it was. */
export type Candidate = FindingRow & { acted: boolean }

/** Behind which finding a page begins. */
export interface Found {
  foundAt: string
  id: string
}

/** What some rules found about solutions that run, the longest standing first: in this order it is acted on. */
export const candidates = async (db: Db, rules: readonly string[], after: Found | null, limit: number): Promise<Candidate[]> => {
  if (rules.length === 0) return []
  const behind = after === null ? sql`true` : sql`(finding.found_at, finding.id) > (${after.foundAt}::timestamptz, ${after.id})`
  const { rows } = await sql<Candidate>`
    select finding.*, exists (select from effect where effect.finding_id = finding.id) as acted
    from finding join solution on solution.id = finding.subject_id and solution.state = 'active'
    where finding.subject_kind = 'solution' and finding.state <> 'cleared' and finding.rule = any(${[...rules]}::text[]) and ${behind}
    order by finding.found_at, finding.id limit ${limit}`.execute(db)
  return rows
}

/** Solutions that run under leave about some duties, and of which a rule therefore says nothing. */
export const onLeave = async (db: Db, duties: readonly string[], today: string, limit: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('waiver')
    .innerJoin('solution', 'solution.id', 'waiver.solutionId')
    .select('solution.id')
    .distinct()
    .where('solution.state', '=', 'active')
    .where('waiver.state', '=', 'granted')
    .where('waiver.what', 'in', duties)
    .where('waiver.endsOn', '>=', today)
    .orderBy('solution.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export const wasActedOn = async (db: Db, findingId: string): Promise<boolean> =>
  (await db.selectFrom('effect').select('id').where('findingId', '=', findingId).executeTakeFirst()) !== undefined

/** How often each rule acted in a night. */
export const actedIn = async (db: Db, night: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('effect')
    .select(['rule', eb => eb.fn.countAll<number>().as('acted')])
    .where('night', '=', night)
    .groupBy('rule')
    .execute()
  return new Map(rows.map(({ rule, acted }) => [rule, acted]))
}

type New = Pick<EffectRow, 'rule' | 'does' | 'findingId' | 'solutionId' | 'solutionVersion' | 'night' | 'undoUntil'>

export const insertEffect = (db: Db, { undoUntil, ...effect }: New, now: Temporal.Instant): Promise<EffectRow> =>
  db
    .insertInto('effect')
    .values({
      ...effect,
      id: newId(),
      version: 1,
      sealSalt: newSalt(),
      actedAt: now.toString(),
      undoUntil: undoUntil.toString(),
      undoneAt: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/** An effect beside its solution as it stands. */
export type Listed = EffectRow & { number: number; name: string; solutionNow: number }

const listed = (db: Db) =>
  db
    .selectFrom('effect')
    .innerJoin('solution', 'solution.id', 'effect.solutionId')
    .selectAll('effect')
    .select(['solution.number', 'solution.name', 'solution.version as solutionNow'])

export const effectsById = (db: Db, ids: readonly string[]): Promise<Listed[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : listed(db)
        .where('effect.id', 'in', [...ids])
        .orderBy('effect.id')
        .execute()

export const effectsOfNight = (db: Db, rule: string, night: string, limit: number): Promise<Listed[]> =>
  listed(db).where('effect.rule', '=', rule).where('effect.night', '=', night).orderBy('effect.id').limit(limit).execute()

export interface Wanted {
  rule?: string | undefined
  night?: string | undefined
  /** The number of a solution’s key. */
  solution?: number | undefined
  before?: string | undefined
}

/** One page, newest first, of what was done about solutions within a scope. */
export const pageOfEffects = (db: Db, scope: Scope, { rule, night, solution, before }: Wanted, limit: number): Promise<Listed[]> => {
  let page = listed(db)
    .where(solutionsWithin(scope))
    .orderBy('effect.id', 'desc')
    .limit(limit + 1)
  if (rule !== undefined) page = page.where('effect.rule', '=', rule)
  if (night !== undefined) page = page.where('effect.night', '=', night)
  if (solution !== undefined) page = page.where('solution.number', '=', solution)
  if (before !== undefined) page = page.where('effect.id', '<', before)
  return page.execute()
}

/** Holds solutions, then what was done about them, each in the order of their ids. */
export const lockEffects = async (db: Db, ids: readonly string[]): Promise<void> => {
  await sql`
    select solution.id from solution where id in (select solution_id from effect where id = any(${[...ids]}::text[]))
    order by id for update`.execute(db)
  await sql`select id from effect where id = any(${[...ids]}::text[]) order by id for update`.execute(db)
}

export const undoEffect = (db: Db, id: string, people: { by: string; proposedBy: string }, now: Temporal.Instant): Promise<EffectRow> =>
  db
    .updateTable('effect')
    .set(eb => ({ undoneAt: now.toString(), undoneBy: people.by, undoProposedBy: people.proposedBy, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .returningAll()
    .executeTakeFirstOrThrow()

/** The newest night of each rule that came to anything. */
export const newestNights = (db: Db): Promise<NightRow[]> =>
  db.selectFrom('effectNight').selectAll().distinctOn('rule').orderBy('rule').orderBy('night', 'desc').execute()

/** Writes what a night came to, where that is not what stands; undefined where it is. */
export const keepNight = async (db: Db, night: Pick<NightRow, 'rule' | 'night' | 'acted' | 'heldBack'>): Promise<NightRow | undefined> => {
  const { acted, heldBack } = night
  return db
    .insertInto('effectNight')
    .values({ ...night, id: `${night.rule} ${night.night}`, version: 1, sealSalt: newSalt() })
    .onConflict(conflict =>
      conflict
        .column('id')
        .doUpdateSet(eb => ({ acted, heldBack, version: eb('effectNight.version', '+', 1) }))
        .where(eb => eb.or([eb('effectNight.acted', '<>', acted), eb('effectNight.heldBack', '<>', heldBack)])),
    )
    .returningAll()
    .executeTakeFirst()
}

/** Rules whose newest night held something back, as long as they still act by themselves. */
export const heldBackNow = async (db: Db): Promise<{ rule: string; night: string; heldBack: number }[]> => {
  const { rows } = await sql<{ rule: string; night: string; heldBack: number }>`
    select rule, night, held_back from (select distinct on (rule) rule, night, held_back from effect_night order by rule, night desc) newest
    where held_back > 0 and rule in (select id from finding_rule where effect = 'on' and mode = 'on') order by rule`.execute(db)
  return rows
}

export const placeOf = ({ foundAt, id }: FindingRow): Found => ({ foundAt: foundAt.toString(), id })
