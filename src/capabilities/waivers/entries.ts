import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

const about = { what: z.string(), solution: z.string(), endsOn: z.string() }

export const waiverRequested = defineEntry({
  type: 'waiver-requested',
  version: 1,
  data: z.strictObject({ ...about, requestedBy: z.string() }),
  personal: ['reason'],
})

export const waiverGranted = defineEntry({
  type: 'waiver-granted',
  version: 1,
  data: z.strictObject({ ...about, grantedBy: z.string() }),
  personal: ['note'],
})

export const waiverDeclined = defineEntry({
  type: 'waiver-declined',
  version: 1,
  data: z.strictObject({ ...about, declinedBy: z.string() }),
  personal: ['note'],
})

export const waiverEnded = defineEntry({
  type: 'waiver-ended',
  version: 1,
  data: z.strictObject({ ...about, endedBy: z.string() }),
  personal: [],
})
