import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import {
  expectPossible,
  isOver,
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
import { retirementUndone } from './entries.ts'
import { takesBack } from './permissions.ts'

export const undoRetirement = operation({
  name: 'undo-retirement',
  summary: 'Take a retirement back while that is possible; what ran has to go live again.',
  effect: 'write',
  http: { method: 'POST', path: '/solutions/{key}/retirement/undo' },
  input: z.strictObject({ key: solutionKey(), version: version() }),
  output: solutionSummary,
  target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
  allows: takesBack,
  async run(_, { db, now, record }, solution) {
    if (!solution) throw unknownSolution()
    expectPossible('undo-retirement', stateOf(solution))
    const { retired } = solution
    if (!retired || isOver(Temporal.Instant.from(retired.undoUntil), now))
      throw refuse(
        'conflict',
        'undo-over',
        'The days in which it could be taken back are over.',
        'Register it anew; what it was stays on record.',
        'key',
      )
    const state = retired.from === 'active' ? 'approved' : retired.from
    const row = await updateSolution(db, solution.id, { state, retired: null, stopped: retired.stopped }, now)
    record(retirementUndone({ ...stepOf(row, solution.state, row.runningId ?? row.draftId), personal: {} }))
    return summaryOf(row, await namesOf(db, [row.ownerId]))
  },
})
