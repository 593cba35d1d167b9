import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { factsInput } from '../intake/index.ts'
import { operation } from '../operation.ts'
import { foreseePromise, openReviewOf, reviewKeyOf } from '../review/index.ts'
import { blockerView, solutionKey } from './contract.ts'
import { costs, whatBlocks } from './cost.ts'
import { expectPossible, stateOf } from './lifecycle.ts'
import { speaksForIt, unknownSolution } from './permissions.ts'
import { numberOf } from './solution.ts'
import { solutionByNumber } from './store.ts'
import { weigh } from './weigh.ts'

export const previewEdit = (charters: Charters) =>
  operation({
    name: 'preview-edit',
    summary: 'What declaring these facts of a solution would cost, before anything is saved: noted, at once, a short or a full review …',
    effect: 'read',
    http: { method: 'POST', path: '/solutions/{key}/preview' },
    input: z.strictObject({ key: solutionKey(), facts: factsInput() }),
    output: z.object({
      cost: z.enum(costs),
      tier: z.int().describe('The tier that it would have.'),
      verdict: z.string(),
      changed: z.array(z.string()).describe('Facts that would say something else than the newest declaration.'),
      because: z.array(z.object({ rule: z.string(), because: z.string() })).describe('The rules that decide, in their words.'),
      standsInTheWay: z.array(blockerView).describe('What has to be mended or answered before it can be submitted.'),
      drops: z.string().nullable().describe('The open review that would end, with every sign-off that was given on it.'),
      signOffs: z.array(z.string()).describe('Whose sign-offs it would take.'),
      promise: z
        .object({ by: z.string(), usual: z.string(), expected: z.string(), because: z.enum(['usual', 'queue', 'nobody']) })
        .nullable()
        .describe('By when it would be answered if it were submitted now; null where nobody has to look.'),
    }),
    target: ({ key }, { db }) => solutionByNumber(db, numberOf(key)),
    allows: speaksForIt,
    async run({ facts }, { db, now }, solution) {
      if (!solution) throw unknownSolution()
      expectPossible('edit', stateOf(solution))
      const charter = await charters.inForce(db)
      const { cost, decided, changed, way, draft, digest } = await weigh(db, charter, solution, facts, now)
      const open = draft !== null && draft.materialDigest !== digest ? await openReviewOf(db, 'solution', solution.id) : undefined
      const promised = way && (await foreseePromise({ db, now }, charter, way.lane))
      return {
        cost,
        tier: decided.tier,
        verdict: decided.verdict,
        changed,
        because: [...decided.prohibited, ...decided.reasons].map(({ rule, because }) => ({ rule, because })),
        standsInTheWay: cost === 'noted' ? [] : whatBlocks(decided),
        drops: open ? reviewKeyOf(open.number) : null,
        signOffs: way?.lane.signOffs.map(({ role }) => role) ?? [],
        promise: promised && {
          by: promised.by.toString(),
          usual: promised.usual.toString(),
          expected: promised.expected.toString(),
          because: promised.because,
        },
      }
    },
  })
