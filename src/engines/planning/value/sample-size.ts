import { bounded, invalid, probability, sized, whole } from '../bounds.ts'
import { normalQuantile } from '../numbers/distributions.ts'

/**
 * How many solutions to measure. The population is the registry on a date; with a few hundred in it, the finite correction
 * matters. Sources: Cochran, Sampling Techniques, 3rd ed., 4.4 (shares), 4.6 (means), 5.5 (allocation).
 */

interface Wanted {
  /** Half the width of the interval that is wanted, in the unit of what is measured. */
  error: number
  /** Size of the registry; endless if left out. */
  population?: number
  confidence?: number
}

/** For a share within ± `error`: n₀ = z²·p(1−p)/e², n = n₀ / (1 + (n₀−1)/N), rounded up. p = 0.5 is the safe choice. */
export const sampleForShare = ({ error, share = 0.5, population = Infinity, confidence = 0.95 }: Wanted & { share?: number }): number => {
  bounded('error', error, { above: 0, below: 1 })
  bounded('share', share, { max: 1 })
  const n0 = (twoSided(confidence) ** 2 * share * (1 - share)) / error ** 2
  return upTo(checkedPopulation(population), n0 / (1 + (n0 - 1) / population))
}

/** For a mean within ± `error`: n₀ = (z·s/e)², n = n₀ / (1 + n₀/N), rounded up. `deviation` from a pilot or from last year. */
export const sampleForMean = ({ error, deviation, population = Infinity, confidence = 0.95 }: Wanted & { deviation: number }): number => {
  bounded('error', error, { above: 0, max: 1e15 })
  bounded('deviation', deviation, { max: 1e15 })
  const n0 = ((twoSided(confidence) * deviation) / error) ** 2
  return upTo(checkedPopulation(population), n0 / (1 + n0 / population))
}

export interface Stratum {
  readonly size: number
  readonly deviation?: number
}

/**
 * Shares a sample of `total` among strata: in proportion to size, or to size × deviation (Neyman 1934), which spends it
 * where values differ most. Whole numbers that add up to `total`, none above its stratum: largest remainders. Strata no
 * larger than `census`, such as 5, are measured whole and don't share in the rest.
 */
export const allocate = (total: number, strata: readonly Stratum[], by: 'size' | 'deviation', census = 0): readonly number[] => {
  sized('strata', strata, 1, 10_000)
  const sizes = strata.map(({ size }, index) => whole(`strata.${index}.size`, size, { max: 1e9 }))
  const all = sizes.reduce((sum, size) => sum + size, 0)
  whole('total', total, { max: all })
  const given = sizes.map(size => (size <= census ? size : 0))
  const spent = given.reduce((sum, n) => sum + n, 0)
  if (spent > total)
    throw invalid('total', `The strata to be measured whole already hold ${spent}.`, 'Measure more, or fewer strata whole.')
  const weights = strata.map(({ size, deviation }, index) => {
    if (given[index]! > 0) return 0
    if (by === 'size') return size
    return size * bounded(`strata.${index}.deviation`, deviation ?? NaN, { max: 1e15 })
  })
  return divide(
    total - spent,
    weights,
    sizes.map((size, index) => size - given[index]!),
  ).map((n, index) => n + given[index]!)
}

/** Divides whole units by weight under a limit for each; what one can't take goes to the others by the same weights. */
const divide = (units: number, weights: readonly number[], most: readonly number[]): readonly number[] => {
  const full = weights.map(() => false)
  for (;;) {
    const left = units - most.reduce((sum, limit, i) => sum + (full[i] ? limit : 0), 0)
    // Without any weight left (all deviations zero), room is the weight.
    const counted = weights.some((weight, i) => !full[i] && weight > 0) ? weights : most
    const all = counted.reduce((sum, weight, i) => sum + (full[i] ? 0 : weight), 0)
    const exact = counted.map((weight, i) => (full[i] ? most[i]! : all > 0 ? (left * weight) / all : 0))
    const over = exact.map((n, i) => !full[i] && n > most[i]!)
    if (!over.includes(true)) return largestRemainders(exact, units, most)
    over.forEach((isOver, i) => {
      full[i] ||= isOver
    })
  }
}

const largestRemainders = (exact: readonly number[], units: number, most: readonly number[]): readonly number[] => {
  const whole = exact.map(n => Math.floor(n + 1e-9))
  const byRemainder = exact.map((n, i) => ({ i, rest: n - whole[i]! })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  let left = units - whole.reduce((sum, n) => sum + n, 0)
  while (left > 0) {
    for (const { i } of byRemainder) {
      if (left > 0 && whole[i]! < most[i]!) {
        whole[i]! += 1
        left--
      }
    }
  }
  return whole
}

const twoSided = (confidence: number) => normalQuantile((1 + probability('confidence', confidence)) / 2)
const checkedPopulation = (population: number) =>
  population === Infinity ? population : whole('population', population, { min: 1, max: 1e12 })
/** Rounded up, but not for the sake of the last digits; at least one and at most everybody. */
const upTo = (population: number, n: number) => Math.min(population, Math.max(1, Math.ceil(n - 1e-9)))
