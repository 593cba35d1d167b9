import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { id } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import type { SecretVault } from '../vault/index.ts'
import { contentReviewView } from './contract.ts'
import { seenContent } from './held.ts'
import { noSuchContent, seesContent } from './permissions.ts'
import { presentContent } from './present.ts'
import { textsOf } from './texts.ts'

/** Less than a connection may be silent at the door. */
const MOST_SECONDS = 25

export const showContentReview = (charters: Charters, vault: SecretVault) =>
  operation({
    name: 'show-content-review',
    summary: 'One piece of content: what became of it, and what may be sent.',
    effect: 'read',
    http: { method: 'GET', path: '/content-reviews/{id}' },
    input: z.strictObject({
      id: id(),
      wait: z.coerce
        .number()
        .int()
        .min(0)
        .max(MOST_SECONDS, `At most ${MOST_SECONDS} seconds; ask again then.`)
        .default(0)
        .describe('Over HTTP: how many seconds to wait for a verdict before answering that there is none yet.'),
    }),
    output: contentReviewView,
    target: ({ id }, { db }) => seenContent(db, id),
    allows: seesContent,
    waits: ({ verdict }) => verdict === 'waiting',
    async run(_, { actor, db, now }, held) {
      if (!held) throw noSuchContent()
      const calendar = calendarOf(await charters.inForce(db))
      return presentContent(db, held, await textsOf(vault, db, held.review.id), { actor, calendar, now })
    },
  })
