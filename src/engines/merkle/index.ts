/** Transparency logs: Merkle trees, signed checkpoints, proofs, and the offline verification of a ledger's export. */
export { Malformed } from './malformed.ts'
export { newSignerKey, parseVkey } from './keys.ts'
export type { Signer } from './keys.ts'
export { openNote, signNote } from './note.ts'
export { PROOF_MAGIC, parseProofFile, verifyProofFile } from './proof-file.ts'
export { MAX_LINE_CHARACTERS } from './export/format.ts'
export { verifyExport } from './export/verify-export.ts'
export type { Verification } from './export/verify-export.ts'
