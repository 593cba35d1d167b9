import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** A person became known to the program. Name and job stay erasable: the ledger keeps commitments to them. */
export const personAdded = defineEntry({
  type: 'person-added',
  version: 1,
  data: z.strictObject({ roles: z.array(z.string()), demo: z.boolean() }),
  personal: ['name', 'jobTitle', 'unit'],
})

/** Somebody signed in: how, and until when the sign-in lasts at most. */
export const sessionStarted = defineEntry({
  type: 'session-started',
  version: 1,
  data: z.strictObject({ person: z.string(), method: z.literal('demo-persona'), expiresAt: z.string() }),
  personal: [],
})

export const sessionEnded = defineEntry({
  type: 'session-ended',
  version: 1,
  data: z.strictObject({ person: z.string(), reason: z.literal('signed-out') }),
  personal: [],
})
