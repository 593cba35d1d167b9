import { z } from 'zod'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { answersForIt, numberOf, solutionByNumber, solutionKey, unknownSolution } from '../registry/index.ts'
import { pageOfGivenUp } from './callback-store.ts'
import { verdictOf } from './content-review.ts'
import { contentCallbackView } from './contract.ts'

export const listCallbacks = operation({
  name: 'list-callbacks',
  summary: 'Verdicts that a solution’s flows could not be told of, since when and why; the newest content first.',
  effect: 'read',
  http: { method: 'GET', path: '/solutions/{key}/content-step/callbacks' },
  input: z.strictObject({
    key: solutionKey(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    behind: id().optional().describe('`next` of the page before.'),
  }),
  output: z.object({
    callbacks: z.array(contentCallbackView),
    next: z.string().nullable().describe('Pass it as `behind` for the next page; null on the last one.'),
  }),
  target: ({ key }, { db }) => solutionByNumber(db, numberOf(key)),
  allows: answersForIt,
  async run({ limit, behind }, { db, now }, solution) {
    if (!solution) throw unknownSolution()
    const found = await pageOfGivenUp(db, solution.id, { limit: limit + 1, behind })
    const rows = found.slice(0, limit)
    return {
      callbacks: rows.map(row => ({
        id: row.id,
        kind: row.kind,
        recipient: row.recipient,
        verdict: verdictOf(row, now),
        since: (row.decidedAt ?? row.dueAt).toString(),
        tries: row.tries,
        trouble: row.trouble,
      })),
      next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
    }
  },
})
