import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** Somebody signed in: how, and until when the sign-in lasts at most. */
export const signedInEntry = defineEntry({
  type: 'signed-in',
  version: 1,
  data: z.strictObject({ person: z.string(), method: z.string(), secondFactor: z.boolean(), expiresAt: z.string() }),
  personal: [],
})

/** A sign-in or a token ended before its time. */
export const accessEnded = defineEntry({
  type: 'access-ended',
  version: 1,
  data: z.strictObject({ person: z.string(), kind: z.enum(['sign-in', 'token']), because: z.string() }),
  personal: [],
})
