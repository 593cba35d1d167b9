import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type InspectionRow = Selectable<Tables['inspection']>

type New = Omit<InspectionRow, 'version' | 'sealSalt' | 'inspectedAt'>

export const insertInspection = (
  db: Db,
  { evidence, asks, questions, warnings, ...row }: New,
  now: Temporal.Instant,
): Promise<InspectionRow> =>
  db
    .insertInto('inspection')
    .values({
      ...row,
      evidence: JSON.stringify(evidence),
      asks: JSON.stringify(asks),
      questions: JSON.stringify(questions),
      warnings: JSON.stringify(warnings),
      version: 1,
      sealSalt: newSalt(),
      inspectedAt: now.toString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Inspections by their ids; no query where nothing was read. */
export const inspectionsOf = async (
  db: Db,
  declarations: readonly ({ inspectionId: string | null } | null)[],
): Promise<ReadonlyMap<string, InspectionRow>> => {
  const ids = declarations.flatMap(declaration => declaration?.inspectionId ?? [])
  const rows = ids.length === 0 ? [] : await db.selectFrom('inspection').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map(row => [row.id, row]))
}
