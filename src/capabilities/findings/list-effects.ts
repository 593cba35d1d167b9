import { z } from 'zod'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { namesOf } from '../people/index.ts'
import { keyOf, numberOf, personIn, solutionKey } from '../registry/index.ts'
import { day, effectView, ruleName } from './contract.ts'
import { pageOfEffects } from './effect-store.ts'
import { becauseOf } from './present.ts'
import { whyNotUndone } from './undo.ts'

export const listEffects = operation({
  name: 'list-effects',
  summary: 'What rules did by themselves, of what you may see, the newest first; why, and who undid it.',
  effect: 'read',
  http: { method: 'GET', path: '/effects' },
  input: z.strictObject({
    rule: ruleName().optional(),
    night: day().optional(),
    solution: solutionKey().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    after: z.string().max(60).optional().describe('`next` of the page before.'),
  }),
  output: z.object({
    effects: z.array(effectView),
    next: z.string().nullable().describe('Pass it as `after` for the next page; null on the last one.'),
  }),
  allows: signedIn,
  async run({ rule, night, solution, limit, after }, { db, now, scope }) {
    const wanted = { rule, night, solution: solution === undefined ? undefined : numberOf(solution), before: after }
    const found = await pageOfEffects(db, scope, wanted, limit)
    const rows = found.slice(0, limit)
    const names = await namesOf(
      db,
      rows.flatMap(({ undoneBy, undoProposedBy }) => [undoneBy, undoProposedBy].filter(id => id !== null)),
    )
    return {
      effects: rows.map(row => ({
        id: row.id,
        rule: row.rule,
        does: row.does,
        because: becauseOf(row.rule),
        finding: row.findingId,
        solution: { id: row.solutionId, key: keyOf(row.number), name: row.name },
        night: row.night,
        at: row.actedAt.toString(),
        undoUntil: row.undoUntil.toString(),
        kept: whyNotUndone(row, now),
        undone:
          row.undoneAt && row.undoneBy !== null && row.undoProposedBy !== null
            ? { at: row.undoneAt.toString(), by: personIn(names, row.undoneBy), proposedBy: personIn(names, row.undoProposedBy) }
            : null,
      })),
      next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
    }
  },
})
