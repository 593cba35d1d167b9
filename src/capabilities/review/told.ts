import { calendarOf } from '#src/engines/charter/index.ts'
import type { Charter } from '#src/engines/charter/index.ts'
import { dayIn } from '#src/kernel/business-calendar.ts'
import { signOffGiven, aboutReview } from './messages.ts'
import type { Writing } from './kind.ts'
import type { ReviewRow, SignOffRow } from './store.ts'
import { keyOf } from './store.ts'

/** Whoever a sign-off was given to hears of it. */
export const tellAssignees = (
  { send }: Pick<Writing, 'send'>,
  charter: Charter,
  review: Pick<ReviewRow, 'number' | 'dueAt'>,
  subject: { name: string },
  signOffs: readonly Pick<SignOffRow, 'id' | 'version' | 'assigneeId'>[],
): void => {
  const by = dayIn(calendarOf(charter), review.dueAt)
  for (const of of signOffs)
    if (of.assigneeId !== null)
      send(
        signOffGiven({
          to: of.assigneeId,
          because: 'assignee',
          about: aboutReview(keyOf(review.number), subject),
          of,
          facts: { subject: subject.name, by },
        }),
      )
}
