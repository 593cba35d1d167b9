import { z } from 'zod'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { asPerson } from '../permissions.ts'
import {
  expectPossible,
  lockSolution,
  numberOf,
  solutionKey,
  solutionSummary,
  stateOf,
  stepOf,
  summaryOf,
  unknownSolution,
  updateSolution,
} from '../registry/index.ts'
import { because } from './contract.ts'
import { solutionStopped } from './entries.ts'
import { stopsIt } from './permissions.ts'

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
  async run({ because }, { actor, db, now, record }, solution) {
    if (!solution) throw unknownSolution()
    expectPossible('stop', stateOf(solution))
    const { id: by, human } = asPerson(actor)
    const row = await updateSolution(db, solution.id, { state: 'suspended', stopped: { by, human, at: now.toString(), because } }, now)
    record(solutionStopped({ ...stepOf(row, solution.state, row.runningId), personal: { because } }))
    return summaryOf(row, await namesOf(db, [row.ownerId]))
  },
})
