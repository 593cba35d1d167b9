import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { solutionKey } from './contract.ts'
import { declareAnew } from './declare-anew.ts'
import { expectPossible, stateOf } from './lifecycle.ts'
import { outcomeOf, outcomeView } from './outcome-of-change.ts'
import { speaksForIt, unknownSolution } from './permissions.ts'
import * as said from './said.ts'
import { numberOf } from './solution.ts'
import { lockSolution } from './store.ts'
import { weigh } from './weigh.ts'

export const removeInspection = (charters: Charters) =>
  operation({
    name: 'remove-inspection',
    summary: 'Let what was read from a solution’s artifact count no longer; that it was read stays on record.',
    effect: 'write',
    http: { method: 'DELETE', path: '/solutions/{key}/inspection' },
    input: z.strictObject({ key: solutionKey(), version: version() }),
    output: outcomeView,
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: speaksForIt,
    async run(_, { actor, db, now, record, send }, solution) {
      if (!solution) throw unknownSolution()
      expectPossible('edit', stateOf(solution))
      const charter = await charters.inForce(db)
      const weighed = await weigh(db, charter, solution, { inspection: { seen: null, id: null } }, now)
      if (weighed.readBefore === null) throw nothingRead()
      const { after, dropped } = await declareAnew({ db, now, record, send }, charter, solution, {
        weighed,
        by: asPerson(actor),
        content: {},
      })
      record(said.counted(after, weighed))
      return outcomeOf(db, charter, weighed, { after, dropped })
    },
  })

const nothingRead = (): Refusal =>
  refuse('conflict', 'nothing-read', 'No file was read for its newest version.', 'There is nothing to remove.', 'key')
