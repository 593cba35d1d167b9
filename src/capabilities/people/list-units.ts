import { z } from 'zod'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { unitView } from './contract.ts'
import { unitAsShown } from './present-unit.ts'
import { unitsAt } from './unit-store.ts'
import { inTreeOrder } from './unit-tree.ts'

export const listUnits = operation({
  name: 'list-units',
  summary: 'The units of the company, each directly before those below it; also as they were at a moment.',
  effect: 'read',
  http: { method: 'GET', path: '/units' },
  input: z.strictObject({
    at: z.iso
      .datetime({ offset: true, error: 'Write a moment such as 2026-11-23T09:00:00Z.' })
      .optional()
      .describe('The moment, as ISO 8601; left out, now. Codes are always today’s.'),
  }),
  output: z.object({ units: z.array(unitView) }),
  allows: signedIn,
  async run({ at }, { db }) {
    const units = await unitsAt(db, at === undefined ? null : Temporal.Instant.from(at))
    return {
      units: inTreeOrder(units).map(unitAsShown),
    }
  },
})
