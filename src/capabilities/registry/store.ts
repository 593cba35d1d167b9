import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import { onlyOne, writtenOnce } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import type { Author } from './author-store.ts'
import { insertingAuthors } from './author-store.ts'

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

/** A new row with those who had a hand in it. Its first declaration is written after it, in the same transaction. */
export const insertSolution = (
  db: Db,
  { platformIds, benefit, answers, facts, expiresAt, ...row }: New,
  authors: readonly Author[],
  now: Temporal.Instant,
): Promise<SolutionRow> =>
  onlyOne(
    insertedSolutions(db, {
      ...row,
      platformIds: JSON.stringify(platformIds),
      benefit: benefit === null ? null : JSON.stringify(benefit),
      answers: JSON.stringify(answers),
      facts: JSON.stringify(facts),
      expiresAt: expiresAt?.toString() ?? null,
      sealSalt: newSalt(),
      now: now.toString(),
      authors: JSON.stringify(authors),
    }),
  )

const insertedSolutions = writtenOnce(
  (
    db,
    {
      authors,
      now,
      ...row
    }: Omit<Insertable<Tables['solution']>, 'version' | 'createdAt' | 'changedAt'> & { authors: string; now: string },
  ) =>
    db
      .with('authors', part => insertingAuthors(part, row.id, authors, now))
      .insertInto('solution')
      .values({ ...row, version: 1, createdAt: now, changedAt: now })
      .returningAll(),
)

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

/** What there is about a solution besides its own row. */
export interface About {
  ruled: boolean
  conditioned: boolean
  offered: boolean
  found: boolean
  waived: boolean
  reviewsContent: boolean
  underReview: boolean
  /** Whether any stop is in force, of whatever. */
  stopsRun: boolean
  inIncident: boolean
  /** Since when its owner may not come in; null where they may. */
  ownerGoneSince: Temporal.Instant | null
}

/** A solution and what there is about it, so that its page asks only for that. */
export const solutionAndAbout = async (db: Db, number: number): Promise<(SolutionRow & About) | undefined> =>
  (await solutionsAndAbout(db, { number }))[0]

const solutionsAndAbout = writtenOnce((db, { number }: { number: number }) =>
  db
    .selectFrom('solution')
    .selectAll('solution')
    .select([
      sql<boolean>`exists (select from ruling where ruling.solution_id = solution.id and ruling.ended_at is null)`.as('ruled'),
      sql<boolean>`exists (select from condition where condition.kind = 'solution' and condition.subject = solution.id
        and condition.state <> 'fallen')`.as('conditioned'),
      sql<boolean>`exists (select from handover where handover.solution_id = solution.id and handover.state = 'offered')`.as('offered'),
      sql<boolean>`exists (select from finding where finding.subject_kind = 'solution' and finding.subject_id = solution.id
        and finding.state <> 'cleared')`.as('found'),
      sql<boolean>`exists (select from waiver where waiver.solution_id = solution.id)`.as('waived'),
      sql<boolean>`exists (select from content_step where content_step.id = solution.id)`.as('reviewsContent'),
      sql<boolean>`exists (select from review where review.kind = 'solution' and review.subject = solution.id
        and review.ended_at is null and review.purpose <> 'second-look')`.as('underReview'),
      sql<boolean>`exists (select from stop where stop.lifted_at is null)`.as('stopsRun'),
      sql<boolean>`exists (select from incident where incident.solutions @> to_jsonb(array[solution.id]))
        or exists (select from hold join stop on stop.id = hold.stop_id where hold.solution_id = solution.id
          and stop.incident_id is not null)`.as('inIncident'),
      sql<Temporal.Instant | null>`(select person.state_since from person where person.id = solution.owner_id
        and person.state <> 'active')`.as('ownerGoneSince'),
    ])
    .where('number', '=', number),
)

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
        .where('id', '=', sql<string>`any(${[...new Set(ids)]}::text[])`)
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
