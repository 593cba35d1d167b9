import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import type { Db } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { answersForIt, lockSolution, numberOf, solutionKey, unknownSolution } from '../registry/index.ts'
import { contentStepView, deadlineMinutes } from './contract.ts'
import { contentReviewersNamed } from './entries.ts'
import { contentSteps } from './governed.ts'
import { keepStep, stepOf } from './store.ts'
import { stepView } from './show-content-step.ts'

/** Whoever answers for a solution names who looks at what it writes; that may be who built it. */
export const nameContentReviewers = operation({
  name: 'name-content-reviewers',
  summary: 'Name who looks at what a solution writes before it leaves the company, and how long that may take.',
  effect: 'write',
  attended: true,
  http: { method: 'PUT', path: '/solutions/{key}/content-step' },
  input: z.strictObject({
    key: solutionKey(),
    version: z.int().min(0).describe('The version that you read; 0 where nobody was named yet.'),
    reviewers: z
      .array(z.string().max(200))
      .min(1, 'Name at least one person.')
      .max(20, 'Name at most 20 people.')
      .refine(all => new Set(all).size === all.length, 'Name each person once.')
      .describe('Ids of those who may decide.'),
    deadlineMinutes: deadlineMinutes().describe('How long content may wait at most, in minutes of working time.'),
    keepDays: z
      .int('Write a whole number of days.')
      .min(1, 'At least one day.')
      .max(90, 'At most 90 days.')
      .default(14)
      .describe('How many days after its verdict a text is kept.'),
  }),
  output: contentStepView,
  target: async ({ key }, { db }) => {
    const solution = await lockSolution(db, numberOf(key))
    return solution && { solution, version: (await stepOf(db, solution.id))?.version ?? 0 }
  },
  allows: (actor, held) => answersForIt(actor, held?.solution),
  async run({ reviewers, deadlineMinutes, keepDays }, { actor, db, now, record }, held) {
    if (!held) throw unknownSolution()
    const { solution } = held
    await expectHere(db, reviewers)
    const { id: namedBy } = asPerson(actor)
    const row = await keepStep(db, { id: solution.id, reviewers: reviewers.toSorted(), deadlineMinutes, keepDays, namedBy }, now)
    record(
      contentReviewersNamed({
        subject: contentSteps.subject(row),
        data: { solution: solution.id, reviewers: row.reviewers, deadlineMinutes, keepDays, by: namedBy },
        personal: {},
      }),
    )
    return stepView({ db, actor, now }, solution)
  },
})

/** @throws Refusal `reviewer-not-here` naming nobody: who is gone is not for everybody to know. */
const expectHere = async (db: Db, reviewers: readonly string[]): Promise<void> => {
  const active = await db.selectFrom('person').select('id').where('id', 'in', reviewers).where('state', '=', 'active').execute()
  if (active.length < reviewers.length)
    throw refuse(
      'invalid',
      'reviewer-not-here',
      'Somebody among them is not here, or not any more.',
      'Choose people from the list.',
      'reviewers',
    )
}
