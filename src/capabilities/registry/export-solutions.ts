import { z } from 'zod'
import { writeTable } from '../comma-separated.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { signedIn } from '../permissions.ts'
import { searchText } from '../search.ts'
import { solutionKey } from './contract.ts'
import { tableRow, tableColumns } from './present.ts'
import { keyOf, numberOf, wantedBy } from './solution.ts'
import { solutionsOf } from './store.ts'

export const exportSolutions = operation({
  name: 'export-solutions',
  summary: 'The solutions that you may see as a table for spreadsheets, newest first.',
  effect: 'read',
  http: { method: 'GET', path: '/solutions/export' },
  input: z.strictObject({
    q: searchText().optional(),
    limit: z.coerce.number().int().min(1).max(10_000).default(10_000),
    before: solutionKey().optional(),
  }),
  output: z.object({
    csv: z.string(),
    next: z.string().nullable().describe('Pass it as `before` for what didn’t fit; null where everything is there.'),
  }),
  allows: signedIn,
  async run({ q, limit, before }, { db, scope }) {
    const page = { limit, before: before === undefined ? undefined : numberOf(before) }
    const { rows, more } = await solutionsOf(db, scope, wantedBy(q), page)
    const names = await namesOf(
      db,
      rows.flatMap(({ ownerId, makerId }) => [ownerId, makerId]),
    )
    const last = rows.at(-1)
    return {
      csv: writeTable(
        tableColumns,
        rows.map(row => tableRow(row, names)),
      ),
      next: more && last ? keyOf(last.number) : null,
    }
  },
})
