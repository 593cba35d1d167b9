import { hash } from 'node:crypto'
import { fromBase64, toBase64 } from './base64.ts'
import type { Checkpoint } from './checkpoint.ts'
import { HASH_BYTES } from './hash.ts'
import type { Hash } from './hash.ts'
import { Malformed } from './malformed.ts'

/**
 * A seal is the ledger key's signature over one leaf in one place. The tree alone shows *that* something was changed;
 * whoever may write the whole database can recompute every hash, and then only the seals tell *which* entry is not the
 * one that was written.
 */
export const sealMessage = (origin: string, index: number, leaf: Hash): Uint8Array =>
  Buffer.from(`guildhall entry seal v1\n${origin}\n${index}\n${toBase64(leaf)}\n`)

/** An Ed25519 signature (RFC 8032). */
export const SEAL_BYTES = 64

/** The chain before the first seal. */
export const EMPTY_CHAIN: Hash = hash('sha256', 'guildhall seal chain v1\n', 'buffer')

/**
 * SHA-256(chain ‖ seal). The checkpoint signs the chain over all seals, so that checking a million of them costs a
 * million hashes; the signatures themselves, a hundred times dearer, need a look only where the chain doesn't fit.
 */
export const chainSeal = (chain: Hash, seal: Uint8Array): Hash => hash('sha256', Buffer.concat([chain, seal]), 'buffer')

/** How a checkpoint carries the chain over the seals of its entries: the extension line `seals <base64>`. */
export const sealsLine = (chain: Hash): string => `seals ${toBase64(chain)}`

/** The chain that a checkpoint carries. Throws `Malformed` where it carries none. */
export const chainOf = ({ extensions }: Checkpoint): Hash => {
  const line = extensions.find(extension => extension.startsWith('seals '))
  if (line === undefined) throw new Malformed('the checkpoint has no line "seals": it is not one of a Guildhall ledger')
  return fromBase64(line.slice('seals '.length), 'the seal chain', HASH_BYTES)
}
