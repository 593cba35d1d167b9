import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Scope } from '#src/kernel/actor.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { holdsWords } from '../search.ts'

export type SolutionRow = Selectable<Tables['solution']>

/** What an operation decides about a row; the rest is the table's own. */
export type Declared = Pick<SolutionRow, 'name' | 'purpose' | 'facts' | 'charterVersion' | 'charterDigest' | 'tier' | 'verdict' | 'state'>

/** The one SQL form of a scope over solutions: lists, counts, search and exports take it. */
export const within = (scope: Scope) => {
  if (scope.kind === 'everything') return sql<boolean>`true`
  if (scope.kind === 'nothing') return sql<boolean>`false`
  return sql<boolean>`(solution.owner_id = ${scope.person} or solution.maker_id = ${scope.person} or solution.unit_id = any(${scope.units}::text[]))`
}

export const insertSolution = (
  db: Db,
  { facts, ...row }: Declared & { id: string; makerId: string; ownerId: string; unitId: string | null },
  now: Temporal.Instant,
): Promise<SolutionRow> =>
  db
    .insertInto('solution')
    .values({
      ...row,
      facts: JSON.stringify(facts),
      version: 1,
      sealSalt: randomBytes(16),
      createdAt: now.toString(),
      changedAt: now.toString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateSolution = (db: Db, id: string, { facts, ...row }: Declared, now: Temporal.Instant): Promise<SolutionRow> =>
  db
    .updateTable('solution')
    .set(eb => ({ ...row, facts: JSON.stringify(facts), version: eb('version', '+', 1), changedAt: now.toString() }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const solutionByNumber = (db: Db, number: number): Promise<SolutionRow | undefined> =>
  db.selectFrom('solution').selectAll().where('number', '=', number).executeTakeFirst()

/** Who answers for a solution: all that a permission to see it needs. */
export const partiesOf = (db: Db, id: string): Promise<Pick<SolutionRow, 'makerId' | 'ownerId' | 'unitId'> | undefined> =>
  db.selectFrom('solution').select(['makerId', 'ownerId', 'unitId']).where('id', '=', id).executeTakeFirst()

/** Locks the row until the transaction ends, so that what is decided about it stays true until it is written. */
export const lockSolution = (db: Db, number: number): Promise<SolutionRow | undefined> =>
  db.selectFrom('solution').selectAll().where('number', '=', number).forUpdate().executeTakeFirst()

/** What decisions need of the solutions with numbers above one, smallest first. */
export const solutionsByNumber = (db: Db, above: number, limit: number): Promise<Pick<SolutionRow, 'number' | 'name' | 'facts'>[]> =>
  db.selectFrom('solution').select(['number', 'name', 'facts']).where('number', '>', above).orderBy('number').limit(limit).execute()

/** What a list of solutions is narrowed by. */
export interface Wanted {
  /** Words of its name or purpose. */
  q?: string | undefined
  number?: number | undefined
}

const listed = (scope: Scope, { q, number }: Wanted) => {
  if (number !== undefined) return sql<boolean>`(${within(scope)} and solution.number = ${number})`
  return q === undefined
    ? within(scope)
    : sql<boolean>`(${within(scope)} and ${holdsWords(sql`solution.name || ' ' || solution.purpose`, q)})`
}

interface Page {
  limit: number
  /** The last page's smallest number. */
  before: number | undefined
}

/** One page, newest first. */
export const solutionsOf = async (db: Db, scope: Scope, wanted: Wanted, { limit, before }: Page) => {
  const page = db
    .selectFrom('solution')
    .selectAll()
    .where(listed(scope, wanted))
    .orderBy('number', 'desc')
    .limit(limit + 1)
  const rows = await (before === undefined ? page : page.where('number', '<', before)).execute()
  return { rows: rows.slice(0, limit), more: rows.length > limit }
}

/** How many there are in all. */
export const countSolutions = async (db: Db, scope: Scope, wanted: Wanted): Promise<number> => {
  const { total } = await db
    .selectFrom('solution')
    .select(eb => eb.fn.countAll<number>().as('total'))
    .where(listed(scope, wanted))
    .executeTakeFirstOrThrow()
  return total
}
