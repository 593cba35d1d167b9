import { numbers } from '../bounds.ts'
import { moments } from '../value/intervals.ts'

/**
 * What is usual, learned once from a quiet period and then kept. Charts judge new points by it and never learn from them:
 * limits recomputed over an alarm would widen until the alarm disappears. To accept a new normal, draw a new baseline on
 * purpose, from points after the change.
 */
export interface Baseline {
  readonly mean: number
  /** Mean moving range, the average distance from one point to the next. */
  readonly movingRange: number
  /** σ̂ = MR̄ / 1.128, the spread from one point to the next; it ignores slow drift within the baseline. */
  readonly sigma: number
  readonly points: number
}

/** d₂ for ranges of two, and the factors drawn from it: 2.66 = 3/d₂ and D₄ = 3.267 (Wheeler, Understanding Variation). */
const D2 = 1.128,
  INDIVIDUAL_LIMIT = 2.66,
  RANGE_LIMIT = 3.267

/**
 * At least eight points in order of time. Review times are skewed: give logarithms of days (`Math.log`) or weekly medians,
 * and turn limits back with `Math.exp`.
 */
export const baseline = (values: readonly number[]): Baseline => {
  numbers('values', values, 8)
  const ranges = values.slice(1).map((value, index) => Math.abs(value - values[index]!))
  const movingRange = moments(ranges).mean
  return { mean: moments(values).mean, movingRange, sigma: movingRange / D2, points: values.length }
}

export interface Limits {
  readonly low: number
  readonly high: number
  readonly range: number
}

/** XmR limits: mean ± 2.66·MR̄ for the points, 3.267·MR̄ for the step from one to the next. */
export const limits = ({ mean, movingRange }: Baseline): Limits => ({
  low: mean - INDIVIDUAL_LIMIT * movingRange,
  high: mean + INDIVIDUAL_LIMIT * movingRange,
  range: RANGE_LIMIT * movingRange,
})

export interface ChartPoint {
  readonly value: number
  readonly alarm: boolean
}

/** The XmR chart (individuals and moving ranges): a point alarms outside the limits, or by too large a step from the one before. */
export const individuals = (
  usual: Baseline,
  values: readonly number[],
  last?: number,
): readonly (ChartPoint & { range: number | null })[] => {
  numbers('values', values, 0)
  const { low, high, range: most } = limits(usual)
  return values.map((value, index) => {
    const previous = index > 0 ? values[index - 1] : last
    const range = previous === undefined ? null : Math.abs(value - previous)
    return { value, range, alarm: value < low || value > high || (range !== null && range > most) }
  })
}
