import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { text, version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { asPerson } from '../permissions.ts'
import {
  declarationNow,
  declarationsBeside,
  expectPossible,
  lockSolution,
  numberOf,
  openLane,
  rulingsOf,
  solutionKey,
  solutionSummary,
  speaksForIt,
  stateOf,
  stepOf,
  summaryOf,
  unknownSolution,
  updateDeclaration,
  updateSolution,
} from '../registry/index.ts'
import { openReviewOf, reviewKeyOf, signersOf } from '../review/index.ts'
import { appealMade } from './entries.ts'

export const appealDecision = (charters: Charters) =>
  operation({
    name: 'appeal-decision',
    summary: 'Ask that another person looks at a no; once for each declaration, within the promise of its tier.',
    effect: 'write',
    http: { method: 'POST', path: '/solutions/{key}/appeal' },
    input: z.strictObject({
      key: solutionKey(),
      version: version(),
      reason: text(2_000, { lines: true }).describe('Why the answer should be another one.'),
    }),
    output: solutionSummary.extend({ review: z.object({ key: z.string(), promisedBy: z.string() }) }),
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: speaksForIt,
    async run({ reason }, { actor, db, now, record, send }, solution) {
      if (!solution) throw unknownSolution()
      expectPossible('appeal', stateOf(solution))
      const { draft } = await declarationsBeside(db, solution)
      if (!draft || (draft.state !== 'refused' && draft.state !== 'referred')) throw nothingToAppeal()
      if (draft.appealedAt !== null || (await openReviewOf(db, 'solution', solution.id))) throw appealedAlready()

      const { id, human } = asPerson(actor)
      const signed = draft.reviewId === null ? [] : await signersOf(db, draft.reviewId)
      const ruled = await rulingsOf(db, solution.id)
      const appealed = await updateDeclaration(db, draft.id, { appealedAt: now })
      record(declarationNow(appealed))
      const row = await updateSolution(db, solution.id, {}, now)
      record(appealMade({ ...stepOf(row, solution.state, draft.id), personal: { reason } }))
      const review = await openLane({ db, now, record, send }, await charters.inForce(db), row, appealed, {
        purpose: 'appeal',
        by: { id, human },
        note: reason,
        excluded: [...new Set([...signed.map(each => each.human), ...ruled.map(({ ruledByHuman }) => ruledByHuman)])],
        role: signed.find(({ state }) => state === 'rejected')?.role,
      })
      return {
        ...summaryOf(row, await namesOf(db, [row.ownerId])),
        review: { key: reviewKeyOf(review.number), promisedBy: review.promise.by },
      }
    },
  })

const nothingToAppeal = (): Refusal =>
  refuse('conflict', 'nothing-to-appeal', 'Nobody said no to its newest declaration.', 'There is nothing to appeal.', 'key')

const appealedAlready = (): Refusal =>
  refuse(
    'conflict',
    'appealed-already',
    'Another person was asked to look at this already, and that can be done once.',
    'Change what it does, and declare that.',
    'key',
  )
