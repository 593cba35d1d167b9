import { z } from 'zod'
import { operation } from '../operation.ts'
import { solutionKey, solutionView } from './contract.ts'
import { seesIt, unknownSolution } from './permissions.ts'
import { solutionPage } from './present.ts'
import { numberOf } from './solution.ts'
import { solutionByNumber } from './store.ts'

export const showSolution = operation({
  name: 'show-solution',
  summary: 'One solution with its declared facts and its history.',
  effect: 'read',
  http: { method: 'GET', path: '/solutions/{key}' },
  input: z.strictObject({ key: solutionKey() }),
  output: solutionView,
  target: ({ key }, { db }) => solutionByNumber(db, numberOf(key)),
  allows: seesIt,
  run: (_, { db }, solution) => {
    if (!solution) throw unknownSolution()
    return solutionPage(db, solution)
  },
})
