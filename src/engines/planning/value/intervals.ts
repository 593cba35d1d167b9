import { bounded, numbers, probability, whole } from '../bounds.ts'
import { normalQuantile, tQuantile } from '../numbers/distributions.ts'

export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * Wilson's interval for a share (Wilson 1927): centre (p̂ + z²/2n)/(1 + z²/n), half-width z/(1 + z²/n)·√(p̂(1−p̂)/n + z²/4n²).
 * Unlike p̂ ± error it stays within 0 and 1 and says something at 0 of 20.
 */
export const wilson = (successes: number, n: number, confidence = 0.95): Interval => {
  whole('n', n, { min: 1, max: 1e9 })
  whole('successes', successes, { max: n })
  const z = normalQuantile((1 + probability('confidence', confidence)) / 2)
  const share = successes / n,
    shrink = 1 / (1 + (z * z) / n)
  const centre = (share + (z * z) / (2 * n)) * shrink
  const half = z * shrink * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  // At none and at all the exact ends are 0 and 1; rounding may miss them.
  return { value: share, low: successes === 0 ? 0 : centre - half, high: successes === n ? 1 : centre + half }
}

export interface MeanInterval extends Interval {
  readonly n: number
  readonly deviation: number
  readonly error: number
}

/**
 * Student's interval for a mean: ȳ ± t(n−1)·s/√n, with the factor √(1 − n/N) when the sample is a good part of a population
 * of N. For skewed values prefer `bootstrapMean`.
 */
export const meanInterval = (
  values: readonly number[],
  { confidence = 0.95, population }: { confidence?: number; population?: number } = {},
): MeanInterval => {
  numbers('values', values, 2)
  probability('confidence', confidence)
  if (population !== undefined) bounded('population', population, { min: values.length, max: 1e12 })
  const { n, mean, deviation } = moments(values)
  const error = (deviation / Math.sqrt(n)) * (population === undefined ? 1 : Math.sqrt(1 - n / population))
  const half = error * tQuantile((1 + confidence) / 2, n - 1)
  return { n, value: mean, deviation, error, low: mean - half, high: mean + half }
}

/**
 * Before against after, each solution with itself: the interval of the mean difference after − before. It says what
 * changed, not why; for that, compare with solutions to which nothing was done.
 */
export const pairedDifference = (
  pairs: readonly { before: number; after: number }[],
  options: { confidence?: number; population?: number } = {},
): MeanInterval =>
  meanInterval(
    pairs.map(({ before, after }) => after - before),
    options,
  )

/** Mean and standard deviation (n − 1); the deviation of one value is 0. */
export const moments = (values: readonly number[]): { n: number; mean: number; deviation: number } => {
  const n = values.length
  const mean = values.reduce((sum, x) => sum + x, 0) / n
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  return { n, mean, deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 }
}
