import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import type { ReferralRow } from '../registry/index.ts'

export type SecondLookRow = Selectable<Tables['secondLook']>

type New = Pick<SecondLookRow, 'reviewId' | 'solutionId' | 'declarationId' | 'tier' | 'seenTier' | 'facts' | 'lookedBy' | 'lookedByHuman'>

export const insertSecondLook = (db: Db, { facts, ...row }: New, now: Temporal.Instant): Promise<SecondLookRow> =>
  db
    .insertInto('secondLook')
    .values({ ...row, id: newId(), version: 1, sealSalt: newSalt(), facts: JSON.stringify(facts), lookedAt: now.toString() })
    .returningAll()
    .executeTakeFirstOrThrow()

/** How often a tier was seen where another, or the same, had been decided. */
export const looksByTier = async (db: Db, since: Temporal.Instant): Promise<{ tier: number; seenTier: number; looks: number }[]> => {
  const { rows } = await sql<{ tier: number; seenTier: number; looks: number }>`
    select tier, seen_tier, count(*)::int as looks from second_look where looked_at >= ${at(since)} group by tier, seen_tier`.execute(db)
  return rows
}

/** Locks a referral until the transaction ends. */
export const lockReferral = (db: Db, declarationId: string): Promise<ReferralRow | undefined> =>
  db.selectFrom('referral').selectAll().where('declarationId', '=', declarationId).forUpdate().executeTakeFirst()

export const receive = (db: Db, id: string, by: string, reference: string, now: Temporal.Instant): Promise<ReferralRow> =>
  db
    .updateTable('referral')
    .set(eb => ({ receivedBy: by, receivedAt: now.toString(), reference, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Referrals that nobody has confirmed, those that are due first; a hundred at most. */
export const waitingReferrals = (db: Db) =>
  db
    .selectFrom('referral')
    .innerJoin('solution', 'solution.id', 'referral.solutionId')
    .select(['solution.number', 'solution.name', 'referral.referredAt', 'referral.receiptDueAt'])
    .where('receivedAt', 'is', null)
    .where('solution.state', '=', 'referred')
    .orderBy('receiptDueAt')
    .limit(100)
    .execute()
