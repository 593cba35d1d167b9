import { z } from 'zod'
import { Refusal } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import {
  answersForIt,
  expectPossible,
  lockSolution,
  note,
  numberOf,
  solutionKey,
  solutionSummary,
  stateOf,
  stepOf,
  summaryOf,
  unknownSolution,
  updateSolution,
  validUntil,
} from '../registry/index.ts'
import { confirmation } from './confirmation.ts'
import { solutionRecertified } from './entries.ts'

export const recertifySolution = (charters: Charters) =>
  operation({
    name: 'recertify-solution',
    summary: 'Confirm that an entry is still true, which extends it; whoever finds that something changed declares that first.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/solutions/{key}/recertification' },
    input: z.strictObject({
      key: solutionKey(),
      version: version(),
      unchanged: z
        .literal(true, 'Say that nothing changed, or change the entry instead.')
        .describe('Nothing changed since the entry was last true.'),
      note: note('Anything that whoever reads this next year should know.'),
    }),
    output: solutionSummary,
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: answersForIt,
    async run({ note }, { db, now, record }, solution) {
      if (!solution) throw unknownSolution()
      expectPossible('recertify', stateOf(solution))
      const charter = await charters.inForce(db)
      const { facts, standsInTheWay } = await confirmation(db, charter, solution, now)
      if (standsInTheWay.length > 0)
        throw new Refusal('conflict', 'not-confirmable', '“Nothing changed” can’t be said of it.', standsInTheWay)
      const row = await updateSolution(db, solution.id, { recertifiedAt: now, expiresAt: validUntil(charter, facts['kind'], now) }, now)
      record(solutionRecertified({ ...stepOf(row, solution.state, row.runningId), personal: { note } }))
      return summaryOf(row, await namesOf(db, [row.ownerId]))
    },
  })
