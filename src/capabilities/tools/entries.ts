import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** What it may see from then on; ids of the charter's, no words of anybody's. */
const standing = {
  status: z.string().nullable(),
  approvedFor: z.array(z.strictObject({ dataClass: z.string(), highestTier: z.int() })),
  owner: z.string().nullable(),
}

/** Somebody wants a tool approved, or approved further. Its name and id are theirs until people have looked at it. */
export const toolRequested = defineEntry({
  type: 'tool-requested',
  version: 1,
  data: z.strictObject({ digest: z.string(), requestedBy: z.string(), approvedFor: standing.approvedFor }),
  personal: ['tool', 'content', 'note', 'noneFits'],
})

export const toolRequestEnded = defineEntry({
  type: 'tool-request-ended',
  version: 1,
  data: z.strictObject({ digest: z.string(), state: z.string() }),
  personal: [],
})

/** Two people signed it off. */
export const toolApproved = defineEntry({
  type: 'tool-approved',
  version: 1,
  data: z.strictObject({ ...standing, request: z.string(), review: z.string() }),
  personal: ['listed', 'about'],
})

export const toolRefused = defineEntry({
  type: 'tool-refused',
  version: 1,
  data: z.strictObject({ request: z.string(), review: z.string() }),
  personal: ['listed', 'about', 'reason'],
})

/** A change that opens nothing. */
export const toolChanged = defineEntry({
  type: 'tool-changed',
  version: 1,
  data: z.strictObject(standing),
  personal: ['listed', 'about'],
})

/** A second person adopted it; who both are stands with their proposal. */
export const toolWithdrawn = defineEntry({
  type: 'tool-withdrawn',
  version: 1,
  data: z.strictObject({ on: z.string(), replacedBy: z.array(z.string()) }),
  personal: ['reason'],
})

/** Somebody looked at it again and found that all is still so. */
export const toolReviewed = defineEntry({
  type: 'tool-reviewed',
  version: 1,
  data: z.strictObject({ on: z.string(), nextOn: z.string() }),
  personal: [],
})
