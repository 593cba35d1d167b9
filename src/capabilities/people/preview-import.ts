import { z } from 'zod'
import { operation } from '../operation.ts'
import { listBytes, listInput, planOf } from './importing.ts'
import { administratorsOnly } from './permissions.ts'

/** A page names so many lines of each kind; all are counted. */
const most = 200

export const previewImport = operation({
  name: 'preview-import',
  summary: 'What a list of people would change in the directory, and what is wrong with it. Changes nothing.',
  effect: 'read',
  http: { method: 'POST', path: '/people/import/preview', maxBytes: listBytes + 1024 },
  input: z.strictObject(listInput()),
  output: z.object({
    counts: z.object({ added: z.int(), changed: z.int(), left: z.int(), same: z.int() }),
    rows: z
      .array(
        z.object({ line: z.int().describe('0 for who is not on the list.'), name: z.string(), what: z.enum(['added', 'changed', 'left']) }),
      )
      .describe('The first of each kind.'),
    problems: z.array(z.object({ line: z.int(), reason: z.string(), remedy: z.string() })),
  }),
  allows: administratorsOnly,
  async run(input, { db }) {
    const { added, changed, left, same, problems } = await planOf(db, input)
    return {
      counts: { added: added.length, changed: changed.length, left: left.length, same },
      rows: [
        ...added.slice(0, most).map(({ line, person: { name } }) => ({ line, name, what: 'added' as const })),
        ...changed.slice(0, most).map(({ line, person: { name } }) => ({ line, name, what: 'changed' as const })),
        ...left.slice(0, most).map(({ name }) => ({ line: 0, name, what: 'left' as const })),
      ],
      problems: problems.slice(0, most),
    }
  },
})
