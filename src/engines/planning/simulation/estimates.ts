import { tQuantile } from '../numbers/distributions.ts'
import { wilson } from '../value/intervals.ts'

/** A number with the range in which it lies at the stated confidence. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * Ratios Σx / Σn over replications, one for each cell (a tier, a week of a tier): shares of requests and means per
 * request. A request counts alike whichever replication it falls in, unlike in a mean of ratios, which is biased where
 * replications differ in size. Intervals: linearised variance of a ratio (Cochran, Sampling Techniques, 3rd ed., 2.11)
 * with t on replications − 1. Memory doesn't grow with replications.
 */
export class Ratios {
  readonly #n: Float64Array
  readonly #x: Float64Array
  readonly #nn: Float64Array
  readonly #nx: Float64Array
  readonly #xx: Float64Array
  #replications = 0

  constructor(cells: number) {
    this.#n = new Float64Array(cells)
    this.#x = new Float64Array(cells)
    this.#nn = new Float64Array(cells)
    this.#nx = new Float64Array(cells)
    this.#xx = new Float64Array(cells)
  }

  /** One replication: for each cell the number of requests and the sum over them. */
  add(n: Float64Array, x: Float64Array): void {
    this.#replications++
    for (let cell = 0; cell < n.length; cell++) {
      const a = n[cell]!,
        b = x[cell]!
      this.#n[cell]! += a
      this.#x[cell]! += b
      this.#nn[cell]! += a * a
      this.#nx[cell]! += a * b
      this.#xx[cell]! += b * b
    }
  }

  /** Mean Σn per replication. */
  perReplication(cell: number): number {
    return this.#n[cell]! / this.#replications
  }

  /** The ratio of a cell; null where nothing fell into it. */
  estimate(cell: number, confidence: number): Estimate | null {
    const n = this.#n[cell]!,
      replications = this.#replications
    if (n === 0) return null
    const value = this.#x[cell]! / n
    const squares = Math.max(0, this.#xx[cell]! - 2 * value * this.#nx[cell]! + value * value * this.#nn[cell]!)
    const error =
      (Math.sqrt(squares / (replications - 1) / replications) / (n / replications)) * tQuantile((1 + confidence) / 2, replications - 1)
    return { value, low: value - error, high: value + error }
  }

  /**
   * A share between 0 and 1. Where not one request differs, there is no variance to see, and the range is Wilson's. Requests
   * of one week share their luck, so a week of a replication then counts once; `weeks` is how many the cell covers.
   */
  share(cell: number, weeks: number, confidence: number): Estimate | null {
    const estimate = this.estimate(cell, confidence)
    if (!estimate) return null
    if (estimate.value <= 0 || estimate.value >= 1) {
      const seen = Math.min(this.#n[cell]!, weeks * this.#replications)
      return wilson(Math.round(estimate.value) * seen, seen, confidence)
    }
    return { value: estimate.value, low: Math.max(0, estimate.low), high: Math.min(1, estimate.high) }
  }
}
