import { expect, test } from 'vitest'
import { aheadOf, systemClock } from './clock.ts'

test('the system clock shows no more than the store keeps: microseconds', () => {
  const finer = Array.from({ length: 100 }, () => systemClock.now().epochNanoseconds % 1000n).filter(rest => rest !== 0n)
  expect(finer).toEqual([])
})

test('a clock ahead of another goes on as that one does, and one behind likewise', () => {
  let now = Temporal.Instant.from('2027-01-04T10:00:00.000001Z')
  const ahead = aheadOf({ now: () => now }, 60_000)
  const behind = aheadOf({ now: () => now }, -86_400_000)
  expect([ahead.now(), behind.now()].map(String)).toEqual(['2027-01-04T10:01:00.000001Z', '2027-01-03T10:00:00.000001Z'])
  now = now.add({ hours: 1 })
  expect([ahead.now(), behind.now()].map(String)).toEqual(['2027-01-04T11:01:00.000001Z', '2027-01-03T11:00:00.000001Z'])
})
