import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { id } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import type { SecretVault } from '../vault/index.ts'
import { expectWaiting } from './content-review.ts'
import { contentReviewView } from './contract.ts'
import { contentOpened } from './entries.ts'
import { contentReviews } from './governed.ts'
import { holdContent } from './held.ts'
import { decidesContent, noSuchContent } from './permissions.ts'
import { presentContent } from './present.ts'
import { openFor } from './store.ts'
import { textsOf } from './texts.ts'

/** Notes when content was first shown to a reviewer: from there on it counts how long they had to read it. */
export const openContentReview = (charters: Charters, vault: SecretVault) =>
  operation({
    name: 'open-content-review',
    summary: 'Show content to one of its reviewers, and note when that first was.',
    effect: 'write',
    http: { method: 'POST', path: '/content-reviews/{id}/opening' },
    input: z.strictObject({ id: id() }),
    output: contentReviewView,
    target: ({ id }, { db }) => holdContent(db, id),
    allows: decidesContent,
    async run(_, { actor, db, now, record }, held) {
      if (!held) throw noSuchContent()
      const { id: by } = asPerson(actor)
      const { review } = held
      expectWaiting(review, now)
      if (review.opened[by] !== undefined)
        throw refuse('conflict', 'content-opened', 'You have seen this content before.', 'Look at it; nothing has to be noted.', 'id')
      const row = await openFor(db, review, by, now)
      record(
        contentOpened({ subject: contentReviews.subject(row), data: { solution: row.solutionId, digest: row.digest, by }, personal: {} }),
      )
      const calendar = calendarOf(await charters.inForce(db))
      return presentContent(db, { ...held, review: row }, await textsOf(vault, db, row.id), { actor, calendar, now })
    },
  })
