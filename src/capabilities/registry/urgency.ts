import type { Act } from './acts.ts'

interface Pressing {
  state: string
  next: Act | null
  expired: boolean
  expiresInDays: number | null
  conditionsLate: number
  review: { dueAt: string } | null
  changedAt: string
}

/** Trouble first, then what is asked of one, then what others have, then what is quiet; what has ended comes last. */
const rank = ({ state, next, expired, conditionsLate, review }: Pressing): number => {
  if (state === 'retired') return 5
  if (expired || conditionsLate > 0 || state === 'suspended') return 0
  if (next === 'recertify' || next === 'meet-conditions' || next === 'edit') return 1
  if (next !== null) return 2
  return review === null ? 4 : 3
}

/** Within one rank: what is due sooner, then what changed last. */
export const byUrgency = (a: Pressing, b: Pressing): number =>
  rank(a) - rank(b) ||
  (a.review?.dueAt ?? '~').localeCompare(b.review?.dueAt ?? '~') ||
  (a.expiresInDays ?? Number.MAX_SAFE_INTEGER) - (b.expiresInDays ?? Number.MAX_SAFE_INTEGER) ||
  b.changedAt.localeCompare(a.changedAt)
