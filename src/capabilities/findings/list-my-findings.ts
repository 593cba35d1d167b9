import { z } from 'zod'
import { hasRole } from '#src/kernel/actor.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { findingCounts, findingView } from './contract.ts'
import { countFindings, pageOfFindings } from './list-store.ts'
import { presentFindings } from './present.ts'

/** How many of one’s own it names; more stand in the list of all findings. */
const MOST = 50
/** Of reviews the gravest do: whoever keeps the queue sees the rest there. */
const FEW = 6

export const listMyFindings = operation({
  name: 'list-my-findings',
  summary:
    'What is open of findings that are one’s own part, about reviews for whoever keeps their promises, and how many are open in all.',
  effect: 'read',
  http: { method: 'GET', path: '/me/findings' },
  input: z.strictObject({}),
  output: z.object({
    own: z.array(findingView).describe('Handed to you, about you, or about what you build, own or stand in for; the gravest at the top.'),
    reviews: z
      .array(findingView)
      .describe('For reviewers of the center of excellence: promises at stake or broken, second looks not taken.'),
    counts: findingCounts.describe('How many are open of all that you may see.'),
  }),
  allows: personsOnly,
  async run(_, { actor, db, now, scope }) {
    const open = { state: 'open', unassigned: false } as const
    const own = await pageOfFindings(db, { kind: 'some', person: asPerson(actor).id, units: [] }, open, MOST, undefined)
    const reviews = hasRole(actor, 'coe-reviewer') ? await pageOfFindings(db, scope, { ...open, kind: 'review' }, FEW, undefined) : []
    return {
      own: await presentFindings(db, own.slice(0, MOST), now),
      reviews: await presentFindings(db, reviews.slice(0, FEW), now),
      counts: await countFindings(db, scope, open),
    }
  },
})
