import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  binomialAtLeast,
  binomialPmf,
  hypergeometricPmf,
  normalCdf,
  normalQuantile,
  poissonAtLeast,
  poissonPmf,
  tCdf,
  tQuantile,
  Z95,
} from './distributions.ts'
import { mulberry32, stream } from './random.ts'
import { incompleteBeta, logGamma, upperGamma } from './special-functions.ts'

const close = (actual: number, expected: number, relative = 1e-12) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1e-300))

describe('special functions', () => {
  it('Γ of whole and half numbers', () => {
    close(logGamma(1), 0, 1e288)
    close(Math.exp(logGamma(5)), 24)
    close(Math.exp(logGamma(0.5)), Math.sqrt(Math.PI))
    close(Math.exp(logGamma(10.5)), (654729075 * Math.sqrt(Math.PI)) / 1024, 1e-12)
    close(logGamma(171), 706.5730622457874)
  })

  it('incomplete beta and gamma agree with their closed forms', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 30 }), (x, n) => {
        close(incompleteBeta(x, n, 1), x ** n, 1e-10)
        close(incompleteBeta(x, 1, n), -Math.expm1(n * Math.log1p(-x)), 1e-10)
      }),
    )
    close(upperGamma(1, 2), Math.exp(-2))
    close(upperGamma(3, 2), Math.exp(-2) * (1 + 2 + 2))
    close(upperGamma(3, 20), Math.exp(-20) * (1 + 20 + 200), 1e-11)
  })
})

describe('distributions', () => {
  it.each([
    [0.975, Z95],
    [0.5, 0],
    [0.841344746068543, 1],
    [1e-10, -6.361340902404056],
    [0.001, -3.090232306167813],
    [1e-20, -9.26234008979841],
  ])('normal quantile of %d', (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 12))

  it('normal quantile and distribution undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), p => {
        close(normalCdf(normalQuantile(p)), p, 1e-10)
      }),
    )
  })

  it.each([
    [11, 2.200985],
    [4, 2.776445],
    [9, 2.262157],
    [19, 2.093024],
    [29, 2.04523],
    [59, 2.000995],
  ])('t(0.975) with %d degrees', (df, t) => {
    expect(Math.abs(tQuantile(0.975, df) - t)).toBeLessThan(1e-6)
    close(tCdf(tQuantile(0.975, df), df), 0.975)
    close(tQuantile(0.025, df), -tQuantile(0.975, df))
  })

  it('t with one degree is Cauchy, with endless ones normal', () => {
    close(tQuantile(0.975, 1), Math.tan(Math.PI * 0.475), 1e-11)
    expect(tQuantile(0.975, Infinity)).toBe(normalQuantile(0.975))
  })

  it('tails are the sums of their parts', () => {
    const sum = (from: number, to: number, f: (k: number) => number) =>
      Array.from({ length: to - from + 1 }, (_, i) => f(from + i)).reduce((a, b) => a + b, 0)
    close(
      binomialAtLeast(7, 20, 0.3),
      sum(7, 20, k => binomialPmf(k, 20, 0.3)),
      1e-11,
    )
    close(poissonAtLeast(4, 2.5), 1 - sum(0, 3, k => poissonPmf(k, 2.5)), 1e-11)
    close(
      sum(0, 5, k => hypergeometricPmf(k, 30, 5, 12)),
      1,
      1e-11,
    )
  })
})

describe('random numbers', () => {
  it('mulberry32 gives the published sequence: the same seed, the same numbers', () => {
    const random = mulberry32(42)
    expect([random(), random(), random()]).toEqual([0.6011037519201636, 0.44829055899754167, 0.8524657934904099])
  })

  it('streams repeat for the same keys and differ for neighbouring ones', () => {
    const first = (...keys: number[]) => {
      const next = stream(...keys)
      return Array.from({ length: 5 }, next)
    }
    expect(first(1, 2, 3)).toEqual(first(1, 2, 3))
    const all = [
      [1, 2, 3],
      [1, 2, 4],
      [2, 1, 3],
      [1, 3, 2],
      [1, 2],
      [1 + 2 ** 32, 2, 3],
    ].map(keys => first(...keys)[0])
    expect(new Set(all).size).toBe(all.length)
  })

  it('streams are uniform, also across neighbouring keys', () => {
    const cells = Array.from<number>({ length: 100 }).fill(0)
    for (let key = 0; key < 2000; key++) {
      const next = stream(7, key)
      for (let i = 0; i < 50; i++) cells[Math.floor(next() * 100)]! += 1
    }
    const chiSquared = cells.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)
    // 99 degrees of freedom: the upper 0.1 % point is 148.2.
    expect(chiSquared).toBeLessThan(148.2)
  })
})
