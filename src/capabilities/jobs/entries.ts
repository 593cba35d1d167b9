import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** Somebody had a job done besides its schedule. What it then did stands in entries of its own. */
export const jobStarted = defineEntry({
  type: 'job-started',
  version: 1,
  data: z.strictObject({ kind: z.string(), by: z.string() }),
  personal: [],
})

export const jobCancelled = defineEntry({
  type: 'job-cancelled',
  version: 1,
  data: z.strictObject({ kind: z.string(), by: z.string() }),
  personal: [],
})
