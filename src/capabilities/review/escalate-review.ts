import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { dayIn } from '#src/kernel/business-calendar.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { reason, reviewKey, reviewPage } from './contract.ts'
import type { ReviewParts } from './held.ts'
import { hold } from './held.ts'
import { expectOpen, expectYesOrNo } from './in-hand.ts'
import { laneOf } from './lane.ts'
import { mayReview, unknownReview } from './permissions.ts'
import { reviewersFor } from './queue-store.ts'
import { signOffRoles } from './role.ts'
import * as said from './said.ts'
import { pageOf } from './show-review.ts'
import { assigneeOf } from './signer.ts'
import { insertSignOffs, updateReview } from './store.ts'
import { tellAssignees } from './told.ts'

/**
 * One reviewer wants another office's word too. The promise stays: who asks for more eyes does not get more time by it.
 */
export const escalateReview = (parts: ReviewParts) =>
  operation({
    name: 'escalate-review',
    summary: 'Have a further role sign off as well, because this is more than the lane foresees.',
    effect: 'write',
    http: { method: 'POST', path: '/reviews/{review}/escalations' },
    input: z.strictObject({
      review: reviewKey(),
      to: z
        .string()
        .max(60)
        .describe(`One of ${signOffRoles.join(', ')}.`),
      reason: reason('Why it takes them as well.'),
      version: version(),
    }),
    output: reviewPage,
    target: async ({ review }, { db, actor }) => hold(parts, db, review, await actor),
    allows: mayReview,
    async run({ to, reason }, { actor, db, now, record, send }, held) {
      if (!held) throw unknownReview()
      expectOpen(held)
      expectYesOrNo(held)
      const { review, charter, subject, signOffs } = held
      if (!signOffRoles.includes(to))
        throw refuse('invalid', 'no-such-role', 'Nobody signs off in this role.', `Choose one of ${signOffRoles.join(', ')}.`, 'to')
      if (signOffs.some(({ role, state }) => role === to && state !== 'fallen'))
        throw refuse('conflict', 'role-asked', 'This role’s sign-off is asked for already.', 'Wait for it, or ask another role.', 'to')
      const [wanted] = laneOf(charter, { purpose: 'appeal', tier: review.tier, role: to }).signOffs
      if (!wanted) throw new Error('A lane of one role has one sign-off.')
      const reviewers = await reviewersFor(db, to, dayIn(calendarOf(charter), now))
      const taken = signOffs.flatMap(({ decidedByHuman }) => decidedByHuman ?? [])
      const assigneeId = assigneeOf(reviewers, [...subject.authors, ...review.excluded, review.submittedByHuman, ...taken])
      const { checklists, businessDays } = wanted
      const added = await insertSignOffs(db, [
        {
          reviewId: review.id,
          role: to,
          place: signOffs.length,
          checklists: to === 'program-lead' ? [] : [...checklists],
          businessDays,
          assigneeId,
        },
      ])
      for (const signOff of added) record(said.asked(review, signOff))
      tellAssignees({ send }, charter, review, subject, added)
      const row = await updateReview(db, review.id, { state: review.state })
      record(said.escalated(row, to, reason))
      return pageOf(db, { ...held, review: row, signOffs: [...signOffs, ...added] }, actor, 'en', now)
    },
  })
