import { expect, test } from 'vitest'
import { isDrawn } from './drawn.ts'

test('the share that is drawn is the share that was asked for, and each id is drawn alike each time', () => {
  const ids = Array.from({ length: 20_000 }, (_, i) => `id-${i}`)
  for (const percent of [5, 10, 50]) {
    const drawn = ids.filter(id => isDrawn(id, percent))
    // Five standard deviations of a binomial count.
    expect(Math.abs(drawn.length - 200 * percent)).toBeLessThan(5 * Math.sqrt(200 * percent))
    expect(drawn.every(id => isDrawn(id, percent))).toBe(true)
  }
  expect(ids.some(id => isDrawn(id, 0))).toBe(false)
  expect(ids.every(id => isDrawn(id, 100))).toBe(true)
})
