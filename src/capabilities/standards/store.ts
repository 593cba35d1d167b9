import type { Selectable } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type AcceptanceRow = Selectable<Tables['standardsAcceptance']>

type New = Pick<AcceptanceRow, 'personId' | 'human' | 'standardsVersion' | 'standardsDigest' | 'name'>

/** @returns undefined where that human being has accepted this page already. */
export const insertAcceptance = (db: Db, row: New, now: Temporal.Instant): Promise<AcceptanceRow | undefined> =>
  db
    .insertInto('standardsAcceptance')
    .values({ ...row, id: newId(), version: 1, sealSalt: newSalt(), acceptedAt: now.toString() })
    .onConflict(conflict => conflict.columns(['human', 'standardsDigest']).doNothing())
    .returningAll()
    .executeTakeFirst()

export const acceptanceOf = (db: Db, human: string, digest: string): Promise<AcceptanceRow | undefined> =>
  db.selectFrom('standardsAcceptance').selectAll().where('human', '=', human).where('standardsDigest', '=', digest).executeTakeFirst()
