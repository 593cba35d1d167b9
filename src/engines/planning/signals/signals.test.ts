import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#src/kernel/refusal.ts'
import { cohen, fleiss, underTiering, weightedCohen } from './agreement.ts'
import { binomialTest, fisherTest, poissonTest } from './exact-tests.ts'
import { benjaminiHochberg, holm, standingOut } from './many-units.ts'

const near = (actual: number | null, expected: number, tolerance = 1e-6) =>
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(tolerance)

describe('agreement', () => {
  const tiers = [
    [18, 3, 0, 0],
    [2, 20, 4, 0],
    [0, 5, 16, 2],
    [0, 0, 1, 9],
  ]

  it('Cohen, the usual example', () =>
    expect(
      cohen([
        [20, 5],
        [10, 15],
      ]),
    ).toEqual({ observed: 0.7, expected: 0.5, kappa: expect.closeTo(0.4, 12) }))

  it('four tiers: plain, linear and quadratic', () => {
    near(cohen(tiers).observed, 0.7875)
    near(cohen(tiers).expected, 0.272031)
    near(cohen(tiers).kappa, 0.708092)
    near(weightedCohen(tiers, 'linear').kappa, 0.805381)
    near(weightedCohen(tiers, 'quadratic').kappa, 0.89127)
  })

  it('Fleiss, ten cases by fourteen raters', () => {
    const table = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ]
    const { observed, expected, kappa } = fleiss(table)
    near(observed, 0.378022)
    near(expected, 0.212755)
    near(kappa, 0.209931)
  })

  it('everyone in one category: not computable, which is neither 0 nor 1', () => {
    expect(
      cohen([
        [9, 0],
        [0, 0],
      ]).kappa,
    ).toBe(null)
    expect(
      weightedCohen(
        [
          [9, 0],
          [0, 0],
        ],
        'linear',
      ).kappa,
    ).toBe(null)
    expect(
      fleiss([
        [3, 0],
        [3, 0],
      ]).kappa,
    ).toBe(null)
  })

  it('dangerous misses are counted apart from agreement', () => {
    const found = underTiering(tiers)
    expect(found.value).toBe(9 / 80)
    near(found.low, 0.0603, 5e-4)
    expect(() =>
      underTiering([
        [0, 0],
        [0, 0],
      ]),
    ).toThrow(Refusal)
  })

  it('complete agreement is 1 however weighted; swapping the reviewers changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
        table => {
          if (table.flat().every(n => n === 0)) return true
          const swapped = table.map((_, i) => table.map(row => row[i]!))
          const diagonal = table.map((row, i) => row.map((n, j) => (i === j ? n + 1 : 0)))
          const same = (a: number | null, b: number | null) => a === b || Math.abs(a! - b!) < 1e-9
          return (
            same(cohen(table).kappa, cohen(swapped).kappa) &&
            same(weightedCohen(table, 'quadratic').kappa, weightedCohen(swapped, 'quadratic').kappa) &&
            same(cohen(diagonal).kappa, 1) &&
            same(weightedCohen(diagonal, 'linear').kappa, 1)
          )
        },
      ),
    )
  })
})

describe('exact tests', () => {
  it("Fisher's lady tasting tea", () => {
    near(fisherTest([3, 4], [1, 4], 'more'), 17 / 70, 1e-12)
    near(fisherTest([3, 4], [1, 4], 'either'), 34 / 70, 1e-12)
    near(fisherTest([4, 4], [0, 4], 'more'), 1 / 70, 1e-12)
    near(fisherTest([1, 4], [3, 4], 'fewer'), 17 / 70, 1e-12)
  })

  it("binomial: a fair coin, and Mendel's 682 of 925 at three to one", () => {
    near(binomialTest(8, 10, 0.5, 'more'), 56 / 1024, 1e-12)
    near(binomialTest(8, 10, 0.5, 'either'), 112 / 1024, 1e-12)
    near(binomialTest(2, 10, 0.5, 'fewer'), 56 / 1024, 1e-12)
    near(binomialTest(682, 925, 0.75, 'either'), 0.3825, 5e-5)
    expect(binomialTest(0, 0, 0.3, 'either')).toBe(1)
  })

  it('Poisson: three where one half would be usual, none where four would', () => {
    near(poissonTest(3, 0.5, 'more'), 1 - Math.exp(-0.5) * (1 + 0.5 + 0.125), 1e-12)
    near(poissonTest(0, 4, 'fewer'), Math.exp(-4), 1e-12)
    near(
      poissonTest(0, 4, 'either'),
      Math.exp(-4) +
        1 -
        Math.exp(-4) * [0, 1, 2, 3, 4, 5, 6, 7, 8].reduce((sum, k) => sum + 4 ** k / [1, 1, 2, 6, 24, 120, 720, 5040, 40320][k]!, 0),
      1e-12,
    )
    expect(poissonTest(0, 0, 'either')).toBe(1)
  })

  it('alarm for nothing no more often than the level says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.02, max: 0.98, noNaN: true }), (n, expected) => {
        let size = 0
        for (let k = 0; k <= n; k++)
          if (binomialTest(k, n, expected, 'either') <= 0.05)
            size += binomialTest(k, n, expected, 'more') - (k < n ? binomialTest(k + 1, n, expected, 'more') : 0)
        return size <= 0.05 + 1e-9
      }),
    )
  })
})

describe('many units', () => {
  it('Holm and Benjamini–Hochberg, worked by hand', () => {
    const p = [0.04, 0.01, 0.05, 0.02, 0.03]
    holm(p).forEach((adjusted, i) => near(adjusted, [0.09, 0.05, 0.09, 0.08, 0.09][i]!, 1e-12))
    benjaminiHochberg(p).forEach(adjusted => near(adjusted, 0.05, 1e-12))
    benjaminiHochberg([0.5, 0.001, 0.04]).forEach((adjusted, i) => near(adjusted, [0.5, 0.003, 0.06][i]!, 1e-12))
  })

  it('are never bolder than no correction, and Holm never bolder than Benjamini–Hochberg', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), p => {
        const h = holm(p),
          bh = benjaminiHochberg(p)
        return p.every((raw, i) => raw <= bh[i]! + 1e-12 && bh[i]! <= h[i]! + 1e-12 && h[i]! <= 1)
      }),
    )
  })

  it("forty quiet units don't give two suspects", () => {
    const quiet = Array.from({ length: 40 }, (_, i) => (i + 0.5) / 40)
    expect(standingOut(quiet)).toHaveLength(2)
    expect(standingOut(holm(quiet))).toEqual([])
    expect(standingOut(benjaminiHochberg([...quiet, 1e-6]))).toEqual([40])
  })
})
