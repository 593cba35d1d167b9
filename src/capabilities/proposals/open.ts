import { refuse } from '#src/kernel/refusal.ts'
import { isPast } from './present.ts'
import type { ProposalRow } from './store.ts'

/** @throws Refusal `not-open` for a proposal that was decided, or whose time is over. */
export const expectOpen = (row: Pick<ProposalRow, 'state' | 'expiresAt'>, now: Temporal.Instant): void => {
  if (row.state === 'open' && !isPast(row, now)) return
  const was = { open: 'has run out', expired: 'has run out', adopted: 'was adopted', declined: 'was declined', withdrawn: 'was withdrawn' }[
    row.state
  ]
  throw refuse(
    'conflict',
    'not-open',
    `This proposal ${was}.`,
    'There is nothing to do; propose it anew if it is still wanted.',
    'proposal',
  )
}
