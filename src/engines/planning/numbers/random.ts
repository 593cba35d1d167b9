/** A source of numbers uniform on [0, 1), fully decided by its seed. */
export type Random = () => number

/** mulberry32: 32 bits of state, the generator of the reference values; enough for one bootstrap. */
export const mulberry32 = (seed: number): Random => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    return scramble(state) / 4294967296
  }
}

/**
 * An independent stream for each combination of keys (seed, replication, tier, purpose …): sfc32 (Chris Doty-Humphrey's
 * small fast chaotic generator, 128 bits of state), started from a hash of the keys and run in. Two scenarios that
 * share their keys share their luck, which is what makes their difference precise (common random numbers).
 */
export const stream = (...keys: readonly number[]): Random => {
  let a = 0x9e3779b9,
    b = 0x243f6a88,
    c = 0xb7e15162,
    counter = 1
  for (const key of keys) {
    a = scramble(a ^ (key | 0)) | 0
    b = scramble((b + a + Math.floor(key / 4294967296)) | 0) | 0
    c = scramble((c ^ b) + key) | 0
  }
  const next = () => {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let run = 0; run < 12; run++) next()
  return next
}

const scramble = (value: number): number => {
  let t = Math.imul(value ^ (value >>> 15), 1 | value)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return (t ^ (t >>> 14)) >>> 0
}
