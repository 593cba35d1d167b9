import { expect, test } from 'vitest'
import { standing } from './standing.ts'

const now = Temporal.Instant.from('2026-11-23T12:00:00Z')
const calm = { conditions: [], handoverOpen: false, ownerGoneSince: null }
const until = (text: string | null, state = 'active') => ({ expiresAt: text === null ? null : Temporal.Instant.from(text), state })

test('an entry runs out to the second, and days that have begun count', () => {
  expect(standing({ ...calm, solution: until('2026-11-23T12:00:00Z') }, now, 'UTC')).toMatchObject({ expired: true, expiresInDays: null })
  expect(standing({ ...calm, solution: until('2026-11-23T12:00:01Z') }, now, 'UTC')).toMatchObject({ expired: false, expiresInDays: 1 })
  expect(standing({ ...calm, solution: until('2026-11-30T12:00:00Z') }, now, 'UTC')).toMatchObject({ expiresInDays: 7 })
  expect(standing({ ...calm, solution: until(null) }, now, 'UTC')).toMatchObject({ expired: false, expiresInDays: null })
})

test('what has come to its end runs out of nothing', () => {
  for (const state of ['retired', 'refused', 'referred'])
    expect(standing({ ...calm, solution: until('2026-01-01T00:00:00Z', state), ownerGoneSince: now }, now, 'UTC')).toMatchObject({
      expired: false,
      ownerGoneSince: null,
    })
})

test('a condition is late from the day after its day, where the company is', () => {
  const condition = { state: 'open' as const, dueOn: '2026-11-23' }
  const late = (zone: string, at: string) =>
    standing({ ...calm, solution: until(null), conditions: [condition] }, Temporal.Instant.from(at), zone).conditionsLate
  expect(late('UTC', '2026-11-23T23:59:59Z')).toBe(0)
  expect(late('UTC', '2026-11-24T00:00:00Z')).toBe(1)
  expect(late('America/New_York', '2026-11-24T00:00:00Z')).toBe(0)
})
