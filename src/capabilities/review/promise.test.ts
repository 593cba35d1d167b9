import { describe, expect, test } from 'vitest'
import { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import type { Lane } from './lane.ts'
import type { Waiting } from './promise.ts'
import { promiseFor } from './promise.ts'

const hours = Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, { opens: '09:00', closes: '17:00' }]))
const calendar = new BusinessCalendar({ name: 'Office', timeZone: 'UTC', hours })
const monday = Temporal.Instant.from('2026-12-07T09:00Z')
const team: Lane = {
  businessDays: 5,
  underThat: true,
  signOffs: [{ role: 'coe', checklists: ['coe'], businessDays: 5, minutes: 60, minutesADay: 180 }],
}
const promised = (waiting: Partial<Waiting>, lane = team) =>
  promiseFor(calendar, lane, new Map([['coe', { ahead: 0, people: 2, given: 0, ...waiting }]]), monday)

describe('the date that is promised at submission', () => {
  test('is the charter’s as long as the queue can keep it, with the date that is probable', () => {
    const { by, expected, because } = promised({ ahead: 4 })
    expect([by.toString(), because]).toEqual(['2026-12-11T16:59:00Z', 'usual'])
    // Two people at three hours a day, four before it: each gives three of an hour, which is one day.
    expect(expected.toString()).toBe('2026-12-07T17:00:00Z')
  })

  test('is a later one, and says so, where too much waits: the end of the day on which it will probably be there', () => {
    const { by, expected, because, ahead, people, minutes } = promised({ ahead: 40 })
    expect({ because, ahead, people }).toEqual({ because: 'queue', ahead: 40, people: 2 })
    expect(expected.toString()).toBe('2026-12-15T17:00:00Z')
    expect(by.toString()).toBe('2026-12-16T17:00:00Z')
    expect(minutes).toBe(8 * 480)
  })

  test('follows the pace that was kept lately once more than a week of work waits, and the effort as long as less does', () => {
    expect(promised({ ahead: 30, given: 20 }).because).toBe('queue')
    expect(promised({ ahead: 30, given: 20 }).expected.toString()).toBe('2027-01-18T17:00:00Z')
    expect(promised({ ahead: 4, given: 20 }).because).toBe('usual')
  })

  test('is the charter’s where nobody is there to look, and says that nobody is', () => {
    expect(promised({ people: 0, ahead: 3 })).toMatchObject({ because: 'nobody', people: 0 })
  })

  test('goes by the slowest of several offices', () => {
    const lane: Lane = { businessDays: 15, underThat: false, signOffs: [...team.signOffs, { ...team.signOffs[0]!, role: 'legal' }] }
    const waiting = new Map([
      ['coe', { ahead: 0, people: 2, given: 0 }],
      ['legal', { ahead: 60, people: 1, given: 0 }],
    ])
    expect(promiseFor(calendar, lane, waiting, monday)).toMatchObject({ because: 'queue', ahead: 60, people: 1 })
  })
})
