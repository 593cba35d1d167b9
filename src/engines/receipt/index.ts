/** Receipts of content reviews: what they say, and whether one shows that a person approved exactly some bytes. */
export { receiptFields, receiptText, signedReceipt } from './receipt.ts'
export type { Receipt, SignedReceipt } from './receipt.ts'
export { whyNotProven } from './why-not-proven.ts'
