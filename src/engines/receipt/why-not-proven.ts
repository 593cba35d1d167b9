import { hash } from 'node:crypto'
import { Malformed, openNote, parseVkey } from '#src/engines/merkle/index.ts'
import type { SignedReceipt } from './receipt.ts'
import { receiptText } from './receipt.ts'

/**
 * Why a receipt does not show that a person approved these bytes; null where it does.
 * @param key the ledger's verifier key, as whoever asks has it from elsewhere.
 */
export const whyNotProven = ({ receipt, signature }: SignedReceipt, bytes: Uint8Array, key: string): string | null => {
  const forged = whyNotSigned({ receipt, signature }, key)
  if (forged !== null) return forged
  const { verdict, test, submittedDigest, approvedDigest } = receipt
  if (verdict !== 'approved') return `the content was ${verdict}, not approved.`
  if (test) return 'it was tried in the sandbox, which shows nothing about what runs.'
  const digest = hash('sha256', bytes, 'hex')
  if (digest === approvedDigest) return null
  return digest === submittedDigest
    ? 'these bytes were submitted, but the reviewer changed them before approving.'
    : `these are other bytes than were approved (SHA-256 ${digest}, not ${approvedDigest}).`
}

const whyNotSigned = ({ receipt, signature }: Pick<SignedReceipt, 'receipt' | 'signature'>, key: string): string | null => {
  try {
    const signer = parseVkey(key)
    openNote(`${receiptText(receipt)}\n${signature}\n`, [signer])
    return signer.name === receipt.installation ? null : `it says that it is of ${receipt.installation}, and the key is of ${signer.name}.`
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return `${error.message}: the receipt was changed, or another key signed it.`
  }
}
