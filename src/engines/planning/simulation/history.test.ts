import { describe, expect, it } from 'vitest'
import { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { drawable, lognormalOf, scaled, type EffortLaw } from './effort.ts'
import { arrivalsByWeekday, effortFrom } from './history.ts'
import { stream } from '../numbers/random.ts'

describe('efforts', () => {
  const laws: [string, EffortLaw, number, number][] = [
    ['lognormal', lognormalOf(300, 2), 300, 2],
    ['exponential', { kind: 'exponential', mean: 300 }, 300, 1],
    ['Erlang', { kind: 'erlang', mean: 300, stages: 4 }, 300, 0.25],
    ['hyperexponential', { kind: 'hyperexponential', mean: 300, variation: 4 }, 300, 4],
    ['empirical', { kind: 'empirical', minutes: Array.from({ length: 30 }, (_, i) => (i < 15 ? 100 : 500)) }, 300, 4 / 9],
    ['fixed', { kind: 'fixed', minutes: 300 }, 300, 0],
  ]

  it.each(laws)('%s: mean and variation are as stated', (_name, law, mean, variation) => {
    const { draw, mean: stated } = drawable(law, 'effort')
    const random = stream(1)
    const values = Array.from({ length: 400_000 }, () => draw(random))
    const found = values.reduce((sum, x) => sum + x, 0) / values.length
    expect(stated).toBeCloseTo(mean, 9)
    expect(found / mean).toBeCloseTo(1, 1.7)
    expect(Math.abs(values.reduce((sum, x) => sum + (x - found) ** 2, 0) / values.length / found ** 2 - variation)).toBeLessThan(
      0.08 * Math.max(1, variation),
    )
    expect(drawable(scaled(law, 0.5), 'effort').mean).toBeCloseTo(mean / 2, 9)
  })

  it('half of a lognormal law lies below its median, nine in ten below its 90th percentile', () => {
    const { draw } = drawable({ kind: 'lognormal', median: 100, p90: 350 }, 'effort')
    const random = stream(2)
    const values = Array.from({ length: 100_000 }, () => draw(random))
    expect(values.filter(x => x < 100).length / 100_000).toBeCloseTo(0.5, 1.9)
    expect(values.filter(x => x < 350).length / 100_000).toBeCloseTo(0.9, 1.9)
  })

  it('thirty cases speak for themselves, fewer are fitted, four say nothing', () => {
    const cases = (count: number) => Array.from({ length: count }, (_, i) => 60 * 2 ** ((i % 5) - 2))
    expect(effortFrom(cases(30)).kind).toBe('empirical')
    expect(effortFrom(cases(10))).toMatchObject({ kind: 'lognormal', median: expect.closeTo(60, 9) })
    expect(effortFrom([30, 30, 30, 30, 30])).toEqual({ kind: 'fixed', minutes: expect.closeTo(30, 9) })
    expect(() => effortFrom(cases(4))).toThrow(Refusal)
    expect(() => effortFrom([0, 1, 2, 3, 4])).toThrow(Refusal)
  })
})

it('requests are counted on the working day on which their clock started', () => {
  const hours = Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, { opens: '09:00', closes: '17:00' }]))
  const calendar = new BusinessCalendar({ name: 'Office', timeZone: 'Europe/Berlin', hours, holidays: ['2026-03-10'] })
  const submitted = [
    '2026-03-02T10:00+01:00',
    '2026-03-03T18:00+01:00',
    '2026-03-07T12:00+01:00',
    '2026-03-09T16:59+01:00',
    '2026-03-10T10:00+01:00',
  ].map(text => Temporal.Instant.from(text))
  // Two Mondays: one request each, and Saturday's. One Tuesday, the other is a holiday. Two Wednesdays: Tuesday evening's and the holiday's.
  expect(arrivalsByWeekday(calendar, submitted, Temporal.PlainDate.from('2026-03-02'), Temporal.PlainDate.from('2026-03-15'))).toEqual({
    1: 1.5,
    2: 0,
    3: 1,
    4: 0,
    5: 0,
  })
})
