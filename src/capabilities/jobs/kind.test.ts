import { describe, expect, test } from 'vitest'
import { newestRound, nextRound } from './kind.ts'

const berlin = { timeZone: 'Europe/Berlin' }
const nightly = { every: 'day', at: '02:30' } as const
const round = (now: string, where = berlin) => {
  const { key, at } = newestRound(nightly, where, Temporal.Instant.from(now))
  return `${key} ${at.toString()}`
}

describe('the newest round of a schedule', () => {
  test.each([
    ['a second before', '2026-12-01T01:29:59Z', '2026-11-30 2026-11-30T01:30:00Z'],
    ['at the moment', '2026-12-01T01:30:00Z', '2026-12-01 2026-12-01T01:30:00Z'],
    ['a second after', '2026-12-01T01:30:01Z', '2026-12-01 2026-12-01T01:30:00Z'],
    ['the evening before leap day', '2028-02-28T23:00:00Z', '2028-02-28 2028-02-28T01:30:00Z'],
    ['on leap day', '2028-02-29T12:00:00Z', '2028-02-29 2028-02-29T01:30:00Z'],
    ['the morning after leap day', '2028-03-01T02:00:00Z', '2028-03-01 2028-03-01T01:30:00Z'],
    ['in the night in which that hour is skipped', '2027-03-28T01:30:00Z', '2027-03-28 2027-03-28T01:30:00Z'],
    ['in the night in which that hour comes twice', '2026-10-25T00:45:00Z', '2026-10-25 2026-10-25T00:30:00Z'],
    ['an hour later in that night', '2026-10-25T01:45:00Z', '2026-10-25 2026-10-25T00:30:00Z'],
    ['new year', '2027-01-01T00:10:00Z', '2026-12-31 2026-12-31T01:30:00Z'],
  ])('%s', (_, now, expected) => expect(round(now)).toBe(expected))

  test('after 45 days switched off there is one, and a clock that goes back a day finds that day’s again', () => {
    expect(round('2027-01-15T09:00:00Z')).toBe('2027-01-15 2027-01-15T01:30:00Z')
    expect(round('2027-01-14T09:00:00Z')).toBe('2027-01-14 2027-01-14T01:30:00Z')
  })

  test('every few minutes are counted from midnight UTC', () => {
    const { key } = newestRound({ every: 'minutes', minutes: 5 }, berlin, Temporal.Instant.from('2026-12-01T10:14:59.9Z'))
    expect(key).toBe('2026-12-01T10:10:00Z')
  })

  test('a day’s round comes once a day, whenever one looks', () => {
    const keys = new Set<string>()
    let now = Temporal.Instant.from('2026-10-20T00:00:00Z')
    for (let i = 0; i < 24 * 14; i += 1) {
      keys.add(newestRound(nightly, berlin, now).key)
      now = now.add({ minutes: 61 })
    }
    expect(keys.size).toBe(16)
  })

  test('the next one comes behind the newest, a night of a clock change included', () => {
    const next = (now: string) => nextRound(nightly, berlin, Temporal.Instant.from(now)).toString()
    expect(next('2026-12-01T01:29:59Z')).toBe('2026-12-01T01:30:00Z')
    expect(next('2026-12-01T01:30:00Z')).toBe('2026-12-02T01:30:00Z')
    expect(next('2027-03-27T12:00:00Z')).toBe('2027-03-28T01:30:00Z')
    expect(next('2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00Z')
    expect(nextRound({ every: 'minutes', minutes: 5 }, berlin, Temporal.Instant.from('2026-12-01T10:10:00Z')).toString()).toBe(
      '2026-12-01T10:15:00Z',
    )
  })
})
