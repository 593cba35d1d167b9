import type { About, Because } from '#src/kernel/message.ts'
import type { Writing } from '../review/index.ts'
import { outcomeOfReview } from './messages.ts'
import type { SolutionRow } from './store.ts'
import { keyOf } from './solution.ts'

/** A solution as messages speak of it. */
export const aboutSolution = ({ number, name }: Pick<SolutionRow, 'number' | 'name'>): About => ({
  kind: 'solution',
  key: keyOf(number),
  name,
})

/** Whom news of a solution concerns: who answers for it, and who stands in. */
export const whoAnswers = ({
  ownerId,
  backupOwnerId,
}: Pick<SolutionRow, 'ownerId' | 'backupOwnerId'>): { to: string; because: Because }[] => [
  { to: ownerId, because: 'owner' },
  ...(backupOwnerId === null ? [] : [{ to: backupOwnerId, because: 'backup-owner' as const }]),
]

/** Tells what a review of a solution came to: who answers for it, and whoever submitted it. */
export const tellOutcome = (
  { send }: Pick<Writing, 'send'>,
  what: keyof typeof outcomeOfReview,
  row: SolutionRow,
  submittedBy: string,
): void => {
  const people = [...whoAnswers(row), { to: submittedBy, because: 'submitter' as const }]
  for (const whom of people) send(outcomeOfReview[what]({ ...whom, about: aboutSolution(row), of: row, facts: { solution: row.name } }))
}
