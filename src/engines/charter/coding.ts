/** Which values rules tell apart, and the bits that stand for them in a state. */
import { valueSets, type Condition } from './condition.ts'
import type { FactSpace } from './space.ts'
import type { Shape } from './state.ts'

export interface Coding {
  shape: Shape
  /** Bits of one value of a fact. */
  bit: (fact: number, value: number) => number
  /** All bits of each fact. */
  all: Int32Array
  maskOf: (fact: number, values: ReadonlySet<number>) => number
}

/** More kinds of values than this that rules tell apart would not fit a word. */
const MAX_CLASSES = 31

/** Gives the values that no condition tells apart one bit in common; null names a fact with too many distinctions. */
export const encode = (space: FactSpace, conditions: readonly Condition[]): Coding | { tooMany: string } => {
  const sets = new Map<number, ReadonlySet<number>[]>()
  for (const condition of conditions) valueSets(condition, sets)
  const bits: number[][] = []
  const all = new Int32Array(space.facts.length)
  const exclusive = new Int32Array(space.facts.length)
  for (const fact of space.facts) {
    const told = sets.get(fact.index) ?? []
    const classes = new Map<string, number>()
    bits.push(
      fact.values.map((_, value) => {
        const signature = value === fact.exclusive ? 'alone' : told.map(set => (set.has(value) ? '1' : '0')).join('')
        const known = classes.get(signature) ?? classes.size
        classes.set(signature, known)
        return 1 << known
      }),
    )
    if (classes.size > MAX_CLASSES) return { tooMany: fact.path }
    all[fact.index] = (bits[fact.index] ?? []).reduce((mask, bit) => mask | bit, 0)
    exclusive[fact.index] = fact.exclusive < 0 ? 0 : (bits[fact.index]?.[fact.exclusive] ?? 0)
  }
  const bit = (fact: number, value: number): number => bits[fact]?.[value] ?? 0
  const maskOf = (fact: number, values: ReadonlySet<number>): number => {
    let mask = 0
    for (const value of values) mask |= bit(fact, value)
    return mask
  }
  return { shape: { many: space.facts.map(({ type }) => type === 'many'), exclusive }, bit, all, maskOf }
}
