import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { differenceOf, sizeOf } from '#src/engines/difference/index.ts'
import type { Person } from '#src/kernel/actor.ts'
import { id } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import type { SecretVault } from '../vault/index.ts'
import { callBackNow } from './callback-store.ts'
import { digestOf, expectWaiting, isTooQuick } from './content-review.ts'
import { content, contentReviewView, reason } from './contract.ts'
import { contentApproved, contentRejected, contentWithdrawn } from './entries.ts'
import { contentReviews } from './governed.ts'
import { holdContent } from './held.ts'
import { decidesContent, noSuchContent, withdrawsContent } from './permissions.ts'
import { presentContent } from './present.ts'
import type { ReviewRow } from './store.ts'
import { decideReview } from './store.ts'
import { keepText, textsOf } from './texts.ts'

/** What the ledger says of every verdict. Without a scope of a token, whoever asks has signed in themself. */
const said = (row: ReviewRow, { id, name }: Person) => ({
  subject: contentReviews.subject(row),
  data: { solution: row.solutionId, digest: row.digest, by: id, attended: row.attended === true },
  personal: { name },
})

export const approveContent = (charters: Charters, vault: SecretVault) =>
  operation({
    name: 'approve-content',
    summary: 'Let content leave the company, as it is or as you edited it.',
    effect: 'write',
    http: { method: 'POST', path: '/content-reviews/{id}/approval', maxBytes: 640 * 1024 },
    input: z.strictObject({
      id: id(),
      content: content().nullable().default(null).describe('The text as it is to be sent; left out, as it was submitted.'),
    }),
    output: contentReviewView,
    target: ({ id }, { db }) => holdContent(db, id),
    allows: decidesContent,
    async run({ content }, context, held) {
      if (!held) throw noSuchContent()
      const { actor, db, now, record } = context
      const { review } = held
      expectWaiting(review, now)
      const person = asPerson(actor)
      const { submitted = '' } = await textsOf(vault, db, review.id)
      const approved = content ?? submitted
      const openedAt = review.opened[person.id]
      const size = sizeOf(differenceOf(submitted, approved))
      const verdict = {
        state: 'approved' as const,
        decidedBy: person.id,
        attended: person.may === null,
        quick: isTooQuick(openedAt === undefined ? null : Temporal.Instant.from(openedAt), now),
        approvedDigest: digestOf(approved),
        ...size,
      }
      const row = await decideReview(db, review.id, verdict, now)
      await callBackNow(db, row.id, now)
      if (approved !== submitted) await keepText(vault, context, { reviewId: row.id, what: 'approved', text: approved })
      const { data, ...about } = said(row, person)
      record(contentApproved({ ...about, data: { ...data, approvedDigest: verdict.approvedDigest, ...size } }))
      const calendar = calendarOf(await charters.inForce(db))
      return presentContent(db, { ...held, review: row }, { submitted, approved }, { actor, calendar, now })
    },
  })

/** A no, by a reviewer or by whoever asked; they differ in who may say it, and in whether it needs a reason. */
const refusing = (
  charters: Charters,
  vault: SecretVault,
  declared: Pick<ReturnType<typeof approveContent>, 'name' | 'summary' | 'http'> & {
    state: 'rejected' | 'withdrawn'
    allows: typeof decidesContent
    entry: typeof contentRejected
  },
) =>
  operation({
    name: declared.name,
    summary: declared.summary,
    effect: 'write',
    ...(declared.http && { http: declared.http }),
    input: z.strictObject({ id: id(), reason: reason().describe('Why, for whoever runs the solution.') }),
    output: contentReviewView,
    target: ({ id }, { db }) => holdContent(db, id),
    allows: declared.allows,
    async run({ reason }, context, held) {
      if (!held) throw noSuchContent()
      const { actor, db, now, record } = context
      expectWaiting(held.review, now)
      const person = asPerson(actor)
      const row = await decideReview(
        db,
        held.review.id,
        { state: declared.state, decidedBy: person.id, attended: person.may === null },
        now,
      )
      await keepText(vault, context, { reviewId: row.id, what: 'reason', text: reason })
      await callBackNow(db, row.id, now)
      record(declared.entry(said(row, person)))
      const calendar = calendarOf(await charters.inForce(db))
      return presentContent(db, { ...held, review: row }, await textsOf(vault, db, row.id), { actor, calendar, now })
    },
  })

export const rejectContent = (charters: Charters, vault: SecretVault) =>
  refusing(charters, vault, {
    name: 'reject-content',
    summary: 'Keep content from leaving the company, and say why.',
    http: { method: 'POST', path: '/content-reviews/{id}/rejection' },
    state: 'rejected',
    allows: decidesContent,
    entry: contentRejected,
  })

export const withdrawContent = (charters: Charters, vault: SecretVault) =>
  refusing(charters, vault, {
    name: 'withdraw-content',
    summary: 'Take content back before anybody decided: it is not sent.',
    http: { method: 'POST', path: '/content-reviews/{id}/withdrawal' },
    state: 'withdrawn',
    allows: withdrawsContent,
    entry: contentWithdrawn,
  })
