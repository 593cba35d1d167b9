import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import type { Wish } from './when.ts'
import { dayOf, digestUpTo, quietUntil, wayOf } from './when.ts'

const berlin: Wish = {
  channel: 'mail',
  level: 'everything',
  digestAt: '08:00',
  quietFrom: '20:00',
  quietTo: '07:00',
  timeZone: 'Europe/Berlin',
}
const at = (moment: string) => Temporal.Instant.from(moment)
const weekdays = { opens: '09:00', closes: '17:00' }
const calendar = new BusinessCalendar({
  name: 'Test',
  timeZone: 'Europe/Berlin',
  hours: { 1: weekdays, 2: weekdays, 3: weekdays, 4: weekdays, 5: weekdays },
  holidays: ['2026-12-25'],
})

describe('quiet hours are those on the reader’s own wall', () => {
  test.each([
    ['the evening', '2026-12-01T19:30:00Z', '2026-12-02T06:00:00Z'],
    ['after midnight', '2026-12-02T02:00:00Z', '2026-12-02T06:00:00Z'],
    ['the minute before they begin', '2026-12-01T18:59:59Z', null],
    ['the minute in which they end', '2026-12-02T06:00:00Z', null],
    ['the night that is an hour shorter', '2027-03-28T00:30:00Z', '2027-03-28T05:00:00Z'],
    ['the night that is an hour longer', '2026-10-25T00:30:00Z', '2026-10-25T06:00:00Z'],
  ])('%s', (_, now, until) => expect(quietUntil(berlin, at(now))?.toString() ?? null).toBe(until))

  test('of the same moment, in another zone there are none', () => {
    expect(quietUntil({ ...berlin, timeZone: 'America/New_York' }, at('2026-12-01T19:30:00Z'))).toBeNull()
  })

  test('end at last: whoever waits for their end is in none then, in any zone on any day', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'))
    const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC')
    fc.assert(
      fc.property(time, time, zone, fc.integer({ min: 0, max: 730 * 24 * 60 }), (quietFrom, quietTo, timeZone, minutes) => {
        const wish = { ...berlin, quietFrom, quietTo, timeZone }
        const now = at('2026-01-01T00:00:00Z').add({ minutes })
        let until = quietUntil(wish, now)
        // A clock that goes back shows an hour of them twice; no more than that.
        if (until !== null) until = quietUntil(wish, until)
        expect(until === null || quietUntil(wish, until) === null).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('what one has to act on', () => {
  const going = (more: Partial<Wish> = {}, { singles = 0, loud = false, now = '2026-12-01T10:00:00Z' } = {}) => {
    const way = wayOf({ loud }, { ...berlin, ...more }, { singles, dailyLetters: 6, now: at(now) })
    return way instanceof Temporal.Instant ? way.toString() : way
  }
  test('goes at once, up to the day’s letters but one, which is the digest’s', () => {
    expect([0, 4, 5, 6].map(singles => going({}, { singles }))).toEqual(['single', 'single', 'held', 'held'])
  })
  test('waits out quiet hours, unless it is word of a stop', () => {
    expect(going({}, { now: '2026-12-01T22:00:00Z' })).toBe('2026-12-02T06:00:00Z')
    expect(going({}, { now: '2026-12-01T22:00:00Z', loud: true })).toBe('single')
    expect(going({}, { singles: 5, loud: true })).toBe('held')
  })
  test('goes by the reader’s wish', () => {
    expect(going({ channel: 'none' })).toBe('kept')
    expect(going({ level: 'digest-only' })).toBe('held')
    expect(going({ level: 'digest-only' }, { loud: true })).toBe('single')
    expect(going({ level: 'act-only' })).toBe('single')
  })
})

describe('a digest', () => {
  const upTo = (now: string, more: Partial<Wish> = {}) => digestUpTo({ ...berlin, ...more }, calendar, at(now))?.toString() ?? null
  test('comes when its time has come on the reader’s wall, and tells of what was before', () => {
    expect(upTo('2026-12-01T06:59:59Z')).toBeNull()
    expect(upTo('2026-12-01T07:00:00Z')).toBe('2026-12-01T07:00:00Z')
    expect(upTo('2026-12-01T18:00:00Z')).toBe('2026-12-01T07:00:00Z')
    expect(upTo('2026-12-01T12:30:00Z', { timeZone: 'America/New_York' })).toBeNull()
    expect(upTo('2026-12-01T13:00:00Z', { timeZone: 'America/New_York' })).toBe('2026-12-01T13:00:00Z')
  })
  test('does not come on days without work', () => {
    expect(upTo('2026-12-05T12:00:00Z')).toBeNull()
    expect(upTo('2026-12-25T12:00:00Z')).toBeNull()
  })
  test('comes at its time on both sides of a clock change', () => {
    expect(upTo('2027-03-26T12:00:00Z')).toBe('2027-03-26T07:00:00Z')
    expect(upTo('2027-03-29T12:00:00Z')).toBe('2027-03-29T06:00:00Z')
  })
  test('belongs to the day on the reader’s wall', () => {
    expect(dayOf(berlin, at('2026-12-01T23:30:00Z'))).toBe('2026-12-02')
    expect(dayOf({ timeZone: 'Pacific/Auckland' }, at('2026-12-01T12:00:00Z'))).toBe('2026-12-02')
  })
})
