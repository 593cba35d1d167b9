import { hash } from 'node:crypto'
import { assert, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Frontier, rootOf } from './frontier.ts'
import { EMPTY_ROOT, leafHash, nodeHash } from './hash.ts'
import type { Hash } from './hash.ts'
import { consistencyRanges, inclusionRanges } from './range.ts'
import type { Range } from './range.ts'
import { TileEdge, edgeTiles, hashRanges, tileWidth, tilesFor } from './tiles.ts'
import type { Tile } from './tiles.ts'
import { verifyConsistency, verifyInclusion } from './verify-proof.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'))

/** A second implementation: RFC 6962 §2.1 word for word, recursive, over whole lists of leaf data. */
const sha = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')
const largestPowerBelow = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1)
const MTH = (d: readonly Uint8Array[]): Uint8Array => {
  if (d.length === 0) return sha(Buffer.alloc(0))
  if (d.length === 1) return sha(Buffer.concat([Buffer.of(0), d[0]!]))
  const k = largestPowerBelow(d.length)
  return sha(Buffer.concat([Buffer.of(1), MTH(d.slice(0, k)), MTH(d.slice(k))]))
}
const PATH = (m: number, d: readonly Uint8Array[]): Uint8Array[] => {
  if (d.length === 1) return []
  const k = largestPowerBelow(d.length)
  return m < k ? [...PATH(m, d.slice(0, k)), MTH(d.slice(k))] : [...PATH(m - k, d.slice(k)), MTH(d.slice(0, k))]
}
const SUBPROOF = (m: number, d: readonly Uint8Array[], b: boolean): Uint8Array[] => {
  if (m === d.length) return b ? [] : [MTH(d)]
  const k = largestPowerBelow(d.length)
  return m <= k ? [...SUBPROOF(m, d.slice(0, k), b), MTH(d.slice(k))] : [...SUBPROOF(m - k, d.slice(k), false), MTH(d.slice(0, k))]
}

const leaves = Array.from({ length: 64 }, (_, i) => new Uint8Array(Buffer.from(`leaf ${i}`)))
const leafHashes = leaves.map(leafHash)
const roots = Array.from({ length: 65 }, (_, n) => MTH(leaves.slice(0, n)))

const tilesOf = (hashes: readonly Hash[]): Tile[] => {
  const edge = new TileEdge(0, [])
  for (const leaf of hashes) edge.append(leaf)
  return edge.changed()
}
/** What a caller does: ask which tiles, fetch only those, compute. */
const proofFromTiles = (ranges: Range[], tiles: readonly Tile[]): Hash[] => {
  const wanted = tilesFor(ranges)
  return hashRanges(
    ranges,
    tiles.filter(tile => wanted.some(({ level, index }) => tile.level === level && tile.index === index)),
  )
}

describe('the hashes of RFC 6962', () => {
  // The tree of eight leaves that implementations of RFC 6962 compare themselves by.
  const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(unhex)
  const knownRoots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]

  it('are those of the well-known tree of eight leaves, at each of its nine sizes', () => {
    expect(knownRoots.map((_, n) => hex(rootOf(known.slice(0, n).map(leafHash))))).toEqual(knownRoots)
  })

  it('tell a leaf from a node, so that neither can be passed off as the other', () => {
    expect(hex(EMPTY_ROOT)).toBe(hash('sha256', ''))
    expect(hex(leafHash(Buffer.from('L123456')))).toBe(hash('sha256', '\0L123456'))
    const [a, b] = [leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))]
    expect(hex(nodeHash(a, b))).toBe(hash('sha256', Buffer.concat([Buffer.of(1), a, b])))
    expect(hex(leafHash(Buffer.concat([a, b])))).not.toBe(hex(nodeHash(a, b)))
  })
})

/** Sizes at which each proof is also tried on every other leaf, place and root: the small ones and those around a power of two. */
const whole = (size: number): boolean => size <= 17 || (size >= 31 && size <= 33) || size >= 63

describe('every tree up to 64 leaves', () => {
  it('has the root that the definition gives, from a frontier and from tiles', () => {
    const frontier = new Frontier()
    for (let size = 0; size <= 64; size += 1) {
      expect(hex(frontier.root())).toBe(hex(roots[size]!))
      const edge = new TileEdge(size, tilesOf(leafHashes.slice(0, size)))
      expect(hex(edge.root())).toBe(hex(roots[size]!))
      if (size < 64) frontier.append(leafHashes[size]!)
    }
  })

  it('has the inclusion proofs that the definition gives, and they verify for their own leaf, place and size only', () => {
    let proofs = 0
    for (let size = 1; size <= 64; size += 1) {
      const tiles = tilesOf(leafHashes.slice(0, size))
      for (let index = 0; index < size; index += 1) {
        const proof = proofFromTiles(inclusionRanges(index, size), tiles)
        expect(proof.map(hex)).toEqual(PATH(index, leaves.slice(0, size)).map(hex))
        expect(verifyInclusion(index, size, leafHashes[index]!, proof, roots[size]!)).toBe(true)
        for (let other = 0; other < size && whole(size); other += 1) {
          if (other !== index && verifyInclusion(other, size, leafHashes[index]!, proof, roots[size]!))
            expect.fail(`${index} of ${size} passes as ${other}`)
          if (other !== index && verifyInclusion(index, size, leafHashes[other]!, proof, roots[size]!))
            expect.fail(`leaf ${other} passes as ${index} of ${size}`)
        }
        proofs += 1
      }
    }
    expect(proofs).toBe((64 * 65) / 2)
  })

  it('has the consistency proofs that the definition gives, and they verify between their own two trees only', () => {
    let proofs = 0
    for (let newer = 0; newer <= 64; newer += 1) {
      const tiles = tilesOf(leafHashes.slice(0, newer))
      for (let older = 0; older <= newer; older += 1) {
        const proof = proofFromTiles(consistencyRanges(older, newer), tiles)
        expect(proof.map(hex)).toEqual((older === 0 ? [] : SUBPROOF(older, leaves.slice(0, newer), true)).map(hex))
        expect(verifyConsistency(older, newer, roots[older]!, roots[newer]!, proof)).toBe(true)
        for (let other = 0; other <= 64 && whole(newer); other += 1) {
          if (other !== older && verifyConsistency(older, newer, roots[other]!, roots[newer]!, proof))
            expect.fail(`the root of ${other} passes as that of ${older}`)
          // From the empty tree anything follows, so its proof says nothing of the newer root.
          if (older > 0 && other !== newer && verifyConsistency(older, newer, roots[older]!, roots[other]!, proof))
            expect.fail(`the root of ${other} passes as that of ${newer}`)
        }
        proofs += 1
      }
    }
    expect(proofs).toBe((65 * 66) / 2)
  })
})

describe('a proof that was touched', () => {
  const flip = (hashes: readonly Hash[], bit: number): Hash[] => {
    const whole = Buffer.concat(hashes)
    whole[bit >> 3]! ^= 1 << (bit & 7)
    return hashes.map((_, i) => new Uint8Array(whole.subarray(32 * i, 32 * i + 32)))
  }

  it('of inclusion is refused after any change of a single bit or of its shape', () => {
    assert(
      property(integer({ min: 2, max: 64 }), nat(), nat(), (size, i, b) => {
        const index = i % size
        const proof = PATH(index, leaves.slice(0, size))
        const root = roots[size]!
        const check = (p: Hash[], leaf = leafHashes[index]!, r = root, at = index, of = size): boolean =>
          verifyInclusion(at, of, leaf, p, r)
        expect(check(proof)).toBe(true)
        expect(check(flip(proof, b % (proof.length * 256)))).toBe(false)
        expect(check(proof, flip([leafHashes[index]!], b % 256)[0])).toBe(false)
        expect(check(proof, leafHashes[index], flip([root], b % 256)[0])).toBe(false)
        expect(check(proof.slice(1))).toBe(false)
        expect(check(proof.slice(0, -1))).toBe(false)
        expect(check([...proof, proof[0]!])).toBe(false)
        expect(check([proof[0]!, ...proof])).toBe(false)
        expect(check(proof.map(h => h.slice(1)))).toBe(false)
        if (proof.length > 1) expect(check(proof.toReversed())).toBe(false)
        expect(check(proof, leafHashes[index], root, size + (b % 100))).toBe(false)
        for (const at of [-1, 0.5, Number.NaN, 2 ** 53]) expect(check(proof, leafHashes[index], root, at)).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('of consistency is refused after any change of a single bit or of its shape', () => {
    assert(
      property(integer({ min: 2, max: 64 }), nat(), nat(), (newer, o, b) => {
        const older = 1 + (o % (newer - 1))
        const proof = SUBPROOF(older, leaves.slice(0, newer), true)
        const check = (p: Hash[], a = roots[older]!, z = roots[newer]!): boolean => verifyConsistency(older, newer, a, z, p)
        expect(check(proof)).toBe(true)
        expect(check(flip(proof, b % (proof.length * 256)))).toBe(false)
        expect(check(proof, flip([roots[older]!], b % 256)[0])).toBe(false)
        expect(check(proof, roots[older], flip([roots[newer]!], b % 256)[0])).toBe(false)
        expect(check([])).toBe(false)
        expect(check(proof.slice(1))).toBe(false)
        expect(check(proof.slice(0, -1))).toBe(false)
        expect(check([...proof, proof[0]!])).toBe(false)
        expect(check(proof.map(h => Buffer.concat([h, Buffer.of(0)])))).toBe(false)
        expect(verifyConsistency(newer, older, roots[newer]!, roots[older]!, proof)).toBe(false)
      }),
      { numRuns: 400 },
    )
  })
})

describe('a proof that is longer than its tree is high', () => {
  const stray = leafHash(Buffer.from('stray'))

  it('of inclusion is refused, also under a root made to fit it', () => {
    expect(verifyInclusion(0, 1, leafHashes[0]!, [stray], nodeHash(stray, leafHashes[0]!))).toBe(false)
    expect(verifyInclusion(2, 3, leafHashes[2]!, [...PATH(2, leaves.slice(0, 3)), stray], nodeHash(stray, roots[3]!))).toBe(false)
  })

  it('of consistency is refused, also between roots made to fit it', () => {
    const proof = SUBPROOF(3, leaves.slice(0, 4), true)
    expect(verifyConsistency(3, 4, roots[3]!, roots[4]!, proof)).toBe(true)
    expect(verifyConsistency(3, 4, nodeHash(stray, roots[3]!), nodeHash(stray, roots[4]!), [...proof, stray])).toBe(false)
  })
})

describe('tiles', () => {
  it('hold what the specification says of a tree of 70,000 and of 256 leaves', () => {
    const counts = (size: number): string[] => edgeTiles(size).map(name => `${name.level}/${name.index}.p/${tileWidth(name, size)}`)
    expect(counts(70_000)).toEqual(['0/273.p/112', '1/1.p/17', '2/0.p/1'])
    expect(counts(256)).toEqual(['1/0.p/1'])
    expect(tileWidth({ level: 0, index: 272 }, 70_000)).toBe(256)
    expect(tileWidth({ level: 0, index: 274 }, 70_000)).toBe(0)
  })

  it('grow in batches of any size into the same tree, and prove any entry and any older tree of it', { timeout: 30_000 }, () => {
    const many = Array.from({ length: 70_000 }, (_, i) => leafHash(Buffer.from(`entry ${i}`)))
    const stored = new Map<string, Tile>()
    const whole = new Frontier()
    const rootsBySize = new Map([[0, EMPTY_ROOT]])
    let size = 0
    for (const batch of [1, 2, 252, 1, 1, 255, 256, 257, 1000, 1, 20_000, 43_511, 4_462, 1]) {
      const edge = new TileEdge(
        size,
        edgeTiles(size).map(({ level, index }) => stored.get(`${level}/${index}`)!),
      )
      for (const leaf of many.slice(size, size + batch)) {
        edge.append(leaf)
        whole.append(leaf)
      }
      for (const tile of edge.changed()) stored.set(`${tile.level}/${tile.index}`, tile)
      size += batch
      rootsBySize.set(size, whole.root())
      expect(hex(edge.root())).toBe(hex(whole.root()))
    }
    expect(size).toBe(70_000)
    const root = whole.root()
    for (const index of [0, 1, 255, 256, 511, 65_535, 65_536, 69_887, 69_888, 69_998, 69_999]) {
      const ranges = inclusionRanges(index, size)
      expect(tilesFor(ranges).length).toBeLessThanOrEqual(6)
      expect(verifyInclusion(index, size, many[index]!, hashRanges(ranges, stored.values()), root)).toBe(true)
    }
    for (const [older, olderRoot] of rootsBySize) {
      const proof = hashRanges(consistencyRanges(older, size), stored.values())
      expect(verifyConsistency(older, size, olderRoot, root, proof)).toBe(true)
    }
  })

  it('that are missing or short are named, never guessed', () => {
    const tiles = tilesOf(leafHashes)
    expect(() => hashRanges([{ start: 0, end: 64 }], [])).toThrow('tile 0/0')
    expect(() => hashRanges([{ start: 0, end: 64 }], [{ ...tiles[0]!, hashes: tiles[0]!.hashes.slice(32) }])).toThrow('tile 0/0')
    expect(() => new TileEdge(63, tiles)).toThrow('tile 0/0 should hold 63 hashes, it holds 64')
  })

  it('are found for trees of up to 2^53 − 1 leaves; larger or broken numbers are refused', () => {
    const huge = Number.MAX_SAFE_INTEGER
    const path = inclusionRanges(2 ** 52 + 12_345, huge)
    expect(path.length).toBe(53)
    expect(tilesFor(path).every(({ level, index }) => level <= 6 && Number.isSafeInteger(index))).toBe(true)
    expect(consistencyRanges(2 ** 52 + 1, huge).length).toBeGreaterThan(50)
    for (const broken of [-1, 1.5, Number.NaN, 2 ** 53]) {
      expect(() => inclusionRanges(0, broken)).toThrow(RangeError)
      expect(() => consistencyRanges(broken, 5)).toThrow(RangeError)
      expect(() => edgeTiles(broken)).toThrow(RangeError)
    }
    expect(() => inclusionRanges(5, 5)).toThrow('leaf 5 is not in a tree of 5')
    expect(() => consistencyRanges(6, 5)).toThrow(RangeError)
  })
})
