import { bounded, numbers, probability } from '../bounds.ts'
import { normalQuantile, tQuantile } from '../numbers/distributions.ts'
import { moments, type Interval } from './intervals.ts'

export interface KeptAgainstRetired {
  /** Mean of the kept over mean of the retired; null where the retired were worth nothing or less, or the kept were. */
  readonly ratio: (Interval & { error: number }) | null
  /** Difference of the means, always there. */
  readonly difference: Interval
  /** The ratio without its most valuable kept solution: much lower means that one solution carries it. */
  readonly withoutTop: number | null
}

/**
 * How much more the kept solutions are worth than the retired were: values of the last full year before the decision, on
 * the same basis. It describes, it doesn't prove: the retired were chosen because they were worth little.
 *
 * Ratio by the delta method on the logarithm: SE = √(s₁²/(n₁m₁²) + s₂²/(n₂m₂²)), R·e^(±z·SE). Difference by Welch's t
 * (Welch 1947).
 */
export const keptAgainstRetired = (kept: readonly number[], retired: readonly number[], confidence = 0.95): KeptAgainstRetired => {
  numbers('kept', kept, 2)
  numbers('retired', retired, 2)
  probability('confidence', confidence)
  const a = moments(kept),
    b = moments(retired)
  return { ratio: ratioOf(a, b, confidence), difference: welch(a, b, confidence), withoutTop: withoutTop(kept, b.mean) }
}

type Moments = ReturnType<typeof moments>

const ratioOf = (a: Moments, b: Moments, confidence: number) => {
  if (a.mean <= 0 || b.mean <= 0) return null
  const value = a.mean / b.mean
  const error = Math.sqrt(a.deviation ** 2 / (a.n * a.mean ** 2) + b.deviation ** 2 / (b.n * b.mean ** 2))
  const factor = Math.exp(normalQuantile((1 + confidence) / 2) * error)
  return { value, error, low: value / factor, high: value * factor }
}

const welch = (a: Moments, b: Moments, confidence: number): Interval => {
  const value = a.mean - b.mean
  const va = a.deviation ** 2 / a.n,
    vb = b.deviation ** 2 / b.n
  if (va + vb === 0) return { value, low: value, high: value }
  const degrees = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1))
  const half = Math.sqrt(va + vb) * tQuantile((1 + confidence) / 2, degrees)
  return { value, low: value - half, high: value + half }
}

const withoutTop = (kept: readonly number[], retiredMean: number): number | null => {
  if (retiredMean <= 0) return null
  const rest = kept.toSorted((x, y) => x - y).slice(0, -1)
  return moments(rest).mean / retiredMean
}

/** In one currency, over one stretch of time. */
interface Cost {
  fixed: number
  perSolution: number
  solutions: number
  inUse: number
}

/** Cost of the program per solution; per solution in use is the honest one. Null where there is none to divide by. */
export const costPerSolution = ({
  fixed,
  perSolution,
  solutions,
  inUse,
}: Cost): { total: number; each: number | null; eachInUse: number | null } => {
  bounded('fixed', fixed, { max: 1e15 })
  bounded('perSolution', perSolution, { max: 1e12 })
  bounded('solutions', solutions, { max: 1e9 })
  bounded('inUse', inUse, { max: solutions })
  const total = fixed + perSolution * solutions
  return { total, each: solutions > 0 ? total / solutions : null, eachInUse: inUse > 0 ? total / inUse : null }
}
