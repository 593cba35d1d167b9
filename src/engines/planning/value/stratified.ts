import { bounded, invalid, probability, sized, whole } from '../bounds.ts'
import { normalQuantile } from '../numbers/distributions.ts'
import { moments, type Interval } from './intervals.ts'

/** What was measured in one stratum of the registry: by its figures, or by the values themselves (`stratumOf`). */
export interface MeasuredStratum {
  /** N: solutions in the stratum; n of them measured. */
  readonly size: number
  readonly n: number
  readonly mean: number
  /** s, with n − 1. */
  readonly deviation: number
}

export const stratumOf = (size: number, values: readonly number[]): MeasuredStratum => ({ size, ...moments(values) })

export interface StratifiedEstimate extends Interval {
  readonly error: number
  /** The mean times the population, with the same interval. */
  readonly total: Interval
}

/**
 * Mean over all strata: Σ W·ȳ with W = N_h/N; variance Σ W²·(1 − n/N_h)·s²/n (Cochran 5.3–5.4); normal interval. A
 * stratum measured whole adds no variance. One value of a larger stratum shows no spread, so it is refused.
 */
export const stratifiedMean = (strata: readonly MeasuredStratum[], confidence = 0.95): StratifiedEstimate => {
  sized('strata', strata, 1, 10_000)
  probability('confidence', confidence)
  strata.forEach(({ size, n, mean, deviation }, index) => {
    whole(`strata.${index}.size`, size, { min: 1, max: 1e9 })
    whole(`strata.${index}.n`, n, { min: 1, max: size })
    bounded(`strata.${index}.mean`, mean, { min: -1e15, max: 1e15 })
    bounded(`strata.${index}.deviation`, deviation, { max: 1e15 })
    if (n === 1 && size > 1)
      throw invalid(
        `strata.${index}.n`,
        `One of ${size} says nothing about the others.`,
        'Measure at least two, or join the stratum to another.',
      )
  })
  const population = strata.reduce((sum, { size }) => sum + size, 0)
  const value = strata.reduce((sum, { size, mean }) => sum + (size / population) * mean, 0)
  const variance = strata.reduce((sum, { size, n, deviation }) => sum + (size / population) ** 2 * (1 - n / size) * (deviation ** 2 / n), 0)
  const error = Math.sqrt(variance)
  const half = normalQuantile((1 + confidence) / 2) * error
  const low = value - half,
    high = value + half
  return { value, error, low, high, total: { value: value * population, low: low * population, high: high * population } }
}

export interface NonResponse {
  /** Answered share of those asked. */
  readonly rate: number
  /** Mean over those who answered. */
  readonly observed: number
  /** Mean if everyone who didn't answer had the least value thinkable, zero unless told, or the greatest. */
  readonly worst: number
  readonly best: number | null
}

/**
 * Those who don't answer are a result, too: the bounds of what their silence can hide (Manski). The best case needs a stated
 * greatest value; without one it is unknown.
 */
export const nonResponse = (
  asked: number,
  values: readonly number[],
  { least = 0, greatest }: { least?: number; greatest?: number } = {},
): NonResponse => {
  sized('values', values, 1)
  whole('asked', asked, { min: values.length, max: 1e9 })
  bounded('least', least, { min: -1e15, max: Math.min(...values) })
  if (greatest !== undefined) bounded('greatest', greatest, { min: Math.max(...values), max: 1e15 })
  const { n, mean } = moments(values)
  const rate = n / asked
  return {
    rate,
    observed: mean,
    worst: rate * mean + (1 - rate) * least,
    best: greatest === undefined ? null : rate * mean + (1 - rate) * greatest,
  }
}
