import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import {
  daysFrom,
  expectNotStopped,
  expectPossible,
  isOver,
  lockSolution,
  numberOf,
  solutionKey,
  speaksForIt,
  stateOf,
  stepOf,
  unknownSolution,
  updateSolution,
} from '../registry/index.ts'
import { sandboxStarted } from './entries.ts'

export const startSandbox = (charters: Charters) =>
  operation({
    name: 'start-sandbox',
    summary: 'Build and try a solution before it is approved, with public and made-up data and by its makers only.',
    effect: 'write',
    http: { method: 'POST', path: '/solutions/{key}/sandbox' },
    input: z.strictObject({ key: solutionKey(), version: version() }),
    output: z.object({
      until: z.string(),
      dataClasses: z.array(z.string()).describe('Kinds of data that may be used there, besides made-up ones.'),
      spendCap: z.object({ amount: z.number(), currency: z.string() }),
      says: z.string(),
    }),
    target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
    allows: speaksForIt,
    async run(_, { db, now, record }, solution) {
      if (!solution) throw unknownSolution()
      expectPossible('start-sandbox', stateOf(solution))
      if (solution.sandboxUntil !== null && !isOver(solution.sandboxUntil, now))
        throw refuse('conflict', 'sandbox-open', 'It has a sandbox already.', 'Use that one; a new one can follow it.', 'key')
      await expectNotStopped(db, solution, solution.facts)
      const charter = await charters.inForce(db)
      const { days, spendCap, currency } = charter.documents['calendar.yaml'].sandbox
      const row = await updateSolution(db, solution.id, { sandboxUntil: daysFrom(charter, now, days) }, now)
      record(sandboxStarted({ ...stepOf(row, solution.state, row.draftId), personal: {} }))
      return {
        until: row.sandboxUntil?.toString() ?? '',
        dataClasses: ['public'],
        spendCap: { amount: spendCap, currency },
        says: 'You may build and test now with public and made-up data. Sharing it waits for the approval.',
      }
    },
  })
