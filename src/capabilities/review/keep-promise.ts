import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { dayIn } from '#src/kernel/business-calendar.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { stepsDue } from './at-stake.ts'
import { reviewKey } from './contract.ts'
import type { ReviewParts } from './held.ts'
import { hold } from './held.ts'
import { onlyUpkeep, unknownReview } from './permissions.ts'
import { reviewersFor } from './queue-store.ts'
import * as said from './said.ts'
import { assigneeOf } from './signer.ts'
import { updateSignOff } from './store.ts'
import { tellAssignees } from './told.ts'

/** What has to happen so that a promise holds: computed anew under the lock, so that no replica does it twice. */
export const keepPromise = (parts: ReviewParts) =>
  operation({
    name: 'keep-promise',
    summary: 'Hand the sign-offs of a review on whose time has come, and tell those who lead before its promise breaks.',
    effect: 'write',
    input: z.strictObject({ review: reviewKey() }),
    output: z.object({ handedOn: z.int(), told: z.int() }),
    target: async ({ review }, { db, actor }) => hold(parts, db, review, await actor),
    allows: onlyUpkeep,
    async run(_, { db, now, record, send }, held) {
      if (!held) throw unknownReview()
      const { charter, subject, signOffs, review } = held
      const due = await stepsDue({ db, now }, charter, [review])
      const unfit = [
        ...subject.authors,
        ...review.excluded,
        review.submittedByHuman,
        ...signOffs.flatMap(each => each.decidedByHuman ?? []),
      ]
      let handedOn = 0
      for (const { signOff, step } of due) {
        const reviewers = await reviewersFor(db, signOff.role, dayIn(calendarOf(charter), now))
        const next = step.reassign === null ? null : assigneeOf(reviewers, unfit, signOff.assigneeId)
        // Nobody better is there: it stays where it is, unless whoever has it is gone.
        const assigneeId = next ?? (step.reassign === 'away' ? null : signOff.assigneeId)
        if (assigneeId === signOff.assigneeId && step.toldPercent === signOff.toldPercent) continue
        const row = await updateSignOff(db, signOff.id, {
          assigneeId,
          toldPercent: step.toldPercent,
          ...(assigneeId === signOff.assigneeId ? {} : { startedAt: null }),
        })
        if (assigneeId !== signOff.assigneeId) {
          handedOn += 1
          tellAssignees({ send }, charter, review, subject, [row])
        }
        record(step.tell ? said.atRisk(review, row) : said.assigned(review, row, step.reassign ?? 'reminded'))
      }
      const told = due.filter(({ step }) => step.tell).length
      if (handedOn === 0 && told === 0 && due.every(({ signOff, step }) => step.toldPercent === signOff.toldPercent)) throw nothingDue()
      return { handedOn, told }
    },
  })

const nothingDue = () =>
  refuse('conflict', 'nothing-due', 'Nothing has to happen with this review now.', 'There is nothing to do.', 'review')
