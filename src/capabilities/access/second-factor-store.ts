import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import { nextVersion } from '#src/ledger/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { sealedColumn } from '#src/vault/index.ts'
import { secondFactors } from './governed.ts'

export type SecondFactorRow = Selectable<Tables['secondFactor']>

/** Where the seeds of second factors stand. */
export const seedColumn = sealedColumn({ table: 'secondFactor', id: 'id', column: 'sealedSecret' })

export const secondFactorOf = (db: Db, person: string): Promise<SecondFactorRow | undefined> =>
  db.selectFrom('secondFactor').selectAll().where('id', '=', person).executeTakeFirst()

/** The same, held until the transaction ends, so that one code does not count for two. */
export const holdSecondFactor = (db: Db, person: string): Promise<SecondFactorRow | undefined> =>
  db.selectFrom('secondFactor').selectAll().where('id', '=', person).forUpdate().executeTakeFirst()

/** A factor that was not confirmed yet; it takes the place of one before that never was. */
export const insertSecondFactor = async (db: Db, person: string, sealedSecret: Buffer): Promise<SecondFactorRow> =>
  db
    .insertInto('secondFactor')
    .values({
      id: person,
      version: await nextVersion(db, secondFactors, person),
      sealSalt: newSalt(),
      sealedSecret,
      recoveryCodes: '[]',
      confirmedAt: null,
      lastStep: 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Changes what the ledger governs of it. */
export const changeSecondFactor = (
  db: Db,
  person: string,
  { recoveryCodes, confirmedAt }: { recoveryCodes: readonly string[]; confirmedAt: Temporal.Instant },
): Promise<SecondFactorRow> =>
  db
    .updateTable('secondFactor')
    .set(eb => ({ recoveryCodes: JSON.stringify(recoveryCodes), confirmedAt: confirmedAt.toString(), version: eb('version', '+', 1) }))
    .where('id', '=', person)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Remembers the newest step whose code counted. It proves nothing about the row, so it makes no new version. */
export const keepStep = async (db: Db, person: string, step: number): Promise<void> => {
  await db.updateTable('secondFactor').set({ lastStep: step }).where('id', '=', person).execute()
}

export const deleteSecondFactor = async (db: Db, person: string): Promise<void> => {
  await db.deleteFrom('secondFactor').where('id', '=', person).execute()
}
