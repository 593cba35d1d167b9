import { z } from 'zod'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { deliveryStates, deliveryView } from './contract.ts'
import { countDeliveries, pageOfDeliveries } from './list-store.ts'
import { keepsMessages } from './permissions.ts'
import { presentDelivery } from './present.ts'
import { settingsNow } from './settings.ts'

/** Who is told what kind of thing and when; never what a letter says to somebody else. */
export const listDeliveries = operation({
  name: 'list-deliveries',
  summary: 'Letters to people, the newest first: sent, to be sent, given up; in a dry run, who would have received what.',
  effect: 'read',
  http: { method: 'GET', path: '/deliveries' },
  input: z.strictObject({
    state: z.enum(deliveryStates).optional(),
    delivery: id().optional().describe('One of them alone.'),
    before: id().optional().describe('The last letter of the page before.'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    dryRun: z.boolean(),
    counts: z.record(z.enum(deliveryStates), z.int()).describe('How many there are in each state.'),
    deliveries: z.array(deliveryView),
    next: z.string().nullable(),
  }),
  allows: keepsMessages,
  async run({ limit, ...which }, { db }) {
    const rows = await pageOfDeliveries(db, { ...which, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const names = await namesOf(
      db,
      shown.map(({ personId }) => personId),
    )
    return {
      dryRun: (await settingsNow(db)).dryRun,
      counts: await countDeliveries(db),
      deliveries: shown.map(row => presentDelivery(row, names)),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    }
  },
})
