import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

const about = { solution: z.string(), digest: z.string() }
const decided = { ...about, by: z.string(), attended: z.boolean() }

export const contentReviewersNamed = defineEntry({
  type: 'content-reviewers-named',
  version: 1,
  data: z.strictObject({
    solution: z.string(),
    reviewers: z.array(z.string()),
    deadlineMinutes: z.int(),
    keepDays: z.int(),
    by: z.string(),
  }),
  personal: [],
})

/** Only the digest of what it says; the text itself is no business of the ledger's. */
export const contentSubmitted = defineEntry({
  type: 'content-submitted',
  version: 1,
  data: z.strictObject({
    ...about,
    kind: z.string(),
    recipient: z.string(),
    declaration: z.string().nullable(),
    due: z.string(),
    by: z.string(),
  }),
  personal: [],
})

export const contentOpened = defineEntry({
  type: 'content-opened',
  version: 1,
  data: z.strictObject({ ...about, by: z.string() }),
  personal: [],
})

/** The reviewer's name is what a receipt says of them, for as long as it is not erased. */
export const contentApproved = defineEntry({
  type: 'content-approved',
  version: 1,
  data: z.strictObject({ ...decided, approvedDigest: z.string(), added: z.int(), removed: z.int() }),
  personal: ['name'],
})

export const contentRejected = defineEntry({
  type: 'content-rejected',
  version: 1,
  data: z.strictObject(decided),
  personal: ['name'],
})

export const contentWithdrawn = defineEntry({
  type: 'content-withdrawn',
  version: 1,
  data: z.strictObject(decided),
  personal: ['name'],
})

export const contentDeleted = defineEntry({
  type: 'content-deleted',
  version: 1,
  data: z.strictObject(about),
  personal: [],
})

/** What flows could not be told of is tried again. */
export const callbacksRepeated = defineEntry({
  type: 'callbacks-repeated',
  version: 1,
  data: z.strictObject({ solution: z.string(), repeated: z.int(), by: z.string() }),
  personal: [],
})

export const callbackSecretMade = defineEntry({
  type: 'callback-secret-made',
  version: 1,
  data: z.strictObject({ solution: z.string(), by: z.string() }),
  personal: [],
})
