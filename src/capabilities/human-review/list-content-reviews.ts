import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { id } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { personsOnly } from '../permissions.ts'
import { numberOf, solutionKey } from '../registry/index.ts'
import { contentLine } from './contract.ts'
import { pageOfContent } from './list-store.ts'
import { presentLines } from './present.ts'

export const listContentReviews = (charters: Charters) =>
  operation({
    name: 'list-content-reviews',
    summary: 'Content that you look at, answer for or submitted: what waits, the longest waiting first, or what is over.',
    effect: 'read',
    http: { method: 'GET', path: '/content-reviews' },
    input: z.strictObject({
      view: z.enum(['to-decide', 'all']).default('to-decide').describe('What you are a reviewer of, or all that you may see.'),
      standing: z.enum(['waiting', 'over']).default('waiting'),
      solution: solutionKey().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      behind: id().optional().describe('`next` of the page before.'),
    }),
    output: z.object({
      contents: z.array(contentLine),
      next: z.string().nullable().describe('Pass it as `behind` for the next page; null on the last one.'),
    }),
    allows: personsOnly,
    async run({ view, standing, solution, limit, behind }, { actor, db, now }) {
      const number = solution === undefined ? undefined : numberOf(solution)
      const found = await pageOfContent(db, actor, now, { view, standing, solution: number, limit, behind })
      const rows = found.slice(0, limit)
      const calendar = calendarOf(await charters.inForce(db))
      return {
        contents: await presentLines(db, rows, { calendar, now }),
        next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
      }
    },
  })
