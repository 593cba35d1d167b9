import { EMPTY_ROOT, HASH_BYTES, foldRow, nodeHash } from './hash.ts'
import type { Hash } from './hash.ts'
import { checkCount, perfectParts } from './range.ts'
import type { Perfect, Range } from './range.ts'

/**
 * A tree kept as tiles (C2SP tlog-tiles): tile `index` of `level` holds, side by side, up to 256 hashes of consecutive
 * perfect subtrees of 256^level leaves. Any proof needs a handful of tiles, so it can be computed from a table, a
 * folder of files or a web cache alike, and appending touches only the right-most tile of each level.
 */
export interface TileName {
  readonly level: number
  readonly index: number
}
export interface Tile extends TileName {
  readonly hashes: Uint8Array
}

export const TILE_WIDTH = 256
const TILE_HEIGHT = 8

/** How many hashes the tile of this name holds in a tree of `size` leaves; 0 where the tile doesn't exist. */
export const tileWidth = ({ level, index }: TileName, size: number): number => {
  const hashes = Math.floor(size / TILE_WIDTH ** level)
  return Math.min(TILE_WIDTH, Math.max(0, hashes - index * TILE_WIDTH))
}

const locate = ({ start, height }: Perfect): TileName & { offset: number; count: number } => {
  const level = Math.floor(height / TILE_HEIGHT)
  const position = start / TILE_WIDTH ** level
  return { level, index: Math.floor(position / TILE_WIDTH), offset: position % TILE_WIDTH, count: 2 ** (height % TILE_HEIGHT) }
}

const nameOf = ({ level, index }: TileName): string => `${level}/${index}`

/** The tiles from which the hashes of these runs of leaves can be computed, each named once. */
export const tilesFor = (ranges: readonly Range[]): TileName[] => {
  const names = new Map<string, TileName>()
  for (const part of ranges.flatMap(perfectParts)) {
    const { level, index } = locate(part)
    names.set(nameOf({ level, index }), { level, index })
  }
  return [...names.values()]
}

/** The right-most tile of each level of a tree of `size` leaves that isn't full: what appending and the root need. */
export const edgeTiles = (size: number): TileName[] => {
  checkCount(size, 'tree size')
  const names: TileName[] = []
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH)) {
    if (hashes % TILE_WIDTH > 0) names.push({ level, index: Math.floor(hashes / TILE_WIDTH) })
  }
  return names
}

/** The i-th hash of a tile, as a copy: a tile under construction may change under it. */
const hashAt = (hashes: Uint8Array, i: number): Hash => hashes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES)

/**
 * The hashes of runs of leaves, computed from tiles. Throws a RangeError that names the tile when one is missing or
 * shorter than needed. Whether the tiles are genuine is for a proof's verification to show, not for this.
 */
export const hashRanges = (ranges: readonly Range[], tiles: Iterable<Tile>): Hash[] => {
  const byName = new Map<string, Uint8Array>()
  for (const tile of tiles) byName.set(nameOf(tile), tile.hashes)
  const perfectHash = (part: Perfect): Hash => {
    const { level, index, offset, count } = locate(part)
    const hashes = byName.get(nameOf({ level, index }))
    if (hashes === undefined || hashes.length < (offset + count) * HASH_BYTES)
      throw new RangeError(`tile ${level}/${index} is missing or too short`)
    return foldRow(Array.from({ length: count }, (_, i) => hashAt(hashes, offset + i)))
  }
  return ranges.map(range =>
    perfectParts(range)
      .map(perfectHash)
      .reduceRight((right, left) => nodeHash(left, right)),
  )
}

/** A tree that is being appended to, held by its edge tiles only. Give it the tiles that `edgeTiles(size)` names. */
export class TileEdge {
  /** By level: the hashes of the right-most tile so far. */
  readonly #rows: Hash[][] = []
  readonly #changed = new Map<string, Tile>()
  #size: number

  constructor(size: number, tiles: Iterable<Tile>) {
    this.#size = size
    const byName = new Map<string, Uint8Array>()
    for (const tile of tiles) byName.set(nameOf(tile), tile.hashes)
    for (const name of edgeTiles(size)) {
      const width = tileWidth(name, size)
      const hashes = byName.get(nameOf(name))
      if (hashes === undefined || hashes.length !== width * HASH_BYTES) {
        throw new RangeError(`tile ${nameOf(name)} should hold ${width} hashes, it holds ${(hashes?.length ?? 0) / HASH_BYTES}`)
      }
      this.#rows[name.level] = Array.from({ length: width }, (_, i) => hashAt(hashes, i))
    }
  }

  get size(): number {
    return this.#size
  }

  append(leaf: Hash): void {
    let carried: Hash | undefined = leaf
    for (let level = 0; carried !== undefined; level += 1) {
      const row: Hash[] = (this.#rows[level] ??= [])
      row.push(carried)
      const index = Math.floor(this.#size / TILE_WIDTH ** (level + 1))
      carried = undefined
      if (row.length === TILE_WIDTH) {
        this.#keep(level, index, row)
        carried = foldRow(row)
        this.#rows[level] = []
      }
    }
    this.#size += 1
  }

  /** The tiles that differ from those given at the start: every one that became full, and the edge as it is now. */
  changed(): Tile[] {
    for (const { level, index } of edgeTiles(this.#size)) this.#keep(level, index, this.#rows[level] ?? [])
    return [...this.#changed.values()]
  }

  root(): Hash {
    let root: Hash | undefined
    // What is left over at one level is the last, smaller subtree of the row above it.
    for (const row of this.#rows) {
      const whole: Hash[] = root === undefined ? (row ?? []) : [...(row ?? []), root]
      if (whole.length > 0) root = foldRow(whole)
    }
    return root ?? EMPTY_ROOT
  }

  #keep(level: number, index: number, row: readonly Hash[]): void {
    this.#changed.set(nameOf({ level, index }), { level, index, hashes: new Uint8Array(Buffer.concat(row)) })
  }
}
