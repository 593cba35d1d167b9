import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { reviewKey, reviewPage, signOffRole } from './contract.ts'
import type { ReviewParts } from './held.ts'
import { hold, signerFault } from './held.ts'
import { expectOpen, openSignOff } from './in-hand.ts'
import { mayAssign, unknownReview } from './permissions.ts'
import * as said from './said.ts'
import { pageOf } from './show-review.ts'
import { lockAccount, updateSignOff } from './store.ts'
import { tellAssignees } from './told.ts'

export const assignReview = (parts: ReviewParts) =>
  operation({
    name: 'assign-review',
    summary: 'Give an open sign-off to somebody who may sign it, or back to everybody.',
    effect: 'write',
    http: { method: 'PUT', path: '/reviews/{review}/sign-offs/{role}/assignee' },
    input: z.strictObject({
      review: reviewKey(),
      role: signOffRole(),
      person: z.string().min(1).max(64).nullable().describe('Null: whoever takes it.'),
      version: version(),
    }),
    output: reviewPage,
    target: async ({ review }, { db, actor }) => hold(parts, db, review, await actor),
    allows: mayAssign,
    async run({ role, person }, { actor, db, now, record, send }, held) {
      if (!held) throw unknownReview()
      expectOpen(held)
      const { id } = openSignOff(held, role)
      if (person !== null) {
        const candidate = await lockAccount(db, person)
        const [fault] = candidate
          ? signerFault({ ...held, candidate }, role)
          : [{ reason: 'There is nobody with this id.', remedy: 'Choose somebody from the list of people.' }]
        if (fault)
          throw refuse('conflict', 'cannot-sign', `They can’t give this sign-off. ${fault.reason}`, 'Choose somebody else.', 'person')
      }
      const signOff = await updateSignOff(db, id, { assigneeId: person, startedAt: null })
      record(said.assigned(held.review, signOff, 'by-hand'))
      tellAssignees({ send }, held.charter, held.review, held.subject, [signOff])
      return pageOf(db, { ...held, signOffs: held.signOffs.map(each => (each.id === id ? signOff : each)) }, actor, 'en', now)
    },
  })
