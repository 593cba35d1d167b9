/**
 * Where the subtrees of an RFC 6962 tree lie. Everything a proof consists of is the hash of a run of leaves; these
 * functions say which runs, and leave it to others to hash them.
 *
 * Numbers are JavaScript integers up to 2^53 − 1; halving is done by arithmetic because bit operators stop at 32 bits.
 */

/** Leaves `start` up to, not including, `end`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** 2^height leaves, beginning at a multiple of 2^height. */
export interface Perfect {
  readonly start: number
  readonly height: number
}

/** Throws a RangeError unless `value` is a size or index that a double holds exactly. */
export const checkCount = (value: number, what: string): void => {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${what} must be a whole number from 0 to 2^53 − 1, got ${value}`)
}

export const half = (n: number): number => Math.floor(n / 2)

export const isOdd = (n: number): boolean => n % 2 === 1

/** The largest power of two smaller than `n`, for n ≥ 2: where RFC 6962 §2.1 splits a tree of n leaves. */
export const split = (n: number): number => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** The perfect subtrees of a run, left to right, largest first: one for each bit of its length. */
export const perfectParts = ({ start, end }: Range): Perfect[] => {
  const parts: Perfect[] = []
  let at = start
  let left = end - start
  while (left > 0) {
    let height = 0
    let size = 1
    while (size * 2 <= left) {
      size *= 2
      height += 1
    }
    parts.push({ start: at, height })
    at += size
    left -= size
  }
  return parts
}

/** PATH(m, D[n]) of RFC 6962 §2.1.1: the siblings on the way from leaf `index` up to the root, lowest first. */
export const inclusionRanges = (index: number, size: number): Range[] => {
  checkCount(index, 'leaf index')
  checkCount(size, 'tree size')
  if (index >= size) throw new RangeError(`leaf ${index} is not in a tree of ${size}`)
  const path: Range[] = []
  let start = 0
  let end = size
  while (end - start > 1) {
    const middle = start + split(end - start)
    if (index < middle) {
      path.push({ start: middle, end })
      end = middle
    } else {
      path.push({ start, end: middle })
      start = middle
    }
  }
  return path.toReversed()
}

/**
 * PROOF(m, D[n]) of RFC 6962 §2.1.2: what shows that the tree of `older` leaves is the beginning of the tree of `newer`.
 * Empty when they are the same size, and for the empty tree, which begins every tree (RFC 9162 §2.1.4).
 */
export const consistencyRanges = (older: number, newer: number): Range[] => {
  checkCount(older, 'older size')
  checkCount(newer, 'newer size')
  if (older > newer) throw new RangeError(`a tree of ${older} can't begin a tree of ${newer}`)
  if (older === 0 || older === newer) return []
  const path: Range[] = []
  let start = 0
  let end = newer
  // Until the walk first goes right, the older tree's own root is known to the verifier and left out (b = true in the RFC).
  while (older !== end) {
    const middle = start + split(end - start)
    if (older <= middle) {
      path.push({ start: middle, end })
      end = middle
    } else {
      path.push({ start, end: middle })
      start = middle
    }
  }
  if (start > 0) path.push({ start, end })
  return path.toReversed()
}
