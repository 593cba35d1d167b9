import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { conditionsOfEach, openReviewsOfEach, reviewKeyOf } from '../review/index.ts'
import { acts, actsOf, holdsBack, nextAct } from './acts.ts'
import { solutionSummary } from './contract.ts'
import { declarationsOf } from './declaration-store.ts'
import { stateOf } from './lifecycle.ts'
import { wholeSolutionsOf } from './list-store.ts'
import { summaryOf } from './present.ts'
import { standing } from './standing.ts'
import { byUrgency } from './urgency.ts'

/** Who answers for more has an office: their list is that of all solutions, page by page. */
const MOST = 100

export const listMySolutions = (charters: Charters) =>
  operation({
    name: 'list-my-solutions',
    summary: 'What one builds, owns or stands in for, the most urgent first, each with what is asked of one next.',
    effect: 'read',
    http: { method: 'GET', path: '/me/solutions' },
    input: z.strictObject({}),
    output: z.object({
      solutions: z.array(
        solutionSummary.extend({
          next: z.enum(acts).nullable().describe('What is asked of the asking person next; null where nothing is.'),
          expired: z.boolean(),
          expiresInDays: z.int().nullable(),
          conditionsOpen: z.int(),
          conditionsLate: z.int(),
          review: z.object({ key: z.string(), dueAt: z.string() }).nullable(),
        }),
      ),
      more: z.boolean().describe(`Whether one has more than ${MOST}; then they stand in the list of all solutions.`),
    }),
    allows: personsOnly,
    async run(_, { actor, db, scope, now }) {
      const { rows, more } = await wholeSolutionsOf(db, scope, { party: asPerson(actor).id }, { limit: MOST, before: undefined })
      const { business, entry } = (await charters.inForce(db)).documents['calendar.yaml']
      const ids = rows.map(({ id }) => id)
      const declarations = await declarationsOf(
        db,
        rows.flatMap(({ draftId }) => (draftId === null ? [] : [draftId])),
      )
      const conditions = await conditionsOfEach(db, 'solution', ids)
      const reviews = await openReviewsOfEach(db, 'solution', ids)
      const names = await namesOf(
        db,
        rows.map(({ ownerId }) => ownerId),
      )
      const mine = rows.map(row => {
        const draft = row.draftId === null ? null : (declarations.get(row.draftId) ?? null)
        const about = conditions.get(row.id) ?? []
        const open = about.filter(({ state }) => state === 'open')
        const review = reviews.get(row.id)
        // Whoever sees it here still works here; an owner who is gone shows on its page.
        const stands = standing({ solution: row, conditions: about, handoverOpen: false, ownerGoneSince: null }, now, business.timeZone)
        const situation = {
          state: stateOf(row),
          draft,
          running: row.runningId !== null,
          underReview: review !== undefined,
          conditionsOpen: open.length > 0,
          sandboxUntil: row.sandboxUntil,
          undoUntil: row.retired && Temporal.Instant.from(row.retired.undoUntil),
        }
        return {
          ...summaryOf(row, names),
          next: nextAct({
            may: actsOf(actor, row, situation, now),
            draft,
            standing: stands,
            conditionsBefore: about.filter(holdsBack).length,
            noticeDays: Math.max(...entry.noticeDays),
          }),
          expired: stands.expired,
          expiresInDays: stands.expiresInDays,
          conditionsOpen: stands.conditionsOpen,
          conditionsLate: stands.conditionsLate,
          review: review ? { key: reviewKeyOf(review.number), dueAt: review.dueAt.toString() } : null,
        }
      })
      return { solutions: mine.toSorted(byUrgency), more }
    },
  })
