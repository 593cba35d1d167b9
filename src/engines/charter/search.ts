/** What can still come true: exact answers over every possible completion, by case distinction within a budget. */
import type { Predicate } from './predicate.ts'
import { isKnown, scratch, someCase, type Shape, type State } from './state.ts'

/** Steps left. When it ends, answers stay sound ("it may be") but are no longer tight; `ended` tells. */
export class Budget {
  #left: number
  ended = false

  constructor(steps: number) {
    this.#left = steps
  }

  spend(): boolean {
    if (this.#left-- > 0) return true
    this.ended = true
    return false
  }
}

/** Whether some completion makes the predicate come out as `wanted`; true as well when the budget ends before it is known. */
export const canBe = (predicate: Predicate, wanted: boolean, state: State, shape: Shape, budget: Budget): boolean => {
  const judged = predicate.judge(state)
  return judged === 'open' ? completes(predicate, wanted, scratch(state), shape, budget) : judged === wanted
}

/** The same of a scratch copy, which is narrowed on the way and then as it was. */
const completes = (predicate: Predicate, wanted: boolean, state: State, shape: Shape, budget: Budget): boolean => {
  const search = (here: State): boolean => {
    const judged = predicate.judge(here)
    if (judged !== 'open') return judged === wanted
    const part = predicate.openPart(here, NONE)
    if (part === null || !budget.spend()) return true
    return someCase(here, shape, part.fact, part.mask, part.positive !== wanted, search)
  }
  return search(state)
}

/**
 * Whether two completions that differ in nothing but `fact` can come out differently. False is proof that asking for
 * the fact cannot change this outcome; true may also mean that the budget ended.
 * @param state a scratch copy, which is narrowed on the way and then as it was
 */
export const dependsOn = (predicate: Predicate, fact: number, state: State, shape: Shape, budget: Budget): boolean => {
  if (!predicate.reads.includes(fact) || isKnown(state, fact)) return false
  const search = (here: State): boolean => {
    if (predicate.judge(here) !== 'open') return false
    const part = predicate.openPart(here, fact)
    if (part === null) return completes(predicate, true, here, shape, budget) && completes(predicate, false, here, shape, budget)
    if (!budget.spend()) return true
    return someCase(here, shape, part.fact, part.mask, part.positive, search)
  }
  return search(state)
}

/** No fact at all. */
const NONE = -1
