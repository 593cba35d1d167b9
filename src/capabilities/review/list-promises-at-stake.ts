import { z } from 'zod'
import { operation } from '../operation.ts'
import { openByPromise, stepsDue } from './at-stake.ts'
import type { ReviewParts } from './held.ts'
import { seesQueue } from './permissions.ts'
import { keyOf } from './store.ts'

export const listPromisesAtStake = ({ charters }: ReviewParts) =>
  operation({
    name: 'list-promises-at-stake',
    summary: 'Sign-offs that somebody else should take now, or whose promise is about to break.',
    effect: 'read',
    http: { method: 'GET', path: '/reviews/at-stake' },
    input: z.strictObject({}),
    output: z.object({
      due: z.array(
        z.object({
          review: z.string(),
          role: z.string(),
          reassign: z.enum(['away', 'unassigned', 'not-begun']).nullable().describe('Why somebody else should take it.'),
          tell: z.boolean().describe('Whether those who lead are told.'),
        }),
      ),
    }),
    allows: seesQueue,
    async run(_, { db, now }) {
      const due = await stepsDue({ db, now }, await charters.inForce(db), await openByPromise({ db, now }))
      return {
        due: due.map(({ review, signOff, step }) => ({
          review: keyOf(review.number),
          role: signOff.role,
          reassign: step.reassign,
          tell: step.tell,
        })),
      }
    },
  })
