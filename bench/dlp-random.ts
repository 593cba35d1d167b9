/** A small seeded generator (mulberry32): the same seed gives the same texts on every machine. */
export interface Dice {
  /** 0 ≤ x < 1. */
  next(): number
  int(min: number, max: number): number
  pick<T>(list: readonly T[]): T
  digits(count: number): string
  /** `#` a digit, `%` a digit that is not 0, `?` a capital letter; the rest as it stands. */
  fill(pattern: string): string
}

export const dice = (seed: number): Dice => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    pick<T>(list: readonly T[]): T {
      const item = list[int(0, list.length - 1)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    digits: count => Array.from({ length: count }, () => int(0, 9)).join(''),
    fill: pattern =>
      pattern.replace(/[#%?]/g, mark =>
        mark === '#' ? String(int(0, 9)) : mark === '%' ? String(int(1, 9)) : String.fromCharCode(65 + int(0, 25)),
      ),
  }
}
