import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** Somebody took a role for some hours, alone. */
export const emergencyOpened = defineEntry({
  type: 'emergency-opened',
  version: 1,
  data: z.strictObject({ person: z.string(), role: z.string(), endsAt: z.string() }),
  personal: ['reason'],
})

export const emergencyEnded = defineEntry({
  type: 'emergency-ended',
  version: 1,
  data: z.strictObject({ person: z.string(), role: z.string(), endedBy: z.string() }),
  personal: [],
})

/** Another human being looked at what was done with it. */
export const emergencyReviewed = defineEntry({
  type: 'emergency-reviewed',
  version: 1,
  data: z.strictObject({ person: z.string(), role: z.string(), reviewedBy: z.string() }),
  personal: ['review'],
})
