import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { answersForIt, lockSolution, numberOf, solutionKey, unknownSolution } from '../registry/index.ts'
import { repeatGivenUp } from './callback-store.ts'
import { callbacksRepeated } from './entries.ts'

export const repeatCallbacks = operation({
  name: 'repeat-callbacks',
  summary: 'Tell a solution’s flows once more of verdicts that they could not be told: of one of them, or of all.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/solutions/{key}/content-step/callbacks' },
  input: z.strictObject({
    key: solutionKey(),
    content: id().nullable().default(null).describe('The content whose flow is told; null: all.'),
  }),
  output: z.object({ repeated: z.int() }),
  target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
  allows: answersForIt,
  async run({ content }, { actor, db, now, record }, solution) {
    if (!solution) throw unknownSolution()
    const repeated = await repeatGivenUp(db, solution.id, content, now)
    if (repeated === 0)
      throw refuse('conflict', 'nothing-given-up', 'Nothing of this was given up.', 'What is on its way is tried again by itself.', 'key')
    const subject = { kind: 'content-callback', id: solution.id, version: null, digest: null }
    record(callbacksRepeated({ subject, data: { solution: solution.id, repeated, by: asPerson(actor).id }, personal: {} }))
    return { repeated }
  },
})
