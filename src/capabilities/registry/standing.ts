import type { ConditionRow } from '../review/index.ts'
import { isOver } from './validity.ts'
import type { SolutionRow } from './store.ts'

interface CaseFile {
  solution: Pick<SolutionRow, 'expiresAt' | 'state'>
  conditions: readonly Pick<ConditionRow, 'state' | 'dueOn'>[]
  handoverOpen: boolean
  ownerGoneSince: Temporal.Instant | null
}

const DAY = 24 * 60 * 60 * 1_000

/** What is wrong with a solution or soon will be; what its page shows and findings are made of. */
export const standing = ({ solution, conditions, handoverOpen, ownerGoneSince }: CaseFile, now: Temporal.Instant, timeZone: string) => {
  const { expiresAt, state } = solution
  const counts = state !== 'retired' && state !== 'refused' && state !== 'referred'
  const expired = counts && isOver(expiresAt, now)
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const open = conditions.filter(condition => condition.state === 'open' || condition.state === 'met')
  return {
    expired,
    /** Days that are left, begun ones counted; null where nothing runs out. */
    expiresInDays: !counts || expired || expiresAt === null ? null : Math.ceil((expiresAt.epochMilliseconds - now.epochMilliseconds) / DAY),
    ownerGoneSince: counts ? (ownerGoneSince?.toString() ?? null) : null,
    conditionsOpen: open.length,
    conditionsLate: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    handoverOpen,
  }
}
