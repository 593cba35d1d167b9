/**
 * The few special functions that everything else stands on. Formulas: NIST Digital Library of Mathematical Functions
 * (DLMF); continued fractions by Lentz's method as modified by Thompson and Barnett (J. Comput. Phys. 64, 1986).
 */

/** ln Γ(x) for x > 0: recurrence up to x ≥ 10, then Stirling's series (DLMF 5.11.1). Relative error below 1e-14. */
export const logGamma = (x: number): number => {
  let shift = 0
  let z = x
  for (; z < 10; z++) shift += Math.log(z)
  const inverse = 1 / (z * z)
  const series =
    (1 / 12 -
      inverse *
        (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - inverse * (691 / 360_360 - inverse / 156)))))) /
    z
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift
}

/** ln of the binomial coefficient, n choose k. */
export const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)

/** Regularised incomplete beta function I_x(a, b), the share of a Beta(a, b) below x (DLMF 8.17.22). */
export const incompleteBeta = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast below the mean; the reflection I_x(a,b) = 1 − I_{1−x}(b,a) serves the rest.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a
  const coefficient = (n: number) => {
    if (n === 0) return 1
    const m = n >> 1
    return n % 2 === 0
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
  }
  return front * lentz(coefficient, () => 1)
}

/** Regularised upper incomplete gamma function Q(a, x), the share of a Gamma(a) above x (DLMF 8.7.1, 8.9.2). */
export const upperGamma = (a: number, x: number): number => {
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x >= a + 1)
    return (
      front *
      lentz(
        n => (n === 0 ? 1 : n * (a - n)),
        n => x + 2 * n - 1 - a,
      )
    )
  let term = 1 / a,
    sum = term
  for (let n = 1; n < MOST_TERMS && term > sum * 1e-17; n++) sum += term *= x / (a + n)
  return 1 - front * sum
}

const MOST_TERMS = 100_000

/** a₀/(b₁ + a₁/(b₂ + a₂/(b₃ + …))) with a given from index 0 and b from index 1. */
const lentz = (a: (n: number) => number, b: (n: number) => number): number => {
  const tiny = 1e-300
  let f = tiny,
    c = tiny,
    d = 0
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = a(n - 1)
    d = 1 / (b(n) + numerator * d || tiny)
    c = b(n) + numerator / c || tiny
    f *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return f
}
