import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { dropReview } from '../review/index.ts'
import { solutionKey, solutionSummary } from './contract.ts'
import { declarationsBeside, updateDeclaration } from './declaration-store.ts'
import { submissionWithdrawn } from './entries.ts'
import { expectPossible, stateOf } from './lifecycle.ts'
import { beside } from './newest.ts'
import { speaksForIt, unknownSolution } from './permissions.ts'
import { summaryOf } from './present.ts'
import * as said from './said.ts'
import { numberOf } from './solution.ts'
import { lockSolution, updateSolution } from './store.ts'

export const withdrawSubmission = operation({
  name: 'withdraw-submission',
  summary: 'Take back what was submitted; its review ends without an outcome.',
  effect: 'write',
  http: { method: 'POST', path: '/solutions/{key}/withdrawal' },
  input: z.strictObject({ key: solutionKey(), version: version() }),
  output: solutionSummary,
  target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
  allows: speaksForIt,
  async run(_, { db, now, record, send }, solution) {
    if (!solution) throw unknownSolution()
    expectPossible('withdraw-submission', stateOf(solution))
    const { draft } = await declarationsBeside(db, solution)
    if (!draft || (draft.state !== 'submitted' && draft.state !== 'in-review'))
      throw refuse('conflict', 'nothing-submitted', 'Nothing of it waits for a review.', 'There is nothing to withdraw.', 'key')
    await dropReview({ db, now, record, send }, { kind: 'solution', subject: solution.id, because: 'withdrawn' })
    const back = await updateDeclaration(db, draft.id, { state: 'draft', submittedAt: null })
    record(said.declarationNow(back))
    const row = await updateSolution(db, solution.id, beside(solution, back), now)
    record(submissionWithdrawn({ ...said.stepOf(row, solution.state, back.id), personal: {} }))
    return summaryOf(row, await namesOf(db, [row.ownerId]))
  },
})
