import { EMPTY_ROOT, nodeHash } from './hash.ts'
import type { Hash } from './hash.ts'

/**
 * The right edge of a growing tree: the roots of its perfect subtrees, one for each bit of its size. Enough to append
 * and to know the root, in at most 53 hashes, however large the tree: a verifier reads a file of any length with it.
 */
export class Frontier {
  /** By height; a hole where the size has a zero bit. */
  readonly #peaks: (Hash | undefined)[] = []
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Adds the next leaf, given its leaf hash. */
  append(leaf: Hash): void {
    let carried = leaf
    let height = 0
    for (;;) {
      const peak = this.#peaks[height]
      if (peak === undefined) break
      carried = nodeHash(peak, carried)
      this.#peaks[height] = undefined
      height += 1
    }
    this.#peaks[height] = carried
    this.#size += 1
  }

  root(): Hash {
    let root: Hash | undefined
    for (const peak of this.#peaks) {
      if (peak !== undefined) root = root === undefined ? peak : nodeHash(peak, root)
    }
    return root ?? EMPTY_ROOT
  }
}

/** The root of a tree with these leaf hashes. */
export const rootOf = (leaves: Iterable<Hash>): Hash => {
  const frontier = new Frontier()
  for (const leaf of leaves) frontier.append(leaf)
  return frontier.root()
}
