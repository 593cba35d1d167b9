import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type AbsenceRow = Selectable<Tables['absence']>

export const insertAbsence = (db: Db, row: Omit<AbsenceRow, 'version' | 'sealSalt'>): Promise<AbsenceRow> =>
  db
    .insertInto('absence')
    .values({ ...row, version: 1, sealSalt: newSalt() })
    .returningAll()
    .executeTakeFirstOrThrow()

export const lockAbsence = (db: Db, id: string): Promise<AbsenceRow | undefined> =>
  db.selectFrom('absence').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const deleteAbsence = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('absence').where('id', '=', id).execute()
}

/** Absences that are not over on a day, of these people or with them as deputies, in the order of days. */
export const absencesAround = (db: Db, persons: readonly string[], day: string): Promise<AbsenceRow[]> =>
  db
    .selectFrom('absence')
    .selectAll()
    .where('lastDay', '>=', day)
    .where(sql<boolean>`(person_id = any(${persons}::text[]) or deputy_id = any(${persons}::text[]))`)
    .orderBy('firstDay')
    .orderBy('id')
    .execute()
