import { numbers, probability, whole } from '../bounds.ts'
import { normalCdf, normalQuantile } from '../numbers/distributions.ts'
import { mulberry32 } from '../numbers/random.ts'
import type { Interval } from './intervals.ts'

export interface BootstrapOptions {
  seed: number
  samples?: number
  confidence?: number
}

/** An interval with all that is needed to compute it again. */
export interface BootstrapInterval extends Interval {
  readonly method: 'BCa' | 'percentile'
  readonly seed: number
  readonly samples: number
}

/**
 * Percentile interval of any statistic: resamples with replacement (mulberry32, one number per draw), sorted, at indices
 * ⌊(1−c)/2·B⌋ and ⌊(1+c)/2·B⌋.
 */
export const bootstrapPercentile = (values: readonly number[], statistic: Statistic, options: BootstrapOptions): BootstrapInterval => {
  const { confidence, seed, samples, sorted } = resampled(values, statistic, options)
  return {
    value: statistic(values),
    low: at(sorted, (1 - confidence) / 2),
    high: at(sorted, (1 + confidence) / 2),
    method: 'percentile',
    seed,
    samples,
  }
}

/**
 * Bias-corrected and accelerated interval (Efron 1987; Efron and Tibshirani, An Introduction to the Bootstrap, 14.3): the
 * percentiles are moved by the bias z₀ of the resamples and by the skewness a from leaving out one value at a time. To be
 * preferred for skewed values such as hours saved. Where all values are equal it is that one point.
 */
export const bootstrapBca = (values: readonly number[], statistic: Statistic, options: BootstrapOptions): BootstrapInterval => {
  const { confidence, seed, samples, sorted } = resampled(values, statistic, options)
  const value = statistic(values)
  const below = sorted.filter(x => x < value).length,
    equal = sorted.filter(x => x === value).length
  const share = (below + equal / 2) / samples
  if (equal === samples) return { value, low: value, high: value, method: 'BCa', seed, samples }
  // A statistic at the edge of all its resamples has no finite bias; half a resample is left on each side.
  const bias = normalQuantile(Math.min(Math.max(share, 0.5 / samples), 1 - 0.5 / samples))
  const left = values.map((_, index) => statistic(values.toSpliced(index, 1)))
  const middle = left.reduce((sum, x) => sum + x, 0) / left.length
  const cubes = left.reduce((sum, x) => sum + (middle - x) ** 3, 0),
    squares = left.reduce((sum, x) => sum + (middle - x) ** 2, 0)
  const acceleration = squares === 0 ? 0 : cubes / (6 * squares ** 1.5)
  const moved = (p: number) => {
    const z = bias + normalQuantile(p)
    return normalCdf(bias + z / (1 - acceleration * z))
  }
  return {
    value,
    low: at(sorted, moved((1 - confidence) / 2)),
    high: at(sorted, moved((1 + confidence) / 2)),
    method: 'BCa',
    seed,
    samples,
  }
}

/** The usual case: an interval for the mean. */
export const bootstrapMean = (values: readonly number[], options: BootstrapOptions): BootstrapInterval =>
  bootstrapBca(values, meanOf, options)

export const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length

export type Statistic = (values: readonly number[]) => number

const resampled = (values: readonly number[], statistic: Statistic, { seed, samples = 10_000, confidence = 0.95 }: BootstrapOptions) => {
  numbers('values', values, 3)
  whole('seed', seed, { max: 2 ** 32 - 1 })
  whole('samples', samples, { min: 100, max: 1_000_000 })
  whole('samples', samples * values.length, { max: MOST_DRAWS })
  probability('confidence', confidence)
  const random = mulberry32(seed)
  const sorted = new Float64Array(samples)
  const again = values.slice()
  for (let sample = 0; sample < samples; sample++) {
    for (let draw = 0; draw < again.length; draw++) again[draw] = values[Math.floor(random() * values.length)]!
    sorted[sample] = statistic(again)
  }
  sorted.sort()
  return { confidence, seed, samples, sorted }
}

const MOST_DRAWS = 200_000_000

const at = (sorted: Float64Array, p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!
