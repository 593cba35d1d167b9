import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { stopKeyOf, stopNumberOf } from '../registry/index.ts'
import { language, stopKey, stopSummary } from './contract.ts'
import { readsStops } from './permissions.ts'
import { presentStops } from './present.ts'
import { pageOfStops } from './store.ts'

export const listStops = (charters: Charters) =>
  operation({
    name: 'list-stops',
    summary: 'What is stopped, and what was, newest first.',
    effect: 'read',
    http: { method: 'GET', path: '/stops' },
    input: z.strictObject({
      standing: z.enum(['in-force', 'lifted']).optional(),
      before: stopKey().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      language: language(),
    }),
    output: z.object({
      stops: z.array(stopSummary),
      next: z.string().nullable().describe('Pass it as `before` for the next page; null on the last one.'),
    }),
    allows: readsStops,
    async run({ standing, before, limit, language }, { db }) {
      const found = await pageOfStops(db, {
        inForce: standing === undefined ? undefined : standing === 'in-force',
        before: before === undefined ? undefined : stopNumberOf(before),
        limit,
      })
      const rows = found.slice(0, limit)
      const last = rows.at(-1)
      return {
        stops: await presentStops(charters, db, rows, language),
        next: found.length > limit && last ? stopKeyOf(last.number) : null,
      }
    },
  })
