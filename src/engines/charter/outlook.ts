/** How far the outcome is settled: the tiers still possible, and whether something prohibited still is. */
import type { Charter } from './charter.ts'
import type { Facts } from './facts.ts'
import type { Predicate } from './predicate.ts'
import type { Program } from './program.ts'
import { Budget, canBe } from './search.ts'
import type { Tier } from './space.ts'
import type { State } from './state.ts'

export interface Outlook {
  bottom: Tier
  top: Tier
  mayBeProhibited: boolean
  /** False when the search ended early: the range then holds the truth but may be wider than need be. */
  tight: boolean
}

/** Case distinctions one outlook may spend; the default charter needs 35 with nothing known. */
const STEPS = 5_000

/**
 * "At least tier t" is one condition. The top is the highest t that can be true, the bottom the highest t that
 * cannot be false, both exact over every completion unless the budget ends.
 */
export const outlook = ({ engine }: Charter, program: Program, facts: Facts): Outlook => {
  const { shape } = engine.coding
  const budget = new Budget(STEPS)
  const mayBeProhibited = program.signals.some(
    ({ what, predicate }) => what === 'prohibited' && canBe(predicate, true, facts, shape, budget),
  )
  return {
    bottom: lowest(program, predicate => canBe(predicate, false, facts, shape, budget)),
    top: topTier(engine.coding.shape, program, facts, budget),
    mayBeProhibited,
    tight: !budget.ended,
  }
}

/** The highest tier that some completion reaches. */
export const topTier = (shape: Charter['engine']['coding']['shape'], program: Program, state: State, budget: Budget): Tier => {
  for (const { tier, predicate } of program.atLeast.toReversed())
    if (tier !== null && canBe(predicate, true, state, shape, budget)) return tier
  return 1
}

const lowest = (program: Program, canBeFalse: (predicate: Predicate) => boolean): Tier => {
  let bottom: Tier = 1
  for (const { tier, predicate } of program.atLeast) {
    if (tier === null || canBeFalse(predicate)) break
    bottom = tier
  }
  return bottom
}

/** With every fact known there is one tier, and nothing is merely possible. */
export const settled = (tier: Tier): Outlook => ({ bottom: tier, top: tier, mayBeProhibited: false, tight: true })

/** Whether the predicate holds whatever the open answers turn out to be, as far as one look tells. */
export const isClear = (predicate: Predicate, facts: Facts): boolean =>
  facts.complete ? predicate.holds(facts.must) : predicate.judge(facts) === true
