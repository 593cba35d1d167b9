import { z } from 'zod'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { solutionKey, solutionSummary } from './contract.ts'
import { filters, wantedFor } from './filters.ts'
import { COUNTED, COUNTED_EXPIRING, COUNTED_NARROWED, solutionsOf } from './list-store.ts'
import { summaryOf } from './present.ts'
import { keyOf, numberOf } from './solution.ts'

export const listSolutions = operation({
  name: 'list-solutions',
  summary: 'The solutions that you may see, newest first.',
  effect: 'read',
  http: { method: 'GET', path: '/solutions' },
  input: z.strictObject({
    ...filters,
    limit: z.coerce.number().int().min(1).max(100).default(50),
    before: solutionKey().optional(),
  }),
  output: z.object({
    solutions: z.array(solutionSummary),
    next: z.string().nullable().describe('Pass it as `before` for the next page; null on the last one.'),
    total: z
      .int()
      .describe(
        `How many there are in all; counted up to ${COUNTED.toLocaleString('en')} (of what expires, ${COUNTED_EXPIRING.toLocaleString('en')}), or to ${COUNTED_NARROWED} where it is narrowed by something else than a tool, or to what you may see; of what is common among the newest, to what the page holds.`,
      ),
    more: z.boolean().describe('Whether there are more than were counted.'),
  }),
  allows: signedIn,
  async run({ limit, before, ...asked }, { actor, db, scope }) {
    const wanted = wantedFor(asked, actor)
    const page = { limit, before: before === undefined ? undefined : numberOf(before) }
    const { rows, next, total, more } = await solutionsOf(db, scope, wanted, page)
    const last = rows.at(-1)
    return {
      solutions: rows.map(row => summaryOf(row, new Map(row.ownerName === null ? [] : [[row.ownerId, row.ownerName]]))),
      next: next && last ? keyOf(last.number) : null,
      total,
      more,
    }
  },
})
