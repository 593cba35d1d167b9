import { hash } from 'node:crypto'

/** 32 bytes of SHA-256. Never changed once made. */
export type Hash = Uint8Array

export const HASH_BYTES = 32

/** The root of a tree without leaves: the hash of nothing (RFC 6962 §2.1). */
export const EMPTY_ROOT: Hash = hash('sha256', '', 'buffer')

/**
 * Leaf and node hashes of RFC 6962 §2.1. The prefixes 00 and 01 keep a node from being passed off as a leaf
 * (second preimage resistance).
 */
export const leafHash = (leaf: Uint8Array): Hash => {
  const prefixed = Buffer.allocUnsafe(leaf.length + 1)
  prefixed[0] = 0x00
  prefixed.set(leaf, 1)
  return hash('sha256', prefixed, 'buffer')
}

// Hashing is synchronous, so one buffer serves every node; a fresh one for each costs a third of the time.
const node = Buffer.alloc(1 + 2 * HASH_BYTES)
node[0] = 0x01

export const nodeHash = (left: Hash, right: Hash): Hash => {
  node.set(left, 1)
  node.set(right, 1 + HASH_BYTES)
  return hash('sha256', node, 'buffer')
}

/** Whether two hashes are the same. Hashes here are public, so the time it takes gives nothing away. */
export const sameHash = (a: Hash, b: Hash): boolean => a.length === HASH_BYTES && b.length === HASH_BYTES && Buffer.compare(a, b) === 0

/** The hash of a left-to-right row of subtrees of equal size, the last of which may be smaller (MTH of RFC 6962). */
export const foldRow = (row: readonly Hash[]): Hash => {
  if (row.length === 0) return EMPTY_ROOT
  let level = row
  while (level.length > 1) {
    const above: Hash[] = []
    for (let i = 0; i < level.length; i += 2) {
      const left = level[i]!
      const right = level[i + 1]
      above.push(right === undefined ? left : nodeHash(left, right))
    }
    level = above
  }
  return level[0]!
}
