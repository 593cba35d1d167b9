import { sql } from 'kysely'
import type { Insertable, Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import { onlyOne, writtenOnce } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type DeclarationRow = Selectable<Tables['declaration']>

type New = Pick<
  DeclarationRow,
  | 'id'
  | 'solutionId'
  | 'number'
  | 'facts'
  | 'inspection'
  | 'inspectionId'
  | 'state'
  | 'charterVersion'
  | 'charterDigest'
  | 'tier'
  | 'verdict'
  | 'materialDigest'
  | 'declaredBy'
  | 'declaredByHuman'
>

export const insertDeclaration = (db: Db, { facts, inspection, ...row }: New, now: Temporal.Instant): Promise<DeclarationRow> =>
  onlyOne(
    insertedDeclarations(db, {
      ...row,
      facts: JSON.stringify(facts),
      inspection: inspection === null ? null : JSON.stringify(inspection),
      sealSalt: newSalt(),
      declaredAt: now.toString(),
    }),
  )

const insertedDeclarations = writtenOnce((db, row: Omit<Insertable<Tables['declaration']>, 'version'>) =>
  db
    .insertInto('declaration')
    .values({ ...row, version: 1 })
    .returningAll(),
)

type Change = Partial<
  Pick<
    DeclarationRow,
    | 'state'
    | 'charterVersion'
    | 'charterDigest'
    | 'tier'
    | 'verdict'
    | 'submittedAt'
    | 'approvedAt'
    | 'approvedHow'
    | 'reviewId'
    | 'appealedAt'
    | 'endedAt'
    | 'inspectionId'
  >
>

/** Writes the next version of a declaration. What it declares never changes. */
export const updateDeclaration = (
  db: Db,
  id: string,
  { submittedAt, approvedAt, appealedAt, endedAt, ...plain }: Change,
): Promise<DeclarationRow> =>
  db
    .updateTable('declaration')
    .set(eb => ({
      ...plain,
      ...(submittedAt === undefined ? {} : { submittedAt: submittedAt?.toString() ?? null }),
      ...(approvedAt === undefined ? {} : { approvedAt: approvedAt?.toString() ?? null }),
      ...(appealedAt === undefined ? {} : { appealedAt: appealedAt?.toString() ?? null }),
      ...(endedAt === undefined ? {} : { endedAt: endedAt?.toString() ?? null }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const declarationById = (db: Db, id: string): Promise<DeclarationRow | undefined> =>
  db.selectFrom('declaration').selectAll().where('id', '=', id).executeTakeFirst()

/** Both declarations that matter now, in one query. */
export const declarationsBeside = async (
  db: Db,
  { runningId, draftId }: { runningId: string | null; draftId: string | null },
): Promise<{ running: DeclarationRow | null; draft: DeclarationRow | null }> => {
  const ids = [runningId, draftId].filter(id => id !== null)
  const rows = ids.length === 0 ? [] : await declarationsWith(db, { ids })
  const of = (id: string | null) => rows.find(row => row.id === id) ?? null
  return { running: of(runningId), draft: of(draftId) }
}

const declarationsWith = writtenOnce((db, { ids }: { ids: readonly string[] }) =>
  db
    .selectFrom('declaration')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::text[])`),
)

/** Declarations by their ids, in one query. */
export const declarationsOf = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, DeclarationRow>> =>
  new Map(ids.length === 0 ? [] : (await declarationsWith(db, { ids })).map(row => [row.id, row]))

/** How many declarations a solution has; the next one's number is one more. */
export const newestNumber = async (db: Db, solutionId: string): Promise<number> =>
  (
    await db
      .selectFrom('declaration')
      .select('number')
      .where('solutionId', '=', solutionId)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.number ?? 0
