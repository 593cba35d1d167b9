import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addBusinessDays,
  addBusinessMinutes,
  BusinessCalendar,
  businessMinutesBetween,
  dayIn,
  nextOpening,
  workingDayMinutes,
  workingHours,
  type CalendarDescription,
  type OpeningHours,
} from './business-calendar.ts'
import { Refusal } from './refusal.ts'

const at = (text: string) => Temporal.Instant.from(text)
const week = (opens: string, closes: string, days: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[] = [1, 2, 3, 4, 5]): OpeningHours =>
  Object.fromEntries(days.map(day => [day, { opens, closes }]))
const calendarOf = (changes: Partial<CalendarDescription> = {}) =>
  new BusinessCalendar({ name: 'Test', timeZone: 'UTC', hours: week('09:00', '17:00'), ...changes })
const christmas = calendarOf({ holidays: ['2026-12-25', '2026-12-28'] })
const text = (instant: Temporal.Instant) => instant.toString()

describe('on a plain week with Christmas holidays', () => {
  it('adds minutes over closing time, holidays and the weekend', () => {
    expect(text(addBusinessMinutes(christmas, at('2026-12-24T16:00Z'), 120))).toBe('2026-12-29T10:00:00Z')
    expect(businessMinutesBetween(christmas, at('2026-12-24T16:00Z'), at('2026-12-29T10:00Z'))).toBe(120)
  })

  it('adding nothing leads to the next opening', () => {
    expect(text(addBusinessMinutes(christmas, at('2026-12-26T12:00Z'), 0))).toBe('2026-12-29T09:00:00Z')
    expect(text(nextOpening(christmas, at('2026-12-21T08:59:59Z')))).toBe('2026-12-21T09:00:00Z')
    expect(text(nextOpening(christmas, at('2026-12-21T16:59:59.999Z')))).toBe('2026-12-21T16:59:59.999Z')
    expect(text(nextOpening(christmas, at('2026-12-21T17:00Z')))).toBe('2026-12-22T09:00:00Z')
  })

  it('a whole day ends at closing time, not next morning, also over the turn of the year', () => {
    expect(text(addBusinessMinutes(christmas, at('2026-12-21T09:00Z'), 480))).toBe('2026-12-21T17:00:00Z')
    expect(text(addBusinessMinutes(christmas, at('2026-12-31T09:00Z'), 480))).toBe('2026-12-31T17:00:00Z')
    expect(text(addBusinessMinutes(christmas, at('2026-12-31T09:00Z'), 481))).toBe('2027-01-01T09:01:00Z')
    expect(text(addBusinessDays(christmas, at('2026-12-31T09:00Z'), 1))).toBe('2026-12-31T17:00:00Z')
    expect(text(addBusinessDays(christmas, at('2026-12-31T17:30Z'), 1))).toBe('2027-01-01T17:00:00Z')
  })

  it.each([
    // one reviewer, first come first served: submitted, effort, expected start, finish, total
    ['R1', '2026-12-21T10:00Z', 720, '2026-12-21T10:00Z', '2026-12-22T14:00Z', 720],
    ['R2', '2026-12-21T16:30Z', 480, '2026-12-22T14:00Z', '2026-12-23T14:00Z', 810],
    ['R3', '2026-12-22T08:00Z', 240, '2026-12-23T14:00Z', '2026-12-24T10:00Z', 1020],
    ['R4', '2026-12-24T16:00Z', 600, '2026-12-24T16:00Z', '2026-12-30T10:00Z', 600],
    ['R5', '2026-12-26T12:00Z', 480, '2026-12-30T10:00Z', '2026-12-31T10:00Z', 1020],
    ['R6', '2026-12-29T09:00Z', 960, '2026-12-31T10:00Z', '2027-01-04T10:00Z', 1980],
  ])('%s finishes to the minute', (_id, submitted, effort, start, finish, total) => {
    expect(addBusinessMinutes(christmas, at(start), effort).equals(at(finish))).toBe(true)
    expect(businessMinutesBetween(christmas, at(submitted), at(finish))).toBe(total)
  })

  it('five business days from a Wednesday afternoon lead to the next Wednesday afternoon', () => {
    expect(text(addBusinessDays(calendarOf(), at('2026-11-18T14:00Z'), 5))).toBe('2026-11-25T14:00:00Z')
  })
})

describe('clock changes', () => {
  const everyDay = [1, 2, 3, 4, 5, 6, 7] as const

  it.each([
    ['Europe/Berlin', '2026-03-29', '00:00', '08:00', 7 * 60],
    ['Europe/Berlin', '2026-10-25', '00:00', '08:00', 9 * 60],
    ['America/New_York', '2026-03-08', '01:00', '09:00', 7 * 60],
    ['America/New_York', '2026-11-01', '01:00', '09:00', 9 * 60],
    ['Australia/Lord_Howe', '2026-10-04', '00:00', '08:00', 7.5 * 60],
    ['Australia/Lord_Howe', '2026-04-05', '00:00', '08:00', 8.5 * 60],
    ['Europe/Berlin', '2026-03-29', '00:00', '24:00', 23 * 60],
    ['Europe/Berlin', '2026-10-25', '00:00', '24:00', 25 * 60],
  ])('%s on %s: people work the minutes that really pass', (timeZone, date, opens, closes, minutes) => {
    const calendar = calendarOf({ timeZone, hours: week(opens, closes, everyDay) })
    const day = workingHours(calendar, Temporal.PlainDate.from(date))!
    expect(businessMinutesBetween(calendar, day.opens, day.closes)).toBe(minutes)
    expect(addBusinessMinutes(calendar, day.opens, minutes).equals(day.closes)).toBe(true)
    expect(addBusinessDays(calendar, day.opens, 1).equals(day.closes)).toBe(true)
  })

  it.each([
    ['Europe/Berlin', '2026-03-27T16:00+01:00', '2026-03-30T10:00+02:00'],
    ['Europe/Berlin', '2026-10-23T16:00+02:00', '2026-10-26T10:00+01:00'],
    ['America/New_York', '2026-03-06T16:00-05:00', '2026-03-09T10:00-04:00'],
    ['America/New_York', '2026-10-30T16:00-04:00', '2026-11-02T10:00-05:00'],
    ['Australia/Lord_Howe', '2026-10-02T16:00+10:30', '2026-10-05T10:00+11:00'],
    ['Australia/Lord_Howe', '2026-04-03T16:00+11:00', '2026-04-06T10:00+10:30'],
  ])('%s: two hours from Friday 16:00 are Monday 10:00 on the wall, whatever happened on Sunday', (timeZone, from, to) => {
    const calendar = calendarOf({ timeZone })
    expect(text(addBusinessMinutes(calendar, at(from), 120))).toBe(text(at(to)))
    expect(businessMinutesBetween(calendar, at(from), at(to))).toBe(120)
  })

  it('opening hours inside a skipped hour are no opening hours', () => {
    const calendar = calendarOf({ timeZone: 'Europe/Berlin', hours: week('02:30', '03:00', [7]) })
    expect(workingHours(calendar, Temporal.PlainDate.from('2026-03-29'))).toBe(null)
    expect(text(nextOpening(calendar, at('2026-03-28T12:00Z')))).toBe('2026-04-05T00:30:00Z')
  })

  it('a date that a time zone left out has no opening hours', () => {
    const calendar = calendarOf({ timeZone: 'Pacific/Apia', hours: week('09:00', '17:00', everyDay) })
    expect(workingHours(calendar, Temporal.PlainDate.from('2011-12-30'))).toBe(null)
    expect(text(addBusinessMinutes(calendar, at('2011-12-29T16:00-10:00'), 120))).toBe(text(at('2011-12-31T10:00+14:00')))
  })
})

describe('odd days', () => {
  it('29 February is a working day like another', () => {
    expect(text(addBusinessMinutes(calendarOf(), at('2028-02-28T16:00Z'), 120))).toBe('2028-02-29T10:00:00Z')
    expect(text(addBusinessDays(calendarOf(), at('2028-02-28T09:30Z'), 2))).toBe('2028-03-01T09:30:00Z')
    const closed = calendarOf({ holidays: ['2028-02-29'] })
    expect(text(addBusinessMinutes(closed, at('2028-02-28T16:00Z'), 120))).toBe('2028-03-01T10:00:00Z')
  })

  it('a business day is a working day however long: shorter Fridays count as one', () => {
    const calendar = calendarOf({ hours: { ...week('09:00', '17:00', [1, 2, 3, 4]), 5: { opens: '09:00', closes: '13:00' } } })
    expect(workingDayMinutes(calendar)).toBe(480)
    expect(text(addBusinessDays(calendar, at('2026-11-19T13:00Z'), 1))).toBe('2026-11-20T11:00:00Z')
    expect(text(addBusinessDays(calendar, at('2026-11-16T09:00Z'), 5))).toBe('2026-11-20T13:00:00Z')
  })

  it('among equally frequent lengths the longest is the usual day', () => {
    expect(
      workingDayMinutes(calendarOf({ hours: { 1: { opens: '09:00', closes: '12:00' }, 2: { opens: '09:00', closes: '16:00' } } })),
    ).toBe(420)
  })
})

describe('what can be no calendar is refused with the field and a remedy', () => {
  it.each([
    ['name', { name: ' ' }],
    ['timeZone', { timeZone: 'Europe/Atlantis' }],
    ['hours', { hours: {} }],
    ['hours.8', { hours: Object.fromEntries([[8, { opens: '09:00', closes: '17:00' }]]) }],
    ['hours.1', { hours: week('17:00', '09:00') }],
    ['hours.1.opens', { hours: week('9', '17:00') }],
    ['hours.1.closes', { hours: week('09:00', '24:30') }],
    ['holidays.1', { holidays: ['2026-12-25', '2027-02-29'] }],
    ['holidays.0', { holidays: ['25.12.2026'] }],
    ['holidays', { holidays: Array.from({ length: 5001 }, () => '2026-01-01') }],
  ])('%s', (field, changes) => {
    const refusal = refusalOf(() => calendarOf(changes))
    expect(refusal.blockers[0]).toMatchObject({ field, reason: expect.stringMatching(/\S/), remedy: expect.stringMatching(/\S/) })
  })

  it('time that would have to be taken back or never ends', () => {
    const calendar = calendarOf()
    for (const amount of [-1, NaN, Infinity]) {
      expect(refusalOf(() => addBusinessMinutes(calendar, at('2026-01-01T00:00Z'), amount)).blockers[0]!.field).toBe('minutes')
      expect(refusalOf(() => addBusinessDays(calendar, at('2026-01-01T00:00Z'), amount)).blockers[0]!.field).toBe('days')
    }
  })

  it('a search that leaves the years a calendar answers for ends', () => {
    const calendar = calendarOf({ hours: week('00:00', '24:00', [1, 2, 3, 4, 5, 6, 7]) })
    expect(refusalOf(() => addBusinessMinutes(calendar, at('2026-01-01T00:00Z'), 1e12)).code).toBe('beyond-calendar')
    expect(refusalOf(() => nextOpening(calendar, at('1969-06-01T00:00Z'))).code).toBe('beyond-calendar')
  })
})

describe('laws, in real time zones over seventy years', { timeout: 60_000 }, () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca', 'Pacific/Apia']
  const calendars = zones.flatMap(timeZone => [
    calendarOf({ timeZone, holidays: ['2026-12-25', '2026-12-28', '2027-01-01'] }),
    calendarOf({
      timeZone,
      hours: { 2: { opens: '01:15', closes: '03:05' }, 5: { opens: '22:00', closes: '24:00' }, 7: { opens: '00:00', closes: '05:30' } },
    }),
  ])
  const calendar = fc.constantFrom(...calendars)
  const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2070, 0, 1) }).map(ms => Temporal.Instant.fromEpochMilliseconds(ms))
  const minutes = fc.integer({ min: 0, max: 500_000 })

  it('what was added is what lies between', () => {
    fc.assert(
      fc.property(calendar, instant, minutes, (c, from, n) => businessMinutesBetween(c, from, addBusinessMinutes(c, from, n)) === n),
    )
  })

  it('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(
        calendar,
        instant,
        minutes,
        minutes,
        (c, from, n, m) => m === 0 || addBusinessMinutes(c, addBusinessMinutes(c, from, n), m).equals(addBusinessMinutes(c, from, n + m)),
      ),
    )
  })

  it('a later start never ends earlier, and more minutes never less late', () => {
    fc.assert(
      fc.property(calendar, instant, instant, minutes, minutes, (c, a, b, n, m) => {
        const [early, late] = Temporal.Instant.compare(a, b) <= 0 ? [a, b] : [b, a]
        const ordered = (x: Temporal.Instant, y: Temporal.Instant) => Temporal.Instant.compare(x, y) <= 0
        return (
          ordered(addBusinessMinutes(c, early, n), addBusinessMinutes(c, late, n)) &&
          ordered(addBusinessMinutes(c, a, Math.min(n, m)), addBusinessMinutes(c, a, Math.max(n, m)))
        )
      }),
    )
  })

  it('the time between is additive and turns its sign', () => {
    fc.assert(
      fc.property(
        calendar,
        instant,
        instant,
        instant,
        (c, x, y, z) =>
          Math.abs(businessMinutesBetween(c, x, y) + businessMinutesBetween(c, y, z) - businessMinutesBetween(c, x, z)) < 1e-6 &&
          businessMinutesBetween(c, x, y) === -businessMinutesBetween(c, y, x),
      ),
    )
  })

  it('on days of one length, business days are that many day lengths', () => {
    const plain = calendars[0]!
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 400 }), (from, days) =>
        addBusinessDays(plain, from, days).equals(addBusinessMinutes(plain, from, days * 480)),
      ),
    )
  })
})

describe('the day of a moment', () => {
  it.each([
    ['Europe/Berlin', '2026-12-23T22:59:59Z', '2026-12-23'],
    ['Europe/Berlin', '2026-12-23T23:00:00Z', '2026-12-24'],
    ['America/New_York', '2026-12-24T04:59:59Z', '2026-12-23'],
    ['UTC', '2026-12-24T00:00:00Z', '2026-12-24'],
  ])('is the one on the wall in %s at %s', (timeZone, at, day) => {
    const hours = { 1: { opens: '09:00', closes: '17:00' } }
    expect(dayIn(new BusinessCalendar({ name: 'There', timeZone, hours }), Temporal.Instant.from(at))).toBe(day)
  })
})

const refusalOf = (act: () => unknown): Refusal => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}
