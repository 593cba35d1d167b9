import { z } from 'zod'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { reviewKey, reviewPage, signOffRole } from './contract.ts'
import type { ReviewParts } from './held.ts'
import { hold, signerFault } from './held.ts'
import { expectOpen, openSignOff } from './in-hand.ts'
import { mayReview, unknownReview } from './permissions.ts'
import * as said from './said.ts'
import { pageOf } from './show-review.ts'
import { refusalFor } from './signer.ts'
import { updateReview, updateSignOff } from './store.ts'

export const startReview = (parts: ReviewParts) =>
  operation({
    name: 'start-review',
    summary: 'Take a sign-off to yourself and begin to look.',
    effect: 'write',
    http: { method: 'POST', path: '/reviews/{review}/sign-offs/{role}/start' },
    input: z.strictObject({ review: reviewKey(), role: signOffRole(), version: version() }),
    output: reviewPage,
    target: async ({ review }, { db, actor }) => hold(parts, db, review, await actor),
    allows: mayReview,
    async run({ role }, { actor, db, now, record, send }, held) {
      if (!held) throw unknownReview()
      expectOpen(held)
      const { id } = openSignOff(held, role)
      const unfit = refusalFor(signerFault(held, role))
      if (unfit) throw unfit
      const by = asPerson(actor).id
      const signOff = await updateSignOff(db, id, { assigneeId: by, startedAt: now })
      record(said.started(held.review, signOff, by))
      const review = held.review.state === 'waiting' ? await updateReview(db, held.review.id, { state: 'in-review' }) : held.review
      if (review !== held.review) {
        record(said.moved(review))
        await held.kind.begun?.(review, { db, now, record, send })
      }
      const signOffs = held.signOffs.map(each => (each.id === id ? signOff : each))
      return pageOf(db, { ...held, review, version: review.version, signOffs }, actor, 'en', now)
    },
  })
