import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseline, individuals, limits } from './individuals.ts'
import { cusum, ewma } from './gradual.ts'
import { backlogDays, shareChart } from './shares.ts'

const QUIET = [3.2, 4.1, 2.8, 3.9, 4.4, 3.0, 3.6, 4.0, 3.3, 3.7]
const usual = baseline(QUIET)
const near = (actual: number, expected: number, tolerance = 1e-6) => expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance)

describe('the worked example', () => {
  it('mean, moving range and limits', () => {
    near(usual.mean, 3.6)
    near(usual.movingRange, 0.811111)
    near(usual.sigma, 0.71907)
    near(limits(usual).low, 1.442444)
    near(limits(usual).high, 5.757556)
    near(limits(usual).range, 2.6499)
  })

  it('6.9 and 7.4 are out, the quiet points are in', () => {
    expect(individuals(usual, [6.9, 7.4], QUIET.at(-1)).map(({ alarm }) => alarm)).toEqual([true, true])
    expect(individuals(usual, QUIET).some(({ alarm }) => alarm)).toBe(false)
  })

  it('a step too large alarms although both points are inside the limits', () => {
    expect(individuals(usual, [2, 5]).map(({ alarm, range }) => [alarm, range])).toEqual([
      [false, null],
      [true, 3],
    ])
  })

  it('EWMA lets the first point pass and alarms at the second', () => {
    const [eleven, twelve] = ewma(usual, [...QUIET, 6.9, 7.4]).slice(-2)
    near(eleven!.value, 4.2718, 5e-5)
    near(eleven!.high, 4.3164, 5e-5)
    near(twelve!.value, 4.8974, 5e-5)
    near(twelve!.high, 4.3174, 5e-5)
    expect([eleven!.alarm, twelve!.alarm]).toEqual([false, true])
  })

  it('CUSUM alarms at the first with h = 4, at the second with h = 5', () => {
    const at = (h: number) => cusum(usual, [...QUIET, 6.9, 7.4], { h }).slice(-2)
    near(at(4)[0]!.up, 4.0893, 5e-5)
    near(at(4)[1]!.up, 8.8739, 5e-5)
    expect([4, 5].map(h => at(h).map(({ alarm }) => alarm))).toEqual([
      [true, true],
      [false, true],
    ])
  })

  it.each([
    [20, 0.2193],
    [25, 0.2025],
    [40, 0.1726],
  ])('p-chart for %d reviews', (reviews, high) => {
    const [point] = shareChart(0.06, [{ over: 0, reviews }])
    near(point!.high, high, 5e-5)
    expect(point!.low).toBe(0)
    expect(point!.alarm).toBe(false)
    expect(shareChart(0.06, [{ over: Math.ceil(high * reviews), reviews }])[0]!.alarm).toBe(true)
  })

  it('a week without reviews has no share and no alarm', () => {
    expect(shareChart(0.06, [{ over: 0, reviews: 0 }])).toEqual([{ share: null, low: 0, high: 1, alarm: false }])
  })

  it("backlog in days of the team's work", () => near(backlogDays({ open: 12, meanEffortHours: 6, reviewers: 3, hoursPerDay: 8 }), 3))
})

it("limits come from the baseline alone: whatever the new points are, they don't move", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), values => {
      const { high, low } = limits(usual)
      return (
        individuals(usual, values).every(
          ({ value, range, alarm }) => alarm === (value > high || value < low || (range ?? 0) > limits(usual).range),
        ) &&
        ewma(usual, values).every(
          (point, i) =>
            point.high ===
            ewma(
              usual,
              values.map(() => 0),
            )[i]!.high,
        )
      )
    }),
  )
})

it('a drift of little more than one sigma is found by both slow charts', () => {
  const drifted = Array.from({ length: 30 }, () => usual.mean + 1.2 * usual.sigma)
  expect(individuals(usual, drifted).some(({ alarm }) => alarm)).toBe(false)
  expect(ewma(usual, drifted).some(({ alarm }) => alarm)).toBe(true)
  expect(cusum(usual, drifted).some(({ alarm }) => alarm)).toBe(true)
})
