import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** Which charter: the name it gives itself, and the digest that settles what it says. */
const named = { label: z.string(), digest: z.string() }

/** Somebody proposed a charter; `basedOn` is the digest of the shipped one that it was made from. */
export const charterProposed = defineEntry({
  type: 'charter-proposed',
  version: 1,
  data: z.strictObject({ ...named, basedOn: z.string() }),
  personal: ['note'],
})

/** A second person adopted it, and it has been in force since. `replaces` is null where the shipped charter was in force unsigned. */
export const charterAdopted = defineEntry({
  type: 'charter-adopted',
  version: 1,
  data: z.strictObject({ ...named, proposedBy: z.string(), replaces: z.string().nullable() }),
  personal: [],
})

/** It was in force until another one was adopted. */
export const charterSuperseded = defineEntry({
  type: 'charter-superseded',
  version: 1,
  data: z.strictObject({ ...named, by: z.string() }),
  personal: [],
})

export const charterWithdrawn = defineEntry({
  type: 'charter-withdrawn',
  version: 1,
  data: z.strictObject({ ...named, proposedBy: z.string() }),
  personal: [],
})
