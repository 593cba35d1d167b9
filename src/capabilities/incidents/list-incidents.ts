import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { incident, incidentLine, states } from './contract.ts'
import { readsIncidents } from './permissions.ts'
import { markOf, todayIn } from './present.ts'
import { incidentKeyOf, incidentNumberOf, pageOfIncidents } from './store.ts'

export const listIncidents = (charters: Charters) =>
  operation({
    name: 'list-incidents',
    summary: 'What went wrong, newest first; for those who don’t read incidents, that there are some about solutions that they may see.',
    effect: 'read',
    http: { method: 'GET', path: '/incidents' },
    input: z.strictObject({
      state: z.enum(states).optional(),
      before: incident().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({
      incidents: z.array(incidentLine),
      next: z.string().nullable().describe('Pass it as `before` for the next page; null on the last one.'),
    }),
    allows: signedIn,
    async run({ state, before, limit }, { actor, db, now, scope }) {
      const reads = readsIncidents(actor) === null
      const wanted = { state, before: before === undefined ? undefined : incidentNumberOf(before), limit }
      const found = await pageOfIncidents(db, reads ? 'all' : scope, wanted, await todayIn(charters, db, now))
      const rows = found.slice(0, limit)
      const last = rows.at(-1)
      return {
        incidents: rows.map(row => ({ ...markOf(row), title: reads ? row.title : null, overdue: reads ? row.overdue : 0 })),
        next: found.length > limit && last ? incidentKeyOf(last.number) : null,
      }
    },
  })
