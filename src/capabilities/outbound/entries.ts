import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** A host and port of a private network. */
const named = { host: z.string(), port: z.int() }

/** Two people allowed calls to it; who they are stands with their proposal. */
export const privateTargetAllowed = defineEntry({
  type: 'private-target-allowed',
  version: 1,
  data: z.strictObject(named),
  personal: ['reason'],
})

/** Calls to it are refused again. */
export const privateTargetWithdrawn = defineEntry({
  type: 'private-target-withdrawn',
  version: 1,
  data: z.strictObject(named),
  personal: [],
})
