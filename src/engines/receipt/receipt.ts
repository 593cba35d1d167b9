import { z } from 'zod'
import { canonical } from '#src/kernel/canonical.ts'

/**
 * What a receipt says: who saw what of which solution, and when. Signed by the ledger's key over its canonical JSON, so that
 * anybody can check it offline with `guildhall receipt verify`.
 */
export const receiptFields = z.strictObject({
  format: z.literal('guildhall content receipt v1'),
  /** Whose it is: the name of the ledger and of its key. */
  installation: z.string(),
  review: z.string(),
  solution: z.strictObject({
    key: z.string(),
    /** The approved version that ran, and the digest of what was approved of it; null in the sandbox. */
    version: z.int().nullable(),
    digest: z.string().nullable(),
  }),
  test: z.boolean(),
  verdict: z.enum(['approved', 'rejected', 'withdrawn']),
  submittedDigest: z.string(),
  approvedDigest: z.string().nullable(),
  reviewer: z.strictObject({
    id: z.string(),
    /** As they were called then; null once it was erased. */
    name: z.string().nullable(),
    attended: z.boolean(),
  }),
  submittedAt: z.string(),
  openedAt: z.string().nullable(),
  decidedAt: z.string(),
  /** Where the ledger holds it: the entry's place in the tree. */
  ledgerEntry: z.int(),
})
export type Receipt = z.output<typeof receiptFields>

/** The text that is signed: its format on a line of its own, so that it is mistaken for nothing else of this key, then its fields. */
export const receiptText = (receipt: Receipt): string => `${receipt.format}\n${canonical(receipt)}\n`

/** As it is handed out: JSON whose layout does not matter, because the signature is over the canonical form. */
export const signedReceipt = z
  .object({
    receipt: receiptFields,
    key: z.string().describe('The ledger’s verifier key.'),
    signature: z.string().describe('A C2SP signature line over the receipt.'),
  })
  .meta({ id: 'ContentReceipt' })
export type SignedReceipt = z.output<typeof signedReceipt>
