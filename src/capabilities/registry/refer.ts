import { calendarOf } from '#src/engines/charter/index.ts'
import type { Charter } from '#src/engines/charter/index.ts'
import { addBusinessDays } from '#src/kernel/business-calendar.ts'
import type { Writing } from '../review/index.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { ideaReferred } from './entries.ts'
import { referrals } from './governed.ts'
import { insertReferral, referralOf } from './referral-store.ts'

/** Hands an idea of tier 4 over to the central team, who confirm that they have it within the charter's days. Once each. */
export const refer = async ({ db, now, record }: Writing, charter: Charter, { id, solutionId }: DeclarationRow): Promise<void> => {
  if (await referralOf(db, id)) return
  const receiptDueAt = addBusinessDays(calendarOf(charter), now, charter.documents['lanes.yaml'].handOver.receiptBusinessDays)
  const row = await insertReferral(db, { solutionId, declarationId: id, receiptDueAt }, now)
  record(
    ideaReferred({
      subject: referrals.subject(row),
      data: { solution: solutionId, declaration: id, due: row.receiptDueAt.toString() },
      personal: {},
    }),
  )
}
