import { EMPTY_ROOT, HASH_BYTES, nodeHash, sameHash } from './hash.ts'
import type { Hash } from './hash.ts'
import { half, isOdd } from './range.ts'

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

const wellFormed = (hashes: readonly Hash[]): boolean => hashes.every(h => h.length === HASH_BYTES)

/** Whether `proof` shows that the leaf with this hash is number `index` in the tree of `size` leaves with this root (RFC 9162 §2.1.3.2). */
export const verifyInclusion = (index: number, size: number, leaf: Hash, proof: readonly Hash[], root: Hash): boolean => {
  if (!isCount(index) || !isCount(size) || index >= size || !wellFormed([leaf, root, ...proof])) return false
  let fn = index
  let sn = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && sameHash(hash, root)
}

/** Whether `proof` shows that the tree of `older` leaves is the beginning of the tree of `newer` leaves (RFC 9162 §2.1.4.2). */
export const verifyConsistency = (older: number, newer: number, olderRoot: Hash, newerRoot: Hash, proof: readonly Hash[]): boolean => {
  if (!isCount(older) || !isCount(newer) || older > newer || !wellFormed([olderRoot, newerRoot, ...proof])) return false
  if (older === newer) return proof.length === 0 && sameHash(olderRoot, newerRoot)
  if (older === 0) return proof.length === 0 && sameHash(olderRoot, EMPTY_ROOT)

  let fn = older - 1
  let sn = newer - 1
  while (isOdd(fn)) {
    fn = half(fn)
    sn = half(sn)
  }
  // An older tree of 2^k leaves is itself a node of the newer one, and the RFC has its root left out of the proof.
  const path = fn === 0 ? [olderRoot, ...proof] : proof
  let olderHash = path[0]
  if (olderHash === undefined) return false
  let newerHash = olderHash
  for (const sibling of path.slice(1)) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      olderHash = nodeHash(sibling, olderHash)
      newerHash = nodeHash(sibling, newerHash)
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else {
      newerHash = nodeHash(newerHash, sibling)
    }
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && sameHash(olderHash, olderRoot) && sameHash(newerHash, newerRoot)
}
