import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { answersForIt, blockerView, numberOf, solutionByNumber, solutionKey, unknownSolution, validUntil } from '../registry/index.ts'
import { confirmation } from './confirmation.ts'

export const showRecertification = (charters: Charters) =>
  operation({
    name: 'show-recertification',
    summary: 'What was said of a solution last time, for its owner to confirm or correct, and until when a confirmation would hold.',
    effect: 'read',
    http: { method: 'GET', path: '/solutions/{key}/recertification' },
    input: z.strictObject({ key: solutionKey() }),
    output: z.object({
      facts: z.record(z.string(), z.unknown()).describe('As they were approved.'),
      approvedAt: z.string().nullable(),
      confirmedAt: z.string().nullable().describe('When somebody last said that nothing changed.'),
      expiresAt: z.string().nullable(),
      wouldHoldUntil: z.string(),
      standsInTheWay: z.array(blockerView).describe('Why “nothing changed” can’t be said; then it is edited instead.'),
    }),
    target: ({ key }, { db }) => solutionByNumber(db, numberOf(key)),
    allows: answersForIt,
    async run(_, { db, now }, solution) {
      if (!solution) throw unknownSolution()
      const charter = await charters.inForce(db)
      const { facts, approvedAt, standsInTheWay } = await confirmation(db, charter, solution, now)
      return {
        facts,
        approvedAt: approvedAt?.toString() ?? null,
        confirmedAt: solution.recertifiedAt?.toString() ?? null,
        expiresAt: solution.expiresAt?.toString() ?? null,
        wouldHoldUntil: validUntil(charter, facts['kind'], now).toString(),
        standsInTheWay,
      }
    },
  })
