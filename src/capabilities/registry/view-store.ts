import type { Selectable } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type ViewRow = Selectable<Tables['savedView']>

/** By name; a hundred at most. */
export const viewsOf = (db: Db, person: string): Promise<ViewRow[]> =>
  db.selectFrom('savedView').selectAll().where('personId', '=', person).orderBy('name').limit(100).execute()

export const lockView = (db: Db, id: string): Promise<ViewRow | undefined> =>
  db.selectFrom('savedView').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Keeps a view under its name; one of the same name is replaced. */
export const keepView = (db: Db, { personId, name, filters }: Pick<ViewRow, 'personId' | 'name' | 'filters'>): Promise<ViewRow> =>
  db
    .insertInto('savedView')
    .values({ id: newId(), version: 1, sealSalt: newSalt(), personId, name, filters: JSON.stringify(filters) })
    .onConflict(conflict =>
      conflict.columns(['personId', 'name']).doUpdateSet(eb => ({
        filters: JSON.stringify(filters),
        version: eb('savedView.version', '+', 1),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()

export const deleteView = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('savedView').where('id', '=', id).execute()
}
