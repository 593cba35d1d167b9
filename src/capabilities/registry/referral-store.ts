import type { Selectable } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type ReferralRow = Selectable<Tables['referral']>

export const insertReferral = (
  db: Db,
  { solutionId, declarationId, receiptDueAt }: Pick<ReferralRow, 'solutionId' | 'declarationId' | 'receiptDueAt'>,
  now: Temporal.Instant,
): Promise<ReferralRow> =>
  db
    .insertInto('referral')
    .values({
      id: newId(),
      version: 1,
      sealSalt: newSalt(),
      solutionId,
      declarationId,
      referredAt: now.toString(),
      receiptDueAt: receiptDueAt.toString(),
      receivedBy: null,
      reference: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const referralOf = (db: Db, declarationId: string): Promise<ReferralRow | undefined> =>
  db.selectFrom('referral').selectAll().where('declarationId', '=', declarationId).executeTakeFirst()
