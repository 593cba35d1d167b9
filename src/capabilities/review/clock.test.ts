import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import type { Pause } from './clock.ts'
import { clockOf, dueAt, promisedMinutes } from './clock.ts'

const at = (text: string) => Temporal.Instant.from(text)
const hours = Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, { opens: '09:00', closes: '17:00' }]))
const office = new BusinessCalendar({ name: 'Office', timeZone: 'UTC', hours, holidays: ['2026-12-25', '2026-12-28'] })
const berlin = new BusinessCalendar({ name: 'Berlin', timeZone: 'Europe/Berlin', hours })
const review = (submittedAt: string, pauses: Pause[] = []) => ({
  submittedAt: at(submittedAt),
  promisedMinutes: 2_399,
  pauses,
  endedAt: null,
})

describe('the promise in minutes', () => {
  test('under five business days ends a minute before the fifth is over, within fifteen with the fifteenth', () => {
    expect(promisedMinutes(office, { businessDays: 5, underThat: true })).toBe(2_399)
    expect(promisedMinutes(office, { businessDays: 15, underThat: false })).toBe(7_200)
    expect(promisedMinutes(office, { businessDays: 0, underThat: false })).toBe(0)
  })
})

describe('the two clocks', () => {
  // Business-time vectors: one reviewer, Monday to Friday 09:00 to 17:00 UTC, two holidays.
  test.each([
    ['2026-12-21T10:00Z', '2026-12-22T14:00Z', 720],
    ['2026-12-21T16:30Z', '2026-12-23T14:00Z', 810],
    ['2026-12-22T08:00Z', '2026-12-24T10:00Z', 1_020],
    ['2026-12-24T16:00Z', '2026-12-30T10:00Z', 600],
    ['2026-12-26T12:00Z', '2026-12-31T10:00Z', 1_020],
    ['2026-12-29T09:00Z', '2027-01-04T10:00Z', 1_980],
  ])('from %s to %s are %i business minutes', (from, to, minutes) => {
    expect(clockOf(office, review(from), at(to))).toMatchObject({ ours: minutes, makers: minutes, left: 2_399 - minutes })
  })

  test('while it waits for an answer ours stands still and the maker’s goes on', () => {
    const asked = '2026-12-01T11:00:00Z'
    const waiting = review('2026-12-01T09:00Z', [{ from: asked, to: null, waitsFor: 'priya' }])
    expect(clockOf(office, waiting, at('2026-12-02T11:00Z'))).toMatchObject({
      ours: 120,
      makers: 600,
      left: 2_279,
      paused: { from: asked, waitsFor: 'priya' },
    })
    const answered = review('2026-12-01T09:00Z', [{ from: asked, to: '2026-12-02T11:00:00Z', waitsFor: 'priya' }])
    expect(clockOf(office, answered, at('2026-12-02T12:00Z'))).toMatchObject({ ours: 180, makers: 660, paused: null })
  })

  test('a pause over a night, a weekend and a holiday moves the promise by its working time alone', () => {
    const pauses = [{ from: '2026-12-24T16:00:00Z', to: '2026-12-29T10:00:00Z', waitsFor: 'priya' }]
    const timed = { ...review('2026-12-21T09:00Z', pauses), promisedMinutes: 2_400 }
    expect(dueAt(office, timed, at('2026-12-29T10:00Z')).toString()).toBe('2026-12-30T11:00:00Z')
  })

  test('over the change to summer time a day has its hours on the wall', () => {
    const timed = { ...review('2027-03-26T08:00Z'), promisedMinutes: 960 }
    // Friday 09:00 in Berlin is 08:00 UTC; Monday 17:00 there is 15:00 UTC, an hour earlier than on Friday.
    expect(dueAt(berlin, timed, at('2027-03-26T08:00Z')).toString()).toBe('2027-03-29T15:00:00Z')
    expect(clockOf(berlin, timed, at('2027-03-29T15:00Z'))).toMatchObject({ ours: 960, left: 0 })
  })

  test('ours and the pauses make up the maker’s, whatever happens; and no clock runs backwards or during a pause', () => {
    const start = at('2026-12-01T09:00Z')
    const later = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(later, fc.integer({ min: 0, max: 20_000 }), (steps, more) => {
        const moments = steps.reduce<Temporal.Instant[]>((all, minutes) => [...all, (all.at(-1) ?? start).add({ minutes })], [])
        const pauses = Array.from({ length: moments.length >> 1 }, (_, i) => ({
          from: moments[2 * i]?.toString() ?? '',
          to: moments[2 * i + 1]?.toString() ?? null,
          waitsFor: 'x',
        }))
        const end = (moments.at(-1) ?? start).add({ minutes: more })
        const before = clockOf(office, review('2026-12-01T09:00Z', pauses), moments.at(-1) ?? start)
        const after = clockOf(office, review('2026-12-01T09:00Z', pauses), end)
        expect(after.ours).toBeGreaterThanOrEqual(before.ours - 1e-6)
        expect(after.ours).toBeLessThanOrEqual(after.makers + 1e-6)
        const last = pauses.at(-1)
        if (!last) return
        const open = [...pauses.slice(0, -1), { ...last, to: null }]
        const [early, late] = [Temporal.Instant.from(last.from), end].map(
          now => clockOf(office, review('2026-12-01T09:00Z', open), now).ours,
        )
        expect(late).toBeCloseTo(early ?? 0, 6)
      }),
      { numRuns: 300, seed: 4 },
    )
  })
})
