import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { text, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { reviewKey, reviewPage } from './contract.ts'
import type { ReviewParts } from './held.ts'
import { hold } from './held.ts'
import { expectOpen } from './in-hand.ts'
import { mayPlanChange, unknownReview } from './permissions.ts'
import * as said from './said.ts'
import { pageOf } from './show-review.ts'
import { updateReview } from './store.ts'

const moment = () => z.iso.datetime({ offset: true, error: 'Write a moment such as 2026-12-24T09:00:00Z.' })

export const recordChange = (parts: ReviewParts) =>
  operation({
    name: 'record-change',
    summary: 'Write down when and how it is brought in, who is affected, and the way back.',
    effect: 'write',
    http: { method: 'PUT', path: '/reviews/{review}/change' },
    input: z.strictObject({
      review: reviewKey(),
      from: moment().describe('The beginning of the window in which it is brought in.'),
      to: moment().describe('Its end.'),
      back: text(1_000, { lines: true }).describe('How things go on if it has to be taken back.'),
      affected: text(1_000, { lines: true }).describe('Whose work changes, and how they learn of it.'),
      link: z
        .url({ protocol: /^https$/, error: 'Give an address that begins with https://.' })
        .max(500)
        .nullable()
        .default(null)
        .describe('The record in the company’s own system.'),
      version: version(),
    }),
    output: reviewPage,
    target: async ({ review }, { db, actor }) => hold(parts, db, review, await actor),
    allows: mayPlanChange,
    async run({ from, to, back, affected, link }, { actor, db, now, record }, held) {
      if (!held) throw unknownReview()
      expectOpen(held)
      if (Temporal.Instant.compare(Temporal.Instant.from(from), Temporal.Instant.from(to)) >= 0)
        throw refuse('invalid', 'window-reversed', 'The window ends before it begins.', 'Exchange the two moments.', 'to')
      const review = await updateReview(db, held.review.id, { change: { from, to, back, affected, link } })
      record(said.changePlanned(review, asPerson(actor).id))
      return pageOf(db, { ...held, review }, actor, 'en', now)
    },
  })
