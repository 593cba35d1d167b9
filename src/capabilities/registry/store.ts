import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#src/store/index.ts'

export type SolutionRow = Selectable<Tables['solution']>
export type Parties = Pick<SolutionRow, 'makerId' | 'ownerId' | 'backupOwnerId' | 'coMakers' | 'unitId'>

type New = Pick<
  SolutionRow,
  | 'id'
  | 'name'
  | 'purpose'
  | 'makerId'
  | 'ownerId'
  | 'unitId'
  | 'platform'
  | 'platformIds'
  | 'environment'
  | 'benefit'
  | 'answers'
  | 'facts'
  | 'charterVersion'
  | 'charterDigest'
  | 'tier'
  | 'verdict'
  | 'state'
  | 'draftId'
  | 'expiresAt'
>

/** A new row. Its first declaration is written after it, in the same transaction. */
export const insertSolution = (db: Db, { platformIds, benefit, answers, facts, expiresAt, ...row }: New, now: Temporal.Instant) =>
  db
    .insertInto('solution')
    .values({
      ...row,
      ...encoded({ platformIds, benefit, answers }),
      facts: JSON.stringify(facts),
      expiresAt: expiresAt?.toString() ?? null,
      version: 1,
      sealSalt: randomBytes(16),
      createdAt: now.toString(),
      changedAt: now.toString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export type Change = Partial<Omit<SolutionRow, 'id' | 'number' | 'version' | 'sealSalt' | 'makerId' | 'createdAt' | 'changedAt'>>

/** Writes the next version of a row. */
export const updateSolution = (db: Db, id: string, change: Change, now: Temporal.Instant): Promise<SolutionRow> => {
  const { coMakers, platformIds, benefit, answers, facts, stopped, retired, expiresAt, recertifiedAt, sandboxUntil, ...plain } = change
  return db
    .updateTable('solution')
    .set(eb => ({
      ...plain,
      ...encoded({ coMakers, platformIds, benefit, answers, facts, stopped, retired }),
      ...moments({ expiresAt, recertifiedAt, sandboxUntil }),
      version: eb('version', '+', 1),
      changedAt: now.toString(),
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** JSON columns as text, a null as one of the database's; what is not given stays as it is. */
const encoded = <K extends string>(values: { readonly [key in K]?: unknown }): { [key in K]?: string } => {
  const result: { [key in K]?: string } = {}
  for (const key in values)
    if (values[key] !== undefined) Object.assign(result, { [key]: values[key] === null ? null : JSON.stringify(values[key]) })
  return result
}

const moments = <K extends string>(values: { readonly [key in K]?: Temporal.Instant | null | undefined }): { [key in K]?: string } => {
  const result: { [key in K]?: string } = {}
  for (const key in values) if (values[key] !== undefined) Object.assign(result, { [key]: values[key]?.toString() ?? null })
  return result
}

export const solutionByNumber = (db: Db, number: number): Promise<SolutionRow | undefined> =>
  db.selectFrom('solution').selectAll().where('number', '=', number).executeTakeFirst()

export const solutionById = (db: Db, id: string): Promise<SolutionRow | undefined> =>
  db.selectFrom('solution').selectAll().where('id', '=', id).executeTakeFirst()

/** Who answers for a solution: all that a permission to see it needs. */
export const partiesOf = (db: Db, id: string): Promise<Parties | undefined> =>
  db.selectFrom('solution').select(['makerId', 'ownerId', 'backupOwnerId', 'coMakers', 'unitId']).where('id', '=', id).executeTakeFirst()

/** Locks the row until the transaction ends, so that what is decided about it stays true until it is written. */
export const lockSolution = (db: Db, number: number): Promise<SolutionRow | undefined> =>
  db.selectFrom('solution').selectAll().where('number', '=', number).forUpdate().executeTakeFirst()

export const lockSolutionById = (db: Db, id: string): Promise<SolutionRow | undefined> =>
  db.selectFrom('solution').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Keys and names of several, one query. */
export const solutionsNamed = (db: Db, ids: readonly string[]): Promise<Pick<SolutionRow, 'id' | 'number' | 'name'>[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('solution')
        .select(['id', 'number', 'name'])
        .where('id', 'in', [...new Set(ids)])
        .execute()

/** What decisions need of the solutions with numbers above one, smallest first; of none that has come to its end. */
export const solutionsByNumber = (db: Db, above: number, limit: number): Promise<Pick<SolutionRow, 'number' | 'name' | 'facts'>[]> =>
  db
    .selectFrom('solution')
    .select(['number', 'name', 'facts'])
    .where('number', '>', above)
    .where('state', 'not in', ['retired', 'refused'])
    .orderBy('number')
    .limit(limit)
    .execute()
