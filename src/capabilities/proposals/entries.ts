import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** What was proposed: the digest settles the content, which stands in the row. */
const what = { kind: z.string(), about: z.string(), digest: z.string(), proposedBy: z.string() }

export const proposalMade = defineEntry({
  type: 'proposal-made',
  version: 1,
  data: z.strictObject({ ...what, expiresAt: z.string() }),
  personal: ['note'],
})

/** A second human being adopted it. What it changed stands in entries of its own, written with this one. */
export const proposalAdopted = defineEntry({
  type: 'proposal-adopted',
  version: 1,
  data: z.strictObject({ ...what, adoptedBy: z.string() }),
  personal: [],
})

export const proposalDeclined = defineEntry({
  type: 'proposal-declined',
  version: 1,
  data: z.strictObject({ ...what, declinedBy: z.string() }),
  personal: ['note'],
})

export const proposalWithdrawn = defineEntry({
  type: 'proposal-withdrawn',
  version: 1,
  data: z.strictObject({ ...what, withdrawnBy: z.string() }),
  personal: [],
})

/** Nobody decided it in its time; written when another proposal takes its place. */
export const proposalExpired = defineEntry({
  type: 'proposal-expired',
  version: 1,
  data: z.strictObject(what),
  personal: [],
})
