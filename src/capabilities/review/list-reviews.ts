import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { operation } from '../operation.ts'
import { language, reviewKey, reviewSummary } from './contract.ts'
import type { ReviewParts } from './held.ts'
import { seesQueue, unknownReview } from './permissions.ts'
import { endOfToday, presentReviews } from './present.ts'
import { countOpen, pageOfReviews, views } from './queue-store.ts'
import { keyOf, numberOf, reviewByNumber } from './store.ts'

export const listReviews = ({ charters, kinds }: ReviewParts) =>
  operation({
    name: 'list-reviews',
    summary: 'The queue: what is open, least working time left first; or what was decided, newest first.',
    effect: 'read',
    http: { method: 'GET', path: '/reviews' },
    input: z.strictObject({
      view: z.enum(views).default('open'),
      language: language(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      after: reviewKey().optional().describe('Go on behind this review.'),
    }),
    output: z.object({
      reviews: z.array(reviewSummary),
      next: z.string().nullable(),
      counts: z.object({ open: z.int(), mine: z.int(), unassigned: z.int(), dueToday: z.int(), late: z.int(), paused: z.int() }),
    }),
    allows: seesQueue,
    beside: db => charters.inForce(db),
    async run({ view, language, limit, after }, { actor, db, now, beside: charter }) {
      const person = actor.kind === 'person' ? actor.id : ''
      const today = endOfToday(calendarOf(charter), now)
      const behind = after === undefined ? undefined : await reviewByNumber(db, numberOf(after))
      if (after !== undefined && !behind) throw unknownReview()
      const [rows, counts] = await Promise.all([
        pageOfReviews(db, { view, person, now, endOfToday: today, limit, after: behind }),
        countOpen(db, person, now, today),
      ])
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        reviews: await presentReviews(db, page, kinds, { charter, language, now, today }),
        next: rows.length > limit && last ? keyOf(last.number) : null,
        counts,
      }
    },
  })
