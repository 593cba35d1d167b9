import { z } from 'zod'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { factsInput } from '../intake/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { note, solutionKey, solutionName, solutionPurpose, wordsIn, wordsInput } from './contract.ts'
import { declareAnew } from './declare-anew.ts'
import { defined } from './defined.ts'
import { expectPossible, stateOf } from './lifecycle.ts'
import { outcomeOf, outcomeView } from './outcome-of-change.ts'
import { speaksForIt, unknownSolution } from './permissions.ts'
import * as said from './said.ts'
import { numberOf } from './solution.ts'
import { lockSolution } from './store.ts'
import { weigh } from './weigh.ts'

export const editSolution = (charters: Charters) =>
  operation({
    name: 'edit-solution',
    summary: 'Change what a solution is called, does or declares. Wording is noted; whatever an approval covers is declared anew.',
    effect: 'write',
    http: { method: 'PUT', path: '/solutions/{key}' },
    input: z.strictObject({
      key: solutionKey(),
      version: version(),
      name: solutionName(),
      purpose: solutionPurpose(),
      facts: factsInput(),
      ...wordsInput,
      note: note('What changed and why, for those who review it.'),
    }),
    output: outcomeView,
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: speaksForIt,
    async run({ name, purpose, facts, note, ...given }, { actor, db, now, record, send }, solution) {
      if (!solution) throw unknownSolution()
      expectPossible('edit', stateOf(solution))
      const charter = await charters.inForce(db)
      const writing = { db, now, record, send }
      const weighed = await weigh(db, charter, solution, { facts }, now)
      const { cost, decided, changed } = weighed
      const content = { name, purpose, ...defined(wordsIn(given)) }
      const { after, dropped } = await declareAnew(writing, charter, solution, { weighed, by: asPerson(actor), content })
      record(said.edited(after, decided, { cost, declaration: after.draftId, changed, note }))
      return outcomeOf(db, charter, weighed, { after, dropped })
    },
  })
