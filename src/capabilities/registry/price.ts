import { z } from 'zod'
import type { Charter } from '#src/engines/charter/index.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { foreseePromise, openReviewOf, reviewKeyOf, signOffsOf } from '../review/index.ts'
import { beforeSubmission } from './before-submission.ts'
import { blockerView, personRef } from './contract.ts'
import { costs } from './cost.ts'
import { personIn } from './present.ts'
import type { SolutionRow } from './store.ts'
import type { Weighed } from './weigh.ts'

/** What a change costs, before anything is saved. */
export const priceView = z.object({
  cost: z.enum(costs),
  tier: z.int().describe('The tier that it would have.'),
  verdict: z.string(),
  changed: z.array(z.string()).describe('Facts that would say something else than the newest declaration.'),
  because: z.array(z.object({ rule: z.string(), because: z.string() })).describe('The rules that decide, in their words.'),
  standsInTheWay: z.array(blockerView).describe('What has to be mended or answered before it can be submitted.'),
  drops: z.string().nullable().describe('The open review that would end, with every sign-off that was given on it.'),
  falling: z.array(z.object({ role: z.string(), by: personRef })).describe('The yeses given on it so far, which would fall.'),
  signOffs: z.array(z.string()).describe('Whose sign-offs it would take.'),
  promise: z
    .object({ by: z.string(), usual: z.string(), expected: z.string(), because: z.enum(['usual', 'queue', 'nobody']) })
    .nullable()
    .describe('By when it would be answered if it were submitted now; null where nobody has to look.'),
})

/** What doing what was weighed would take, as the previews say it. */
export const priceOf = async (
  db: Db,
  charter: Charter,
  solution: SolutionRow,
  { cost, decided, changed, way, draft, digest, facts }: Weighed,
  now: Temporal.Instant,
): Promise<z.input<typeof priceView>> => {
  const open = draft !== null && draft.materialDigest !== digest ? await openReviewOf(db, 'solution', solution.id) : undefined
  const given = (open ? await signOffsOf(db, [open.id]) : []).flatMap(({ role, state, decidedBy }) =>
    state === 'approved' && decidedBy !== null ? [{ role, decidedBy }] : [],
  )
  const names = await namesOf(
    db,
    given.map(({ decidedBy }) => decidedBy),
  )
  const promised = way && (await foreseePromise({ db, now }, charter, way.lane))
  return {
    cost,
    tier: decided.tier,
    verdict: decided.verdict,
    changed,
    because: [...decided.prohibited, ...decided.reasons].map(({ rule, because }) => ({ rule, because })),
    standsInTheWay: beforeSubmission(charter, cost, decided, { facts, answers: solution.answers }),
    drops: open ? reviewKeyOf(open.number) : null,
    falling: given.map(({ role, decidedBy }) => ({ role, by: personIn(names, decidedBy) })),
    signOffs: way?.lane.signOffs.map(({ role }) => role) ?? [],
    promise: promised && {
      by: promised.by.toString(),
      usual: promised.usual.toString(),
      expected: promised.expected.toString(),
      because: promised.because,
    },
  }
}
