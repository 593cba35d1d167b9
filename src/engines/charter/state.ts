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

/**
 * The state with one fact narrowed to `must` ⊆ answer ⊆ `may`, or null where nothing can be so. A list is never
 * empty, and "none" stands alone; both are applied here so that no search visits answers that nobody can give.
 */
export const narrow = (state: State, shape: Shape, fact: number, must: number, may: number): State | null => {
  let certain = (state.must[fact] ?? 0) | must
  let possible = (state.may[fact] ?? 0) & may
  if (shape.many[fact] === true) {
    const alone = shape.exclusive[fact] ?? 0
    if ((certain & alone) !== 0) possible &= alone
    else if (certain !== 0) possible &= ~alone
  } else if (certain !== 0) possible &= certain
  if (possible === 0 || (certain & ~possible) !== 0) return null
  if (isSingle(possible)) certain = possible
  const next = { must: state.must.slice(), may: state.may.slice() }
  next.must[fact] = certain
  next.may[fact] = possible
  return next
}

/**
 * Case distinction on "is any of `mask` among the answers of `fact`": visits the states where it is and the one where it
 * is not, which together are all of `state` and do not overlap, and stops at the first for which `visit` says true.
 */
export const someCase = (state: State, shape: Shape, fact: number, mask: number, noFirst: boolean, visit: (state: State) => boolean): boolean => {
  const no = (): boolean => {
    const branch = narrow(state, shape, fact, 0, ~mask)
    return branch !== null && visit(branch)
  }
  return noFirst ? no() || someYes(state, shape, fact, mask, visit) : someYes(state, shape, fact, mask, visit) || no()
}

const someYes = (state: State, shape: Shape, fact: number, mask: number, visit: (state: State) => boolean): boolean => {
  if (shape.many[fact] !== true) {
    const branch = narrow(state, shape, fact, 0, mask)
    return branch !== null && visit(branch)
  }
  let without = 0
  for (let rest = mask & (state.may[fact] ?? 0); rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest
    const branch = narrow(state, shape, fact, bit, ~without)
    if (branch !== null && visit(branch)) return true
    without |= bit
  }
  return false
}

export const isKnown = (state: State, fact: number): boolean => state.must[fact] === state.may[fact]

const isSingle = (mask: number): boolean => (mask & (mask - 1)) === 0
