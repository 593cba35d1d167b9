import { describe, expect, it } from 'vitest'
import { BusinessCalendar, type OpeningHours } from '#src/kernel/business-calendar.ts'
import { courseOfEvents } from './course-of-events.ts'
import type { KnownRequest, Order, Reviewer, Scenario } from './scenario.ts'

const hours: OpeningHours = Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, { opens: '09:00', closes: '17:00' }]))
const calendar = new BusinessCalendar({ name: 'Vectors', timeZone: 'UTC', hours, holidays: ['2026-12-25', '2026-12-28'] })
const at = (text: string) => Temporal.Instant.from(text)
const request = (id: string, submitted: string, effort: number, tier = 'Tier 2'): KnownRequest => ({
  id,
  tier,
  submitted: at(submitted),
  effort,
})

const SIX = [
  request('R1', '2026-12-21T10:00Z', 720),
  request('R2', '2026-12-21T16:30Z', 480),
  request('R3', '2026-12-22T08:00Z', 240),
  request('R4', '2026-12-24T16:00Z', 600),
  request('R5', '2026-12-26T12:00Z', 480),
  request('R6', '2026-12-29T09:00Z', 960),
]

const scenario = (reviewers: readonly Reviewer[], known: readonly KnownRequest[], order: Order = 'first-come'): Scenario => ({
  calendar,
  from: Temporal.PlainDate.from('2026-12-21'),
  weeks: 2,
  order,
  reviewers,
  known,
  tiers: [
    { name: 'Tier 2', perDay: 0, effort: { kind: 'fixed', minutes: 480 }, promise: { days: 5 } },
    { name: 'Tier 3', perDay: 0, effort: { kind: 'fixed', minutes: 480 }, promise: { days: 15 } },
  ],
})
const follow = (reviewers: readonly Reviewer[], known: readonly KnownRequest[], order?: Order) =>
  courseOfEvents(scenario(reviewers, known, order), 1).map(({ id, begun, finished, waitMinutes, totalMinutes, days }) => [
    id,
    begun?.toString().slice(0, 16),
    finished?.toString().slice(0, 16),
    waitMinutes,
    totalMinutes,
    days,
  ])

describe('to the minute', () => {
  it('one reviewer', () => {
    expect(follow([{ name: 'A' }], SIX)).toEqual([
      ['R1', '2026-12-21T10:00', '2026-12-22T14:00', 0, 720, 1.5],
      ['R2', '2026-12-22T14:00', '2026-12-23T14:00', 330, 810, 1.6875],
      ['R3', '2026-12-23T14:00', '2026-12-24T10:00', 780, 1020, 2.125],
      ['R4', '2026-12-24T16:00', '2026-12-30T10:00', 0, 600, 1.25],
      ['R5', '2026-12-30T10:00', '2026-12-31T10:00', 540, 1020, 2.125],
      ['R6', '2026-12-31T10:00', '2027-01-04T10:00', 1020, 1980, 4.125],
    ])
  })

  it('two reviewers', () => {
    const followed = follow([{ name: 'A' }, { name: 'B' }], SIX)
    expect(followed.map(row => row[4])).toEqual([720, 480, 540, 600, 480, 1440])
    expect(followed[5]!.slice(1, 3)).toEqual(['2026-12-30T09:00', '2026-12-31T17:00'])
  })

  it('somebody who is there Mondays and Tuesdays is no two fifths of a person: work rests until they are back', () => {
    const partTime = { name: 'A', hours: { 1: { opens: '09:00', closes: '17:00' }, 2: { opens: '09:00', closes: '17:00' } } }
    expect(follow([partTime], [request('R1', '2026-12-22T15:00Z', 240), request('R2', '2026-12-23T09:00Z', 60)])).toEqual([
      ['R1', '2026-12-22T15:00', '2026-12-29T11:00', 0, 1200, 2.5],
      ['R2', '2026-12-29T11:00', '2026-12-29T12:00', 1080, 1140, 2.375],
    ])
  })

  it('half of each day, the first half, ends at 13:00', () => {
    expect(follow([{ name: 'A', share: 0.5 }], [request('R1', '2026-12-21T11:00Z', 180)])[0]!.slice(1, 3)).toEqual([
      '2026-12-21T11:00',
      '2026-12-22T10:00',
    ])
    const mornings = Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, { opens: '09:00', closes: '13:00' }]))
    expect(follow([{ name: 'A', share: 0.5, hours: mornings }], [request('R1', '2026-12-21T10:00Z', 90)])[0]!.slice(1, 3)).toEqual([
      '2026-12-21T10:00',
      '2026-12-22T09:30',
    ])
  })

  it("own hours reach no further than the team's", () => {
    const early = { name: 'A', hours: { 1: { opens: '07:00', closes: '10:00' }, 2: { opens: '16:00', closes: '20:00' } } }
    expect(follow([early], [request('R1', '2026-12-21T09:00Z', 90)])[0]!.slice(1, 3)).toEqual(['2026-12-21T09:00', '2026-12-22T16:30'])
  })

  it('one day away makes work wait, two days hand it over to a colleague, before all others', () => {
    const away = (to: string): Reviewer[] => [{ name: 'A', absences: [{ from: '2026-12-22', to }] }, { name: 'B' }]
    const known = [request('R1', '2026-12-21T15:00Z', 240), request('R2', '2026-12-21T15:01Z', 150), request('R3', '2026-12-21T15:02Z', 60)]
    // B is busy with R2 until 09:31 on the 22nd. Away for one day, A goes on with R1 on the 23rd; for two, B takes it over before R3.
    expect(follow(away('2026-12-22'), known).map(row => row[2])).toEqual(['2026-12-23T11:00', '2026-12-22T09:31', '2026-12-22T10:31'])
    expect(follow(away('2026-12-23'), known).map(row => row[2])).toEqual(['2026-12-22T11:31', '2026-12-22T09:31', '2026-12-22T12:31'])
  })

  it('the order decides who is next: longest waiting, nearest promise, or the tiers as listed', () => {
    const known = [
      request('busy', '2026-12-21T09:00Z', 60),
      request('old tier 3', '2026-12-08T09:00Z', 60, 'Tier 3'),
      request('tier 3', '2026-12-21T09:10Z', 60, 'Tier 3'),
      request('tier 2', '2026-12-21T09:20Z', 60),
    ]
    const sequence = (order: Order) =>
      follow([{ name: 'A' }], known, order)
        .sort((a, b) => String(a[1]).localeCompare(String(b[1])))
        .map(([id]) => id)
    expect(sequence('first-come')).toEqual(['old tier 3', 'busy', 'tier 3', 'tier 2'])
    // Old tier 3 came nine working days ago and is due in six; the busy one is due in five.
    expect(sequence('due-first')).toEqual(['busy', 'tier 2', 'old tier 3', 'tier 3'])
    expect(sequence('tier-order')).toEqual(['busy', 'tier 2', 'old tier 3', 'tier 3'])
  })

  it('of two who could begin at once, the one who has waited longest for work does', () => {
    const mondays = { name: 'B', hours: { 1: { opens: '09:00', closes: '17:00' } } }
    const rested = [request('R1', '2026-12-21T09:00Z', 60), request('R2', '2026-12-21T09:00Z', 30), request('R3', '2026-12-21T11:00Z', 420)]
    // B was free first, so R3 waits over the holiday for the Monday after next; had A been free first, it would be done next morning.
    expect(follow([{ name: 'A' }, mondays], rested)[2]![2]).toBe('2027-01-04T10:00')
    expect(follow([{ name: 'A' }, mondays], [rested[0]!, { ...rested[1]!, effort: 90 }, rested[2]!])[2]![2]).toBe('2026-12-22T10:00')
  })

  it('nobody is given what they may not review, however long it waits', () => {
    const team: Reviewer[] = [{ name: 'A', tiers: ['Tier 3'] }, { name: 'B' }]
    const known = [
      request('R1', '2026-12-21T09:00Z', 60),
      request('R2', '2026-12-21T09:00Z', 60),
      request('R3', '2026-12-21T09:00Z', 60, 'Tier 3'),
      request('R4', '2026-12-21T09:30Z', 60, 'Tier 3'),
    ]
    expect(follow(team, known).map(row => row[1]!.toString().slice(11))).toEqual(['09:00', '10:00', '09:00', '10:00'])
    // With the longest waiting first, B turns to the old tier 3 request before the two others.
    const old = known.with(3, request('R4', '2026-12-18T09:00Z', 60, 'Tier 3')).with(2, request('R3', '2026-12-18T09:00Z', 60, 'Tier 3'))
    expect(follow(team, old).map(row => row[1]!.toString().slice(11))).toEqual(['10:00', '11:00', '09:00', '09:00'])
  })

  it('what is under review stays with its reviewer, less what was done', () => {
    const known = [
      { ...request('R1', '2026-12-18T09:00Z', 300), underReview: { reviewer: 'B', spent: 180 } },
      request('R2', '2026-12-21T09:00Z', 60),
      request('R3', '2026-12-21T09:00Z', 60),
      request('R4', '2026-12-21T09:00Z', 60),
    ]
    expect(follow([{ name: 'A' }, { name: 'B' }], known).map(row => row[2]!.toString().slice(11))).toEqual([
      '11:00',
      '10:00',
      '11:00',
      '12:00',
    ])
  })
})
