import { describe, expect, it } from 'vitest'
import { Ratios } from './estimates.ts'

const ratios = (...replications: [number, number][]): Ratios => {
  const sums = new Ratios(1)
  for (const [n, x] of replications) sums.add(Float64Array.of(n), Float64Array.of(x))
  return sums
}

describe('a ratio over replications', () => {
  it('weighs requests, not replications, and has the linearised variance', () => {
    // 30 of 60; residuals x − n/2 are 0, 3, −3: s² = 9; SE = √(9/3)/20; t(0.975, 2) = 4.302653.
    const { value, low, high } = ratios([10, 5], [20, 13], [30, 12]).estimate(0, 0.95)!
    expect(value).toBe(0.5)
    expect(high - value).toBeCloseTo((Math.sqrt(3) / 20) * 4.302653, 6)
    expect(value - low).toBeCloseTo(high - value, 12)
  })

  it('a share stays between none and all', () => {
    expect(ratios([10, 5], [20, 13], [30, 12]).share(0, 1, 0.999)).toMatchObject({ low: 0, high: 1 })
  })

  it('all alike is not certain: the range is that of as many weeks as were seen', () => {
    expect(ratios([100, 100], [100, 100]).share(0, 1, 0.95)!.low).toBeCloseTo(0.342, 3)
    expect(ratios([100, 100], [100, 100]).share(0, 5, 0.95)!.low).toBeCloseTo(0.722467, 6)
    expect(ratios([1, 0], [1, 0]).share(0, 50, 0.95)!.value).toBe(0)
  })

  it('nothing counted, nothing said', () => {
    expect(ratios([0, 0], [0, 0]).estimate(0, 0.95)).toBe(null)
  })
})
