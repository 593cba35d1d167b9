import { z } from 'zod'
import { canonical } from '#src/kernel/canonical.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { text, version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { factsInput } from '../intake/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { declarationById, decideTold, unknownSolution } from '../registry/index.ts'
import type { ReviewKind } from '../review/index.ts'
import { holdReview, reviewKey, settleReview } from '../review/index.ts'
import { secondLookRecorded } from './entries.ts'
import { secondLooks } from './governed.ts'
import { looksAgain } from './permissions.ts'
import { insertSecondLook } from './store.ts'

export const recordSecondLook = (charters: Charters, kind: ReviewKind) =>
  operation({
    name: 'record-second-look',
    summary: 'Say which facts one sees in what was approved; the tier follows from them and is compared with the approved one.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/second-looks/{review}' },
    input: z.strictObject({
      review: reviewKey(),
      version: version(),
      facts: factsInput(),
      reason: text(2_000, { lines: true }).describe('How one came to see them so.'),
    }),
    output: z.object({
      same: z.boolean(),
      tier: z.int().describe('The tier that it was approved in.'),
      seenTier: z.int().describe('The tier that the facts as seen lead to.'),
      because: z.array(z.string()),
    }),
    target: async ({ review }, { db, actor }) => holdReview({ charters, kinds: [kind] }, db, review, await actor),
    allows: looksAgain,
    async run({ facts, reason }, { actor, db, now, record, send }, held) {
      const declaration = held && (await declarationById(db, held.review.matter))
      if (!declaration) throw unknownSolution()
      const { review, charter } = held
      if (review.endedAt !== null)
        throw refuse('conflict', 'review-over', 'This second look was given already.', 'There is nothing to do.', 'review')
      const seen = decideTold(charter, { declared: facts, inspection: null, ruled: {} }, now)
      const { id, human } = asPerson(actor)
      const row = await insertSecondLook(
        db,
        {
          reviewId: review.id,
          solutionId: declaration.solutionId,
          declarationId: declaration.id,
          tier: declaration.tier,
          seenTier: seen.tier,
          facts,
          lookedBy: id,
          lookedByHuman: human,
        },
        now,
      )
      record(
        secondLookRecorded({
          subject: secondLooks.subject(row),
          data: {
            solution: row.solutionId,
            declaration: row.declarationId,
            review: review.id,
            by: id,
            tier: row.tier,
            seenTier: row.seenTier,
          },
          personal: { facts: canonical(row.facts), reason },
        }),
      )
      const same = row.tier === row.seenTier
      await settleReview({ db, now, record, send }, { kind, charter }, review, {
        outcome: same ? 'approved' : 'returned',
        by: [id],
        reasons: [reason],
      })
      return { same, tier: row.tier, seenTier: row.seenTier, because: seen.reasons.map(({ because }) => because) }
    },
  })
