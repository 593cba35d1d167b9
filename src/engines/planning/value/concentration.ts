import { bounded, numbers } from '../bounds.ts'
import { bootstrapBca, type BootstrapInterval } from './bootstrap.ts'
import { wilson, type Interval } from './intervals.ts'

/** How the value of the inventory is spread over its solutions. */

/** Cumulative share of solutions and of their value, the least valuable first, from (0, 0) to (1, 1). Null when the sum is 0. */
export const lorenz = (values: readonly number[]): readonly { solutions: number; value: number }[] | null => {
  numbers('values', values, 1)
  const sorted = values.toSorted((a, b) => a - b)
  const sum = sorted.reduce((total, x) => total + x, 0)
  if (sum === 0) return null
  let reached = 0
  return [
    { solutions: 0, value: 0 },
    ...sorted.map((x, index) => ({ solutions: (index + 1) / sorted.length, value: (reached += x) / sum })),
  ]
}

/**
 * Gini coefficient, 2·Σ i·x_(i) / (n·Σx) − (n+1)/n; `corrected` × n/(n−1) for small samples. Null where it means nothing:
 * nothing of value, or negative net values, which have a share curve only.
 */
export const gini = (values: readonly number[]): { gini: number; corrected: number | null } | null => {
  numbers('values', values, 1)
  const n = values.length,
    sum = values.reduce((total, x) => total + x, 0)
  if (sum === 0 || values.some(x => x < 0)) return null
  const ranked = values.toSorted((a, b) => a - b).reduce((total, x, index) => total + (index + 1) * x, 0)
  const coefficient = (2 * ranked) / (n * sum) - (n + 1) / n
  return { gini: coefficient, corrected: n > 1 ? (coefficient * n) / (n - 1) : null }
}

/** Share of all value held by the best ⌈p·n⌉ solutions (rounded up; exact products are not pushed over by their last digit). */
export const topShare = (values: readonly number[], part: number): number | null => {
  numbers('values', values, 1)
  bounded('part', part, { above: 0, max: 1 })
  const sum = values.reduce((total, x) => total + x, 0)
  if (sum === 0) return null
  const best = values.toSorted((a, b) => b - a).slice(0, Math.ceil(part * values.length - 1e-9))
  return best.reduce((total, x) => total + x, 0) / sum
}

/**
 * Interval for the Gini coefficient of a sample (BCa). Null where the coefficient is, or where leaving out or redrawing
 * some solutions could leave nothing of value to divide.
 */
export const giniInterval = (
  values: readonly number[],
  options: { seed: number; samples?: number; confidence?: number },
): BootstrapInterval | null => {
  if (gini(values) === null || values.filter(x => x > 0).length < 5) return null
  return bootstrapBca(values, sample => gini(sample)?.gini ?? 0, options)
}

/**
 * Share of solutions of negligible value, with its interval when they are a sample. The threshold is written down before
 * measuring, in the unit of the values; there is no default, for any default would decide the answer.
 */
export const negligible = (values: readonly number[], threshold: number, confidence?: number): Interval => {
  numbers('values', values, 1)
  bounded('threshold', threshold, { min: -1e15, max: 1e15 })
  return wilson(values.filter(x => x < threshold).length, values.length, confidence)
}
