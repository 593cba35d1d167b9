import { bounded, whole } from '../bounds.ts'
import { binomialAtLeast, binomialPmf, hypergeometricPmf, poissonAtLeast, poissonPmf } from '../numbers/distributions.ts'

/**
 * Exact tests for counts too small for the normal approximation, such as registrations in one unit. A p-value is the chance
 * of a count at least this odd if nothing is the matter; it is a reason to ask, never proof.
 *
 * `tail`: `more` or `fewer` than expected, or `either`: the sum of all outcomes no likelier than the one seen (the usual
 * exact two-sided test).
 */
export type Tail = 'more' | 'fewer' | 'either'

/** Is k of n odd for a share of `expected`? */
export const binomialTest = (k: number, n: number, expected: number, tail: Tail): number => {
  whole('n', n, { max: MOST })
  whole('k', k, { max: n })
  bounded('expected', expected, { max: 1 })
  if (tail === 'more') return binomialAtLeast(k, n, expected)
  if (tail === 'fewer') return 1 - binomialAtLeast(k + 1, n, expected)
  return noLikelier(k, 0, n, x => binomialPmf(x, n, expected))
}

/** Is a count of k odd where `expected` would be usual? Rates times exposure: people × months × events per person-month. */
export const poissonTest = (k: number, expected: number, tail: Tail): number => {
  whole('k', k, { max: MOST })
  bounded('expected', expected, { max: MOST })
  if (tail === 'more') return poissonAtLeast(k, expected)
  if (tail === 'fewer') return 1 - poissonAtLeast(k + 1, expected)
  // Beyond this, all outcomes together weigh less than the last digit.
  return noLikelier(k, 0, Math.ceil(Math.max(k, expected) + 40 * Math.sqrt(Math.max(k, expected)) + 40), x => poissonPmf(x, expected))
}

/** Fisher's exact test: do two groups differ in the share of marked ones? `a` of `aOf` against `b` of `bOf`; `more` means in a. */
export const fisherTest = ([a, aOf]: readonly [number, number], [b, bOf]: readonly [number, number], tail: Tail): number => {
  whole('aOf', aOf, { max: MOST })
  whole('a', a, { max: aOf })
  whole('bOf', bOf, { max: MOST })
  whole('b', b, { max: bOf })
  const marked = a + b,
    total = aOf + bOf
  const least = Math.max(0, marked - bOf),
    most = Math.min(aOf, marked)
  const pmf = (x: number) => hypergeometricPmf(x, total, marked, aOf)
  if (tail === 'more') return sum(a, most, pmf)
  if (tail === 'fewer') return sum(least, a, pmf)
  return noLikelier(a, least, most, pmf)
}

const MOST = 1_000_000

const noLikelier = (seen: number, least: number, most: number, pmf: (x: number) => number): number => {
  // Equal in theory may differ in the last digits.
  const limit = pmf(seen) * (1 + 1e-7)
  return sum(least, most, x => {
    const p = pmf(x)
    return p <= limit ? p : 0
  })
}

const sum = (from: number, to: number, f: (x: number) => number): number => {
  let total = 0
  for (let x = from; x <= to; x++) total += f(x)
  return Math.min(1, total)
}
