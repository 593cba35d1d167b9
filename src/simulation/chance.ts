import { stream } from '#src/engines/planning/index.ts'
import type { Random } from '#src/engines/planning/index.ts'
import type { SettableClock } from '#src/kernel/clock.ts'

/**
 * Luck of its own for each question that is asked, by its words: whoever asks one question more changes no other answer.
 */
export interface Chance {
  /** From 0 up to 1. */
  of(...words: readonly (string | number)[]): number
  happens(share: number, ...words: readonly (string | number)[]): boolean
  pick<T>(list: readonly T[], ...words: readonly (string | number)[]): T
  shuffled<T>(list: readonly T[], ...words: readonly (string | number)[]): T[]
}

export const chanceFrom = (seed: number): Chance => {
  const random = (words: readonly (string | number)[]): Random => stream(seed, ...words.map(keyFor))
  const of = (...words: readonly (string | number)[]): number => random(words)()
  return {
    of,
    happens: (share, ...words) => of(...words) < share,
    pick(list, ...words) {
      const found = list[Math.floor(of(...words) * list.length)]
      if (found === undefined) throw new Error('There is nothing to pick from.')
      return found
    },
    shuffled(list, ...words) {
      const next = random(words)
      return list
        .map(each => ({ each, place: next() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ each }) => each)
    },
  }
}

const encoder = new TextEncoder()

/** FNV-1a, 32 bits: the words only have to be told apart. */
const keyFor = (word: string | number): number =>
  typeof word === 'number' ? word : encoder.encode(word).reduce((sum, byte) => Math.imul(sum ^ byte, 16_777_619), 0x811c9dc5)

/** Ids in the form of UUID version 7 that follow from the seed and from the simulated time, in the order in which they are taken. */
export const idsFrom = (seed: number, clock: SettableClock): (() => string) => {
  const random = stream(seed, keyFor('ids'))
  let taken = 0
  return () => {
    taken += 1
    const hex = (value: number, digits: number) => Math.floor(value).toString(16).padStart(digits, '0')
    const time = hex(clock.now().epochMilliseconds, 12)
    const order = hex(taken, 8)
    // Version and variant stand where RFC 9562 §5.7 wants them; the count keeps ids of one moment in order.
    return `${time.slice(0, 8)}-${time.slice(8)}-7${order.slice(0, 3)}-8${order.slice(3, 6)}-${order.slice(6)}${hex(random() * 2 ** 40, 10)}`
  }
}
