import { z } from 'zod'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { signedIn } from '../permissions.ts'
import { searchText } from '../search.ts'
import { solutionKey, solutionSummary } from './contract.ts'
import { summaryOf } from './present.ts'
import { keyOf, numberOf, wantedBy } from './solution.ts'
import { countSolutions, solutionsOf } from './store.ts'

export const listSolutions = operation({
  name: 'list-solutions',
  summary: 'The solutions that you may see, newest first.',
  effect: 'read',
  http: { method: 'GET', path: '/solutions' },
  input: z.strictObject({
    q: searchText().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    before: solutionKey().optional(),
  }),
  output: z.object({
    solutions: z.array(solutionSummary),
    next: z.string().nullable().describe('Pass it as `before` for the next page; null on the last one.'),
    total: z.int(),
  }),
  allows: signedIn,
  async run({ q, limit, before }, { db, scope }) {
    const wanted = wantedBy(q)
    const { rows, more } = await solutionsOf(db, scope, wanted, { limit, before: before === undefined ? undefined : numberOf(before) })
    const names = await namesOf(
      db,
      rows.map(({ ownerId }) => ownerId),
    )
    const last = rows.at(-1)
    return {
      solutions: rows.map(row => summaryOf(row, names)),
      next: more && last ? keyOf(last.number) : null,
      total: await countSolutions(db, scope, wanted),
    }
  },
})
