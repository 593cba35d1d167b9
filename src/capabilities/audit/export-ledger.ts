import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { exportPage } from '#src/ledger/index.ts'
import { operation } from '../operation.ts'
import { auditors } from './permissions.ts'

/** Page by page, because a ledger has no upper size; `guildhall ledger export` walks through them into a file. */
export const exportLedger = operation({
  name: 'export-ledger',
  summary: 'One page of the ledger as it is exported, for auditors.',
  effect: 'read',
  http: { method: 'GET', path: '/ledger/export' },
  input: z.strictObject({
    after: z.coerce.number().int().min(-1).default(-1).describe('Go on behind this entry, as the last page said in next.'),
    size: z.coerce.number().int().min(0).optional().describe('The size that the first page named.'),
    personal: z.enum(['withheld', 'disclosed']).default('withheld').describe('Whether values about people come with their commitments.'),
  }),
  output: z.object({ lines: z.array(z.string()).readonly(), size: z.int(), next: z.int().nullable() }),
  allows: auditors,
  async run({ after, size, personal }, { db }) {
    const page = await exportPage(db, { after, size: size ?? null, personal })
    if (!page) throw refuse('unavailable', 'nothing-signed-yet', 'The ledger has no such checkpoint yet.', 'Try again in a few seconds.')
    return page
  },
})
