import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** Somebody accepted the standards by name; the digest settles which. */
export const standardsAccepted = defineEntry({
  type: 'standards-accepted',
  version: 1,
  data: z.strictObject({ person: z.string(), standards: z.string(), digest: z.string() }),
  personal: ['name'],
})
