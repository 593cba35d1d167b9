import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'
import { stepEntry } from '../registry/index.ts'

/** Somebody asked for another pair of eyes. */
export const appealMade = stepEntry('appeal-made', ['reason'])

/** Somebody who knew no tier said which facts they see; the tiers are those facts’ and the approved ones. */
export const secondLookRecorded = defineEntry({
  type: 'second-look-recorded',
  version: 1,
  data: z.strictObject({
    solution: z.string(),
    declaration: z.string(),
    review: z.string(),
    by: z.string(),
    tier: z.int(),
    seenTier: z.int(),
  }),
  personal: ['facts', 'reason'],
})

/** The central team confirmed that it has an idea. */
export const referralReceived = defineEntry({
  type: 'referral-received',
  version: 1,
  data: z.strictObject({ solution: z.string(), declaration: z.string(), by: z.string(), inTime: z.boolean() }),
  personal: ['reference'],
})
