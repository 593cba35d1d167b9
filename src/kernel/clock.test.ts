import { expect, test } from 'vitest'
import { systemClock } from './clock.ts'

test('the system clock shows no more than the store keeps: microseconds', () => {
  const finer = Array.from({ length: 100 }, () => systemClock.now().epochNanoseconds % 1000n).filter(rest => rest !== 0n)
  expect(finer).toEqual([])
})
