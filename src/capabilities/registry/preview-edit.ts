import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { factsInput } from '../intake/index.ts'
import { operation } from '../operation.ts'
import { solutionKey } from './contract.ts'
import { expectPossible, stateOf } from './lifecycle.ts'
import { speaksForIt, unknownSolution } from './permissions.ts'
import { priceOf, priceView } from './price.ts'
import { numberOf } from './solution.ts'
import { solutionByNumber } from './store.ts'
import { weigh } from './weigh.ts'

export const previewEdit = (charters: Charters) =>
  operation({
    name: 'preview-edit',
    summary: 'What declaring these facts of a solution would cost, before anything is saved: noted, at once, a short or a full review …',
    effect: 'read',
    http: { method: 'POST', path: '/solutions/{key}/preview' },
    input: z.strictObject({ key: solutionKey(), facts: factsInput() }),
    output: priceView,
    target: ({ key }, { db }) => solutionByNumber(db, numberOf(key)),
    allows: speaksForIt,
    async run({ facts }, { db, now }, solution) {
      if (!solution) throw unknownSolution()
      expectPossible('edit', stateOf(solution))
      const charter = await charters.inForce(db)
      return priceOf(db, charter, solution, await weigh(db, charter, solution, { facts }, now), now)
    },
  })
