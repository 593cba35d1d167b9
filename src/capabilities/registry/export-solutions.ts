import { z } from 'zod'
import { writeTable } from '../comma-separated.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { signedIn } from '../permissions.ts'
import { solutionKey } from './contract.ts'
import { filters, wantedFor } from './filters.ts'
import { wholeSolutionsOf } from './list-store.ts'
import { tableColumns, tableRow } from './present.ts'
import { keyOf, numberOf } from './solution.ts'

export const exportSolutions = operation({
  name: 'export-solutions',
  summary: 'The solutions that you may see as a table for spreadsheets, newest first, with the same filters as the list.',
  effect: 'read',
  http: { method: 'GET', path: '/solutions/export' },
  input: z.strictObject({
    ...filters,
    limit: z.coerce.number().int().min(1).max(10_000).default(10_000),
    before: solutionKey().optional(),
  }),
  output: z.object({
    csv: z.string(),
    next: z.string().nullable().describe('Pass it as `before` for what didn’t fit; null where everything is there.'),
  }),
  allows: signedIn,
  async run({ limit, before, ...asked }, { actor, db, scope }) {
    const page = { limit, before: before === undefined ? undefined : numberOf(before) }
    const { rows, more } = await wholeSolutionsOf(db, scope, wantedFor(asked, actor), page)
    const names = await namesOf(
      db,
      rows.flatMap(({ ownerId, makerId, backupOwnerId }) => [ownerId, makerId, ...(backupOwnerId === null ? [] : [backupOwnerId])]),
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
