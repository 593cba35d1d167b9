import { z } from 'zod'
import { operation } from '../operation.ts'
import { keyOf } from '../registry/index.ts'
import { seesReferrals } from './permissions.ts'
import { waitingReferrals } from './store.ts'

export const listReferrals = operation({
  name: 'list-referrals',
  summary: 'Ideas that went to the central team and whose receipt nobody has confirmed, those that are due first.',
  effect: 'read',
  http: { method: 'GET', path: '/referrals' },
  input: z.strictObject({}),
  output: z.object({
    referrals: z.array(
      z.object({ key: z.string(), name: z.string(), referredAt: z.string(), receiptDueAt: z.string(), late: z.boolean() }),
    ),
  }),
  allows: seesReferrals,
  run: async (_, { db, now }) => ({
    referrals: (await waitingReferrals(db)).map(({ number, name, referredAt, receiptDueAt }) => ({
      key: keyOf(number),
      name,
      referredAt: referredAt.toString(),
      receiptDueAt: receiptDueAt.toString(),
      late: Temporal.Instant.compare(now, receiptDueAt) > 0,
    })),
  }),
})
