/**
 * What is known about a solution, as the engine sees it. Values that no rule tells apart share one bit, so each fact
 * fits one 32-bit word: `may` holds what is still possible, `must` what is certain. A known answer has both alike;
 * "not sure" is a wider `may`. A state always stands for at least one possible set of answers.
 */
export interface State {
  readonly must: Int32Array
  readonly may: Int32Array
}

/** What a fact's bits mean; index = the fact's place in the space. */
export interface Shape {
  /** Several values may hold at once. */
  readonly many: readonly boolean[]
  /** The bit of the value that stands alone ("none"), or 0. */
  readonly exclusive: Int32Array
}

export type Judgement = true | false | 'open'

/** A copy that a search may narrow and widen again. */
export const scratch = ({ must, may }: State): State => ({ must: must.slice(), may: may.slice() })

/**
 * Visits the state with one fact narrowed to `must` ⊆ answer ⊆ `may`, unless nothing can be so, and puts it back as it
 * was; the state is a scratch copy of the search. A list is never empty, and "none" stands alone; both are applied here
 * so that no search visits answers that nobody can give.
 */
export const narrowed = (
  state: State,
  shape: Shape,
  fact: number,
  must: number,
  may: number,
  visit: (state: State) => boolean,
): boolean => {
  const certainBefore = state.must[fact] ?? 0
  const possibleBefore = state.may[fact] ?? 0
  let certain = certainBefore | must
  let possible = possibleBefore & may
  if (shape.many[fact] === true) {
    const alone = shape.exclusive[fact] ?? 0
    if ((certain & alone) !== 0) possible &= alone
    else if (certain !== 0) possible &= ~alone
  } else if (certain !== 0) possible &= certain
  if (possible === 0 || (certain & ~possible) !== 0) return false
  state.must[fact] = isSingle(possible) ? possible : certain
  state.may[fact] = possible
  const answer = visit(state)
  state.must[fact] = certainBefore
  state.may[fact] = possibleBefore
  return answer
}

/**
 * Case distinction on "is any of `mask` among the answers of `fact`": visits the states where it is and the one where it
 * is not, which together are all of `state` and do not overlap, and stops at the first for which `visit` says true.
 */
export const someCase = (
  state: State,
  shape: Shape,
  fact: number,
  mask: number,
  noFirst: boolean,
  visit: (state: State) => boolean,
): boolean => {
  if (noFirst && narrowed(state, shape, fact, 0, ~mask, visit)) return true
  if (someYes(state, shape, fact, mask, visit)) return true
  return !noFirst && narrowed(state, shape, fact, 0, ~mask, visit)
}

const someYes = (state: State, shape: Shape, fact: number, mask: number, visit: (state: State) => boolean): boolean => {
  if (shape.many[fact] !== true) return narrowed(state, shape, fact, 0, mask, visit)
  let without = 0
  for (let rest = mask & (state.may[fact] ?? 0); rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest
    if (narrowed(state, shape, fact, bit, ~without, visit)) return true
    without |= bit
  }
  return false
}

export const isKnown = (state: State, fact: number): boolean => state.must[fact] === state.may[fact]

const isSingle = (mask: number): boolean => (mask & (mask - 1)) === 0
