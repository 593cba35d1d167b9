import { describe, expect, test } from 'vitest'
import { agreement, median, promisesKept, stampSigns } from './figures.ts'

describe('figures of reviews', () => {
  test('a promise that was kept nineteen times of twenty, with its interval', () => {
    const settled = Array.from({ length: 20 }, (_, i) => ({
      purpose: 'full',
      tier: 2,
      outcome: 'approved',
      ours: 100 + i,
      makers: 200 + i,
      kept: i > 0,
    }))
    const [kept] = promisesKept([...settled, { ...settled[0]!, tier: 3 }])
    expect(kept).toMatchObject({ purpose: 'full', tier: 2, decided: 20, kept: 19, ours: 109.5, makers: 209.5 })
    expect(kept?.share?.value).toBeCloseTo(0.95, 9)
    expect(kept?.share?.low).toBeCloseTo(0.763869, 5)
  })

  test('agreement of second looks, and how often the tier had been decided too low', () => {
    const table = [
      [18, 3, 0, 0],
      [2, 20, 4, 0],
      [0, 5, 16, 2],
      [0, 0, 1, 9],
    ]
    expect(agreement(table)?.kappa).toBeCloseTo(0.89127, 5)
    expect(agreement(table)).toMatchObject({ looks: 80, underTiering: { value: 9 / 80 } })
    expect(agreement(table)?.same).toBeCloseTo(0.7875, 12)
    expect(agreement([])).toBeNull()
  })

  test('who never sends anything back, or says yes within minutes, is worth a talk; few approvals say nothing', () => {
    const signed = { approvals: 20, returns: 0, rejections: 0, minutes: Array.from({ length: 20 }, () => 3) }
    expect(stampSigns(signed)).toEqual(['never-returned', 'in-minutes'])
    expect(stampSigns({ ...signed, returns: 1, minutes: [40, 50, 60] })).toEqual([])
    expect(stampSigns({ ...signed, approvals: 9 })).toEqual([])
  })

  test('the median of none is none', () => {
    expect([median([]), median([3]), median([4, 2]), median([1, 9, 5])]).toEqual([null, 3, 3, 5])
  })
})
