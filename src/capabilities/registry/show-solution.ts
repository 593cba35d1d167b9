import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { language } from '../intake/index.ts'
import { operation } from '../operation.ts'
import { solutionKey, solutionView } from './contract.ts'
import type { KeptBeside } from './page-of-solution.ts'
import { solutionPage } from './page-of-solution.ts'
import { seesIt, unknownSolution } from './permissions.ts'
import { numberOf } from './solution.ts'
import { solutionAndAbout } from './store.ts'

export const showSolution = (charters: Charters, beside: KeptBeside) =>
  operation({
    name: 'show-solution',
    summary: 'One solution with its declarations, its review, what it still needs, what is found about it and its history.',
    effect: 'read',
    http: { method: 'GET', path: '/solutions/{key}' },
    input: z.strictObject({ key: solutionKey(), language: language() }),
    output: solutionView,
    target: ({ key }, { db }) => solutionAndAbout(db, numberOf(key)),
    allows: (actor, solution) => seesIt(actor, solution),
    async run({ language }, { actor, scope, db, now }, solution) {
      if (!solution) throw unknownSolution()
      return solutionPage(db, { charters, beside }, solution, { actor, scope, language, now })
    },
  })
