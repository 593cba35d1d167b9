import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { solutionById, unknownSolution } from '../registry/index.ts'
import type { ReviewKind } from '../review/index.ts'
import { lookAtReview, reviewKey } from '../review/index.ts'
import { looksAgain } from './permissions.ts'

export const showSecondLook = (charters: Charters, kind: ReviewKind) =>
  operation({
    name: 'show-second-look',
    summary: 'What somebody sees who looks once more: what it does and where it runs, and neither its answers nor its tier.',
    effect: 'read',
    http: { method: 'GET', path: '/second-looks/{review}' },
    input: z.strictObject({ review: reviewKey() }),
    output: z.object({
      review: z.string(),
      version: z.int(),
      name: z.string(),
      purpose: z.string(),
      platform: z.string().nullable(),
      platformIds: z.array(z.string()),
      environment: z.string().nullable(),
      answers: z.record(z.string(), z.string()),
    }),
    target: async ({ review }, { db, actor }) => lookAtReview({ charters, kinds: [kind] }, db, review, await actor),
    allows: looksAgain,
    async run({ review }, { db }, held) {
      const row = held && (await solutionById(db, held.review.subject))
      if (!row) throw unknownSolution()
      const { name, purpose, platform, platformIds, environment, answers } = row
      return { review, version: held.version, name, purpose, platform, platformIds, environment, answers }
    },
  })
