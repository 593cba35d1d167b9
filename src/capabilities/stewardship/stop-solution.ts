import { z } from 'zod'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { asPerson } from '../permissions.ts'
import { lockSolution, numberOf, solutionKey, solutionSummary, stopsIt, summaryOf, unknownSolution } from '../registry/index.ts'
import { because } from './contract.ts'
import { stop } from './stopping.ts'

/** No version is asked for: whoever stops something in a hurry does not wait for what somebody else changed meanwhile. */
export const stopSolution = operation({
  name: 'stop-solution',
  summary: 'Stop a solution at once, alone and with a reason; it takes two people to let it run again.',
  effect: 'write',
  http: { method: 'POST', path: '/solutions/{key}/stop' },
  input: z.strictObject({ key: solutionKey(), because: because('What happened, for its owner and for those who look into it.') }),
  output: solutionSummary,
  target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
  allows: stopsIt,
  async run({ because }, { actor, db, now, record, send }, solution) {
    if (!solution) throw unknownSolution()
    const { id: by, human } = asPerson(actor)
    const row = await stop({ db, now, record, send }, solution, { by, human, because })
    return summaryOf(row, await namesOf(db, [row.ownerId]))
  },
})
