import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type LinkRow = Selectable<Tables['link']>

export const insertLink = (
  db: Db,
  { madeAt, expiresAt, ...row }: Omit<LinkRow, 'version' | 'sealSalt' | 'endedAt' | 'endedBecause'>,
): Promise<LinkRow> =>
  db
    .insertInto('link')
    .values({
      ...row,
      madeAt: madeAt.toString(),
      expiresAt: expiresAt.toString(),
      version: 1,
      sealSalt: newSalt(),
      endedAt: null,
      endedBecause: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const linkBySecret = (db: Db, secretHash: Buffer) =>
  db.selectFrom('link').selectAll().where('secretHash', '=', secretHash).executeTakeFirst()

/** The same, held until the transaction ends, so that of two who accept it at one moment the second finds it used. */
export const holdLink = (db: Db, secretHash: Buffer) =>
  db.selectFrom('link').selectAll().where('secretHash', '=', secretHash).forUpdate().executeTakeFirst()

/** Ends what is still open for a person (null: the set-up links), those that ran out included. */
export const endOpenLinks = (
  db: Db,
  { person, kinds }: { person: string | null; kinds: readonly LinkRow['kind'][] },
  because: string,
  now: Temporal.Instant,
): Promise<LinkRow[]> =>
  db
    .updateTable('link')
    .set(eb => ({ endedAt: now.toString(), endedBecause: because, version: eb('version', '+', 1) }))
    .where('personId', person === null ? 'is' : '=', person)
    .where('kind', 'in', kinds)
    .where('endedAt', 'is', null)
    .returningAll()
    .execute()

/** Keeps other transactions from making or ending links until this one ends; reading goes on. */
export const lockLinks = async (db: Db): Promise<void> => {
  await sql`lock table link in share row exclusive mode`.execute(db)
}
