import { incompleteBeta, logChoose, logGamma, upperGamma } from './special-functions.ts'

/** z for a two-sided 95 % interval. */
export const Z95 = 1.959963984540054

/** Φ(x), by the upper incomplete gamma function of one half (DLMF 7.11.2). */
export const normalCdf = (x: number): number => {
  const tail = upperGamma(0.5, (x * x) / 2) / 2
  return x > 0 ? 1 - tail : tail
}

/**
 * Φ⁻¹(p) for 0 < p < 1: Wichura's algorithm AS 241, PPND16 (Applied Statistics 37, 1988), with its published
 * coefficients as doubles; relative error about 1e-16.
 */
export const normalQuantile = (p: number): number => {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(CENTRE_UP, r)) / polynomial(CENTRE_DOWN, r)
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const tail =
    r <= 5 ? polynomial(MIDDLE_UP, r - 1.6) / polynomial(MIDDLE_DOWN, r - 1.6) : polynomial(FAR_UP, r - 5) / polynomial(FAR_DOWN, r - 5)
  return q < 0 ? -tail : tail
}

const polynomial = (c: readonly [number, number, number, number, number, number, number, number], x: number): number =>
  ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0]
const CENTRE_UP = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813,
  2509.0809287301227,
] as const
const CENTRE_DOWN = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854,
] as const
const MIDDLE_UP = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
] as const
const MIDDLE_DOWN = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345,
  1.0507500716444169e-9,
] as const
const FAR_UP = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
  2.7115555687434876e-5, 2.0103343992922881e-7,
] as const
const FAR_DOWN = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7,
  2.0442631033899397e-15,
] as const

/** Distribution function of Student's t (DLMF 8.17 with x = ν/(ν+t²)). */
export const tCdf = (t: number, degrees: number): number => {
  const tail = incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2
  return t > 0 ? 1 - tail : tail
}

/** Quantile of Student's t; infinite degrees of freedom give the normal one. */
export const tQuantile = (p: number, degrees: number): number => {
  if (degrees === Infinity || p === 0.5) return p === 0.5 ? 0 : normalQuantile(p)
  if (p < 0.5) return -tQuantile(1 - p, degrees)
  let high = 2
  while (tCdf(high, degrees) < p) high *= 2
  return bisect(t => tCdf(t, degrees) >= p, 0, high)
}

/** The turning point of a monotone predicate, false at `low` and true at `high`, to the last bit but a few. */
export const bisect = (isAbove: (x: number) => boolean, low: number, high: number): number => {
  for (let step = 0; step < 200 && high - low > 1e-15 * Math.max(1, Math.abs(high)); step++) {
    const middle = (low + high) / 2
    if (isAbove(middle)) high = middle
    else low = middle
  }
  return (low + high) / 2
}

export const binomialPmf = (k: number, n: number, p: number): number => {
  if (p === 0 || p === 1) return k === n * p ? 1 : 0
  return Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p))
}

/** P(X ≥ k) for X binomial: I_p(k, n − k + 1) (DLMF 8.17.5). */
export const binomialAtLeast = (k: number, n: number, p: number): number => (k <= 0 ? 1 : k > n ? 0 : incompleteBeta(p, k, n - k + 1))

/** P(X ≥ k) for X Poisson: 1 − Q(k, mean) (DLMF 8.4.10). */
export const poissonAtLeast = (k: number, mean: number): number => (k <= 0 ? 1 : 1 - upperGamma(k, mean))

export const poissonPmf = (k: number, mean: number): number =>
  mean === 0 ? Number(k === 0) : Math.exp(k * Math.log(mean) - mean - logGamma(k + 1))

/** Chance of exactly k marked among `drawn` out of `total`, of which `marked` are marked. */
export const hypergeometricPmf = (k: number, total: number, marked: number, drawn: number): number =>
  Math.exp(logChoose(marked, k) + logChoose(total - marked, drawn - k) - logChoose(total, drawn))
