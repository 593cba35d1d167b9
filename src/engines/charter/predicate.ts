/** A condition made ready to be asked many times: one pass over known facts, or true, false or open over a state. */
import type { Condition } from './condition.ts'
import type { Judgement, State } from './state.ts'

export interface Predicate {
  /** The facts it reads, ascending. */
  readonly reads: readonly number[]
  /** For facts that are all known; `must` is the state's. */
  readonly holds: (must: Int32Array) => boolean
  /** True or false only if it is so for every completion; may say open where a case distinction would decide. */
  readonly judge: (state: State) => Judgement
  /** A question that is still undecided and matters to the answer, other than about `except`; null where none is. */
  readonly openPart: (state: State, except: number) => Part | null
}

/** "Is any of these among the answers?", and whether a yes pulls the whole condition towards true. */
export interface Part {
  fact: number
  mask: number
  positive: boolean
}

/** `maskOf` gives the bits of a set of a fact's values. */
export const makePredicate = (condition: Condition, maskOf: (fact: number, values: ReadonlySet<number>) => number): Predicate => {
  switch (condition.is) {
    case 'constant':
      return { reads: [], holds: () => condition.value, judge: () => condition.value, openPart: () => null }
    case 'any':
      return anyOf(condition.fact, maskOf(condition.fact, condition.values))
    case 'not':
      return negated(makePredicate(condition.of, maskOf))
  }
  return joined(
    condition.is,
    condition.of.map(part => makePredicate(part, maskOf)),
  )
}

const anyOf = (fact: number, mask: number): Predicate => ({
  reads: [fact],
  holds: must => ((must[fact] ?? 0) & mask) !== 0,
  judge: ({ must, may }) => {
    const possible = may[fact] ?? 0
    if ((possible & mask) === 0) return false
    return ((must[fact] ?? 0) & mask) !== 0 || (possible & ~mask) === 0 ? true : 'open'
  },
  openPart: (_, except) => (fact === except ? null : { fact, mask, positive: true }),
})

const negated = (inner: Predicate): Predicate => ({
  reads: inner.reads,
  holds: must => !inner.holds(must),
  judge: state => {
    const judged = inner.judge(state)
    return judged === 'open' ? judged : !judged
  },
  openPart: (state, except) => {
    const part = inner.openPart(state, except)
    return part === null ? null : { ...part, positive: !part.positive }
  },
})

const joined = (is: 'and' | 'or', parts: readonly Predicate[]): Predicate => {
  const decisive = is === 'or'
  const [first, second] = parts
  const known: Predicate['holds'] =
    parts.length === 2 && first !== undefined && second !== undefined
      ? decisive
        ? must => first.holds(must) || second.holds(must)
        : must => first.holds(must) && second.holds(must)
      : must => {
          for (const part of parts) if (part.holds(must) === decisive) return decisive
          return !decisive
        }
  return {
    reads: [...new Set(parts.flatMap(({ reads }) => reads))].sort((a, b) => a - b),
    holds: known,
    judge: state => {
      let open = false
      for (const part of parts) {
        const judged = part.judge(state)
        if (judged === decisive) return decisive
        if (judged === 'open') open = true
      }
      return open ? 'open' : !decisive
    },
    openPart: (state, except) => {
      // Parts that never read `except` come first: settling them is what isolates it.
      let later: Part | null = null
      for (const part of parts) {
        if (part.judge(state) !== 'open') continue
        const found = part.openPart(state, except)
        if (found === null) continue
        if (!part.reads.includes(except)) return found
        later ??= found
      }
      return later
    },
  }
}
