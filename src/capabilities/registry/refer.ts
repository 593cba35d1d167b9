import { calendarOf } from '#src/engines/charter/index.ts'
import type { Charter } from '#src/engines/charter/index.ts'
import { addBusinessDays, dayIn } from '#src/kernel/business-calendar.ts'
import type { Writing } from '../review/index.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { ideaReferred } from './entries.ts'
import { referrals } from './governed.ts'
import { officeHolders } from '../office-holders.ts'
import { ideaForYou } from './messages.ts'
import { insertReferral, referralOf } from './referral-store.ts'
import type { SolutionRow } from './store.ts'
import { aboutSolution } from './told.ts'

/** Hands an idea of tier 4 over to the central team, who confirm that they have it within the charter's days. Once each. */
export const refer = async (
  { db, now, record, send }: Writing,
  charter: Charter,
  solution: SolutionRow,
  { id, solutionId }: DeclarationRow,
): Promise<void> => {
  if (await referralOf(db, id)) return
  const calendar = calendarOf(charter)
  const receiptDueAt = addBusinessDays(calendar, now, charter.documents['lanes.yaml'].handOver.receiptBusinessDays)
  const row = await insertReferral(db, { solutionId, declarationId: id, receiptDueAt }, now)
  record(
    ideaReferred({
      subject: referrals.subject(row),
      data: { solution: solutionId, declaration: id, due: row.receiptDueAt.toString() },
      personal: {},
    }),
  )
  const facts = { solution: solution.name, by: dayIn(calendar, row.receiptDueAt) }
  for (const to of await officeHolders(db, ['coe-reviewer']))
    send(ideaForYou({ to, because: 'decider', about: aboutSolution(solution), of: row, facts }))
}
