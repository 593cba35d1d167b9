import { invalid } from '../bounds.ts'
import type { Scenario } from './scenario.ts'

/** Tiers that the same people may review wait in one queue, a lane. A team in which everybody reviews everything has one. */
export interface Lanes {
  readonly count: number
  /** The lane of each tier. */
  readonly ofTier: readonly number[]
  /** The lanes that each reviewer serves. */
  readonly ofReviewer: readonly (readonly number[])[]
}

const MOST_LANES = 10

export const lanesOf = ({ tiers, reviewers }: Scenario): Lanes => {
  const serving = tiers.map(({ name }) => reviewers.flatMap((reviewer, index) => ((reviewer.tiers?.includes(name) ?? true) ? [index] : [])))
  const distinct = [...new Set(serving.map(String))]
  const unserved = serving.findIndex(able => able.length === 0)
  if (unserved >= 0)
    throw invalid(`tiers.${unserved}.name`, `Nobody may review "${tiers[unserved]!.name}".`, 'Add it to somebody’s tiers, or add somebody.')
  if (distinct.length > MOST_LANES)
    throw invalid('reviewers', `Who may review what divides the tiers into ${distinct.length} queues.`, `Bring them down to ${MOST_LANES}.`)
  const ofTier = serving.map(able => distinct.indexOf(String(able)))
  return {
    count: distinct.length,
    ofTier,
    ofReviewer: reviewers.map((_, index) => [...new Set(ofTier.filter((_lane, tier) => serving[tier]!.includes(index)))]),
  }
}
