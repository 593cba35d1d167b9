import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mulberry32 } from '../numbers/random.ts'
import { normalQuantile } from '../numbers/distributions.ts'
import { bootstrapBca, bootstrapMean, bootstrapPercentile, meanOf } from './bootstrap.ts'
import { gini, giniInterval, lorenz, negligible, topShare } from './concentration.ts'
import { meanInterval, pairedDifference, wilson } from './intervals.ts'
import { costPerSolution, keptAgainstRetired } from './kept-and-retired.ts'
import { allocate, sampleForMean, sampleForShare } from './sample-size.ts'
import { nonResponse, stratifiedMean, stratumOf } from './stratified.ts'
import { Refusal } from '#src/kernel/refusal.ts'

const near = (actual: number | undefined | null, expected: number, tolerance = 1e-6) =>
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(tolerance)
const HOURS = [12, 5, 0, 0, 3, 8, 1, 0, 20, 2, 0, 4]

describe('sample sizes', () => {
  it.each([
    [0.05, [385, 37, 67, 132, 197, 278]],
    [0.1, [97, 29, 44, 66, 78, 88]],
    [0.15, [43, 21, 29, 36, 39, 41]],
  ])('for a share within ± %d, with finite correction', (error, expected) => {
    expect([Infinity, 40, 80, 200, 400, 1000].map(population => sampleForShare({ error, population }))).toEqual(expected)
  })

  it.each([
    [10, 2, [44, 65, 78]],
    [40, 10, [35, 48, 54]],
  ])('for a mean with s %d within ± %d', (deviation, error, expected) => {
    expect([80, 200, 400].map(population => sampleForMean({ deviation, error, population }))).toEqual(expected)
  })

  it('allocation in proportion and after Neyman', () => {
    const strata = [
      { size: 120, deviation: 2 },
      { size: 60, deviation: 5 },
      { size: 20, deviation: 18 },
    ]
    expect(allocate(30, strata, 'size')).toEqual([18, 9, 3])
    expect(allocate(30, strata, 'deviation')).toEqual([8, 10, 12])
  })

  it('small strata are measured whole, and none gets more than it has', () => {
    expect(
      allocate(
        30,
        [
          { size: 5, deviation: 1 },
          { size: 100, deviation: 1 },
          { size: 8, deviation: 90 },
        ],
        'deviation',
        5,
      ),
    ).toEqual([5, 17, 8])
  })

  it('every allocation adds up and stays within its strata', () => {
    const strata = fc.array(fc.record({ size: fc.integer({ min: 0, max: 300 }), deviation: fc.integer({ min: 0, max: 50 }) }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(
        strata,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('size' as const, 'deviation' as const),
        (all, part, by) => {
          const total = Math.floor(part * all.reduce((sum, { size }) => sum + size, 0))
          const given = allocate(total, all, by)
          return given.reduce((sum, n) => sum + n, 0) === total && given.every((n, i) => n >= 0 && n <= all[i]!.size)
        },
      ),
    )
  })
})

describe('estimates', () => {
  it('stratified mean, error, interval and total', () => {
    const found = stratifiedMean([
      { size: 120, n: 12, mean: 1.5, deviation: 2 },
      { size: 60, n: 10, mean: 6, deviation: 5 },
      { size: 20, n: 8, mean: 30, deviation: 18 },
    ])
    near(found.value, 5.7, 1e-12)
    near(found.error, 0.733826)
    near(found.low, 4.2617, 5e-5)
    near(found.high, 7.1383, 5e-5)
    near(found.total.value, 1140, 1e-9)
  })

  it('a census has no error, and one of many is refused', () => {
    expect(stratifiedMean([stratumOf(3, [1, 2, 6])])).toMatchObject({ value: 3, error: 0, low: 3, high: 3 })
    expect(() => stratifiedMean([{ size: 10, n: 1, mean: 1, deviation: 0 }])).toThrow(Refusal)
  })

  it('t interval, plain and with finite correction', () => {
    const plain = meanInterval(HOURS),
      finite = meanInterval(HOURS, { population: 80 })
    near(plain.value, 4.583333)
    near(plain.deviation, 6.11196)
    near(plain.low, 0.699979)
    near(plain.high, 8.466688)
    near(finite.low, 1.003057)
    near(finite.high, 8.163609)
  })

  it('paired differences take each solution against itself', () => {
    const found = pairedDifference([
      { before: 10, after: 7 },
      { before: 20, after: 16 },
      { before: 5, after: 3 },
    ])
    near(found.value, -3)
    near(found.deviation, 1)
  })

  it.each([
    [0, 20, 0, 0.161125],
    [1, 20, 0.008881, 0.236131],
    [8, 10, 0.490162, 0.943318],
    [10, 10, 0.722467, 1],
    [40, 60, 0.540569, 0.772707],
    [12, 60, 0.118285, 0.317818],
    [190, 200, 0.910422, 0.972617],
  ])('Wilson %d of %d', (k, n, low, high) => {
    near(wilson(k, n).low, low)
    near(wilson(k, n).high, high)
  })

  it('silence is bounded by what it can hide', () => {
    expect(nonResponse(10, [4, 6, 5, 5])).toEqual({ rate: 0.4, observed: 5, worst: 2, best: null })
    expect(nonResponse(10, [4, 6, 5, 5], { greatest: 20 }).best).toBeCloseTo(14, 12)
  })
})

describe('bootstrap', { timeout: 60_000 }, () => {
  it('percentile interval of the reference, bit for bit by its seed', () => {
    const found = bootstrapPercentile(HOURS, meanOf, { seed: 42 })
    near(found.low, 1.666667)
    near(found.high, 8.25)
  })

  // Both ends computed apart, in Python: z₀ 0.063209, a 0.073222, percentiles 5.4551 and 99.2620.
  it('BCa lies further right for values skewed to the right', () => {
    const plain = bootstrapPercentile(HOURS, meanOf, { seed: 42 }),
      better = bootstrapMean(HOURS, { seed: 42 })
    expect(better).toMatchObject({ method: 'BCa', seed: 42, samples: 10_000 })
    expect(better.low).toBeGreaterThan(plain.low)
    near(better.low, 2.083333)
    near(better.high, 9.166667)
  })

  it('BCa follows a change of unit exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 15 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -9, max: 9 }),
        (values, scale, shift) => {
          const options = { seed: 3, samples: 200 }
          const one = bootstrapMean(values, options),
            other = bootstrapMean(
              values.map(x => scale * x + shift),
              options,
            )
          return Math.abs(scale * one.low + shift - other.low) < 1e-6 && Math.abs(scale * one.high + shift - other.high) < 1e-6
        },
      ),
      { numRuns: 50 },
    )
  })

  it('BCa holds about as often as it claims, also for skewed values', () => {
    const random = mulberry32(9)
    const rounds = 300
    let inside = 0
    for (let round = 0; round < rounds; round++) {
      const values = Array.from({ length: 40 }, () => Math.exp(0.8 * normalQuantile(random() || 0.5)))
      const { low, high } = bootstrapMean(values, { seed: round, samples: 1000 })
      if (low <= Math.exp(0.32) && Math.exp(0.32) <= high) inside++
    }
    expect(inside / rounds).toBeGreaterThan(0.9)
    expect(inside / rounds).toBeLessThan(0.98)
  })

  it('equal values have an interval of one point', () => {
    expect(bootstrapBca([7, 7, 7, 7], meanOf, { seed: 1 })).toMatchObject({ low: 7, high: 7 })
  })
})

describe('concentration', () => {
  const inventory = [
    [32, 0],
    [24, 5],
    [24, 20],
    [12, 150],
    [8, 600],
  ].flatMap(([count, value]) => Array.from<number>({ length: count! }).fill(value!))

  it.each([
    [[1, 2, 3, 4, 5], 0.266667, 0.333333],
    [[0, 0, 0, 0, 1], 0.8, 1],
    [[4, 4, 4], 0, 0],
    [[0, 0, 0, 0, 0, 0, 5, 15, 30, 50], 0.75, 0.833333],
    [inventory, 0.815333, 0.823569],
  ])('Gini of %j', (values, plain, corrected) => {
    near(gini(values)?.gini, plain)
    near(gini(values)?.corrected, corrected)
  })

  it('the best fifth, and the other four', () => {
    expect(topShare([0, 0, 0, 0, 0, 0, 5, 15, 30, 50], 0.2)).toBe(0.8)
    near(topShare(inventory, 0.2), 0.916667)
    near(lorenz(inventory)?.[80]?.value, 0.083333)
    expect(inventory.reduce((a, b) => a + b, 0)).toBe(7200)
  })

  it('nothing of value has no concentration; negative values have a curve but no coefficient', () => {
    expect([gini([0, 0]), topShare([0, 0], 0.2), lorenz([0, 0]), giniInterval([0, 0, 0], { seed: 1 })]).toEqual([null, null, null, null])
    expect(gini([-1, 5])).toBe(null)
    expect(lorenz([-1, 5])?.map(({ value }) => value)).toEqual([0, -0.25, 1])
  })

  it('the Gini coefficient of a sample comes with its interval', () => {
    const found = giniInterval(inventory, { seed: 5, samples: 2000 })
    expect(found!.low).toBeLessThan(0.815333)
    expect(found!.high).toBeGreaterThan(0.815333)
    expect(found!.high - found!.low).toBeLessThan(0.15)
  })

  it("Gini doesn't depend on order or unit", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), fc.integer({ min: 1, max: 50 }), (values, unit) => {
        const one = gini(values),
          other = gini(values.toReversed().map(x => x * unit))
        return one === null ? other === null : other !== null && Math.abs(one.gini - other.gini) < 1e-9 && one.gini > -1e-12 && one.gini < 1
      }),
    )
  })

  it("negligible is below a written threshold, with Wilson's interval", () => {
    const found = negligible(inventory, 10)
    expect(found.value).toBe(0.56)
    expect(found).toEqual(wilson(56, 100))
  })
})

describe('kept against retired', () => {
  const kept = [400, 520, 610, 300, 450, 380],
    retired = [20, 60, 45, 10, 55, 80, 30, 40]

  it('ratio with its interval by the logarithm', () => {
    const { ratio } = keptAgainstRetired(kept, retired)
    near(ratio?.value, 10.431373)
    near(ratio?.error, 0.213984)
    near(ratio?.low, 6.858, 5e-5)
    near(ratio?.high, 15.8666, 5e-5)
  })

  it('a difference where no ratio can be, and a look without the one that carries all', () => {
    expect(keptAgainstRetired(kept, [0, 0, 0]).ratio).toBe(null)
    near(keptAgainstRetired(kept, [0, 0, 0]).difference.value, 443.333333)
    near(keptAgainstRetired([1, 1, 1, 997], [1, 1]).withoutTop, 1)
  })

  it("the difference is Welch's: the extra hours of sleep of Student's two groups", () => {
    const { difference } = keptAgainstRetired(
      [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
      [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
    )
    near(difference.low, -3.3654832, 1e-7)
    near(difference.high, 0.2054832, 1e-7)
  })

  it('cost for each solution, and for each in use', () => {
    expect(costPerSolution({ fixed: 1000, perSolution: 10, solutions: 100, inUse: 40 })).toEqual({ total: 2000, each: 20, eachInUse: 50 })
    expect(costPerSolution({ fixed: 1000, perSolution: 10, solutions: 0, inUse: 0 })).toEqual({ total: 1000, each: null, eachInUse: null })
  })
})
