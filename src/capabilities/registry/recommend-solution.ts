import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { solutionKey, solutionSummary } from './contract.ts'
import { solutionRecommended } from './entries.ts'
import { recommendsIt, unknownSolution } from './permissions.ts'
import { summaryOf } from './present.ts'
import * as said from './said.ts'
import { numberOf } from './solution.ts'
import { lockSolution, updateSolution } from './store.ts'

export const recommendSolution = operation({
  name: 'recommend-solution',
  summary: 'Recommend an approved solution as a template for others, or no longer. Its name and purpose are then shown to everybody.',
  effect: 'write',
  http: { method: 'POST', path: '/solutions/{key}/recommendation' },
  input: z.strictObject({ key: solutionKey(), version: version(), reusable: z.boolean() }),
  output: solutionSummary,
  target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
  allows: recommendsIt,
  async run({ reusable }, { db, now, record }, solution) {
    if (!solution) throw unknownSolution()
    if (reusable && solution.runningId === null)
      throw refuse('conflict', 'not-approved', 'Nobody has approved it.', 'Recommend what was approved.', 'key')
    const row = await updateSolution(db, solution.id, { reusable }, now)
    record(solutionRecommended({ ...said.stepOf(row, solution.state, row.runningId), personal: {} }))
    return summaryOf(row, await namesOf(db, [row.ownerId]))
  },
})
