import { describe, expect, it } from 'vitest'
import { BusinessCalendar, type OpeningHours } from '#src/kernel/business-calendar.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { courseOfEvents } from './course-of-events.ts'
import { outlook } from './outlook.ts'
import { promiseDates } from './promise-dates.ts'
import { applied, remedies, verdict } from './remedies.ts'
import { prepare } from './prepare.ts'
import { replicate } from './replicate.ts'
import type { Reviewer, Scenario, Tier } from './scenario.ts'
import { drawShifts, emptyShifts } from './shifts.ts'
import { endsAt } from './timeline.ts'

const hours: OpeningHours = Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, { opens: '09:00', closes: '17:00' }]))
const calendar = new BusinessCalendar({ name: 'Plain', timeZone: 'Europe/Berlin', hours })
const team = (count: number): Reviewer[] => Array.from({ length: count }, (_, i) => ({ name: `Reviewer ${i + 1}` }))
const tier2: Tier = { name: 'Tier 2', perDay: 2, effort: { kind: 'lognormal', median: 240, p90: 600 }, promise: { days: 5 } }
const usual = (changes: Partial<Scenario> = {}): Scenario => ({
  calendar,
  from: Temporal.PlainDate.from('2026-03-02'),
  weeks: 26,
  warmUpWeeks: 12,
  order: 'first-come',
  tiers: [tier2],
  reviewers: team(2),
  ...changes,
})
const experiment = { seed: 11, replications: 60 }
const share = (scenario: Scenario, tier = 0) => outlook(scenario, experiment).tiers[tier]!.inTime!.value
const week = (scenario: Scenario, index: number) => outlook(scenario, experiment).weeks[index]!.tiers[0]!

describe('what happens to a team', { timeout: 60_000 }, () => {
  it('part-time people carry less than their hours suggest: two at half time keep fewer promises than one full-time', () => {
    const slow: Tier = { ...tier2, perDay: 0.6, effort: { kind: 'fixed', minutes: 600 } }
    const mornings: OpeningHours = Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, { opens: '09:00', closes: '13:00' }]))
    const full = outlook(usual({ tiers: [slow], reviewers: team(1) }), experiment).tiers[0]!
    const halves = outlook(
      usual({
        tiers: [slow],
        reviewers: [
          { name: 'A', hours: mornings },
          { name: 'B', share: 0.5 },
        ],
      }),
      experiment,
    )
    expect(halves.load).toMatchObject({ steady: true, utilisation: expect.closeTo(0.75, 10) })
    // Without any wait a full-time reviewer needs 600 minutes; somebody there in the mornings, over two days and a half.
    expect(halves.tiers[0]!.meanDays!.value - halves.tiers[0]!.meanWaitDays!.value).toBeGreaterThan(
      1.5 * (full.meanDays!.value - full.meanWaitDays!.value),
    )
  })

  it("a fortnight's absence shows in its weeks, and holidays close the team", () => {
    const away = usual({ reviewers: [...team(1), { name: 'Away', absences: [{ from: '2026-05-04', to: '2026-05-17' }] }] })
    expect(week(away, 10).inTime!.value).toBeLessThan(week(usual(), 10).inTime!.value - 0.1)
    expect(week(away, 5).inTime!.value).toBe(week(usual(), 5).inTime!.value)
    const closed = new BusinessCalendar({
      name: 'Closed',
      timeZone: 'Europe/Berlin',
      hours,
      holidays: ['2026-05-04', '2026-05-05', '2026-05-06', '2026-05-07', '2026-05-08'],
    })
    expect(week(usual({ calendar: closed }), 9).requests).toBe(0)
    expect(week(usual({ calendar: closed }), 9).inTime).toBe(null)
  })

  it('the warm-up fills the desk and is not counted', () => {
    const [warm, cold] = [outlook(usual(), experiment), outlook(usual({ warmUpWeeks: 0 }), experiment)]
    expect(warm.tiers[0]!.requests / (26 * 5)).toBeCloseTo(2, 1)
    expect(cold.weeks[0]!.tiers[0]!.inTime!.value).toBeGreaterThan(warm.weeks[0]!.tiers[0]!.inTime!.value)
  })

  it('spells of sickness add up to the stated days a year', () => {
    const ill = usual({ reviewers: [{ name: 'A', sickness: { daysPerYear: 50, spellDays: 5 } }] })
    const { line, planned } = prepare(ill)
    const into = emptyShifts(line.days)
    let away = 0
    for (let replication = 0; replication < 400; replication++) {
      const { from, to } = drawShifts(ill, line, planned, into, 1, replication)
      away += from.filter((start, day) => to[day] === start).length
    }
    expect(away / (400 * line.days)).toBeCloseTo(0.2, 1.9)
  })

  it("a team with time to spare still can't keep up when too few may review a tier", () => {
    const tier3: Tier = { name: 'Tier 3', perDay: 0.5, effort: { kind: 'fixed', minutes: 600 }, promise: { days: 15 } }
    const specialists: Reviewer[] = [...team(3).map(reviewer => ({ ...reviewer, tiers: ['Tier 2'] })), { name: 'S', share: 0.5 }]
    const both = usual({ tiers: [{ ...tier2, perDay: 1 }, tier3], reviewers: specialists })
    const result = outlook(both, experiment)
    expect(result.load).toEqual({
      tiers: ['Tier 3'],
      minutesComing: 300,
      minutesThere: 240,
      steady: false,
      minutesPerDay: 60,
      daysPerDay: 60 / 480,
    })
    expect(outlook({ ...both, reviewers: team(4) }, experiment).load).toMatchObject({ tiers: ['Tier 2', 'Tier 3'], steady: true })
    expect(result.weeks[25]!.tiers[1]!.open!.value).toBeGreaterThan(result.weeks[2]!.tiers[1]!.open!.value + 5)
    expect(result.weeks[25]!.tiers[0]!.open!.value).toBeLessThan(3)
  })

  it('the load knows of sickness', () => {
    const ill = usual({
      reviewers: [
        { name: 'A', sickness: { daysPerYear: 50, spellDays: 5 } },
        { name: 'B', sickness: { daysPerYear: 50, spellDays: 5 } },
      ],
    })
    const load = outlook(ill, experiment).load,
      healthy = outlook(usual(), experiment).load
    expect(load.minutesThere).toBeCloseTo(healthy.minutesThere * 0.8, 6)
    expect(share(ill)).toBeLessThan(share(usual()) - 0.02)
  })

  it('a class sends twice the requests for two weeks: the weeks after suffer, then it settles', () => {
    const burst = usual({ bursts: [{ on: '2026-04-06', weeks: 2, times: 2 }] })
    expect(week(burst, 5).requests / week(usual(), 5).requests).toBeGreaterThan(1.8)
    expect(week(burst, 4).requests).toBeCloseTo(week(usual(), 4).requests, 10)
    expect(week(burst, 7).open!.value).toBeGreaterThan(week(usual(), 7).open!.value + 2)
    expect(Math.abs(week(burst, 25).open!.value - week(usual(), 25).open!.value)).toBeLessThan(1)
  })

  it('a wave of old solutions: exactly so many more, and gone through in the end', () => {
    const wave = usual({ waves: [{ on: '2026-04-06', tier: 'Tier 2', requests: 40, days: 10 }] })
    expect(outlook(wave, experiment).tiers[0]!.requests - outlook(usual(), experiment).tiers[0]!.requests).toBeCloseTo(40, 10)
    expect(week(wave, 6).inTime!.value).toBeLessThan(week(usual(), 6).inTime!.value)
  })

  it('waiting for the submitter counts on one clock and not on the other', () => {
    const asking = usual({
      tiers: [{ ...tier2, rework: { share: 0.3, delay: { kind: 'fixed', minutes: 2400 }, effort: { kind: 'fixed', minutes: 30 } } }],
    })
    const [tier] = outlook(asking, experiment).tiers
    expect(tier!.inOurHands!.value).toBeGreaterThan(tier!.inTime!.value + 0.2)
    expect(tier!.ceiling!.value).toBeLessThan(0.72)
  })

  it('strict tier order lets later tiers starve where the nearest promise first does not', () => {
    const tier3: Tier = { name: 'Tier 3', perDay: 0.4, effort: { kind: 'lognormal', median: 600, p90: 1500 }, promise: { days: 15 } }
    const both = usual({ tiers: [{ ...tier2, perDay: 1.8 }, tier3], order: 'tier-order', weeks: 52 })
    expect(share({ ...both, order: 'due-first' }, 1)).toBeGreaterThan(share(both, 1))
    expect(share(both, 0)).toBeGreaterThan(share({ ...both, order: 'first-come' }, 0))
  })

  it('exactly five days is not under five days, unless the promise says so', () => {
    const exact: Tier = { ...tier2, perDay: 0.01, effort: { kind: 'fixed', minutes: 2400 } }
    expect(share(usual({ tiers: [exact], reviewers: team(5) }))).toBe(0)
    expect(share(usual({ tiers: [{ ...exact, promise: { days: 5, orEqual: true } }], reviewers: team(5) }))).toBeGreaterThan(0.95)
  })

  it("a team that can't keep up gets the growth of its backlog and no share, while each week still tells its own", () => {
    const result = outlook(usual({ reviewers: team(1), warmUpWeeks: 0 }), experiment)
    expect(result.load).toMatchObject({ steady: false })
    expect(result.load).not.toHaveProperty('utilisation')
    expect(result.tiers[0]).toMatchObject({ inTime: null, inOurHands: null, meanDays: null, meanWaitDays: null, within: null })
    expect(result.weeks[25]!.tiers[0]!.open!.value).toBeGreaterThan(result.weeks[5]!.tiers[0]!.open!.value + 10)
    expect(verdict(result, 0.95)).toBe('growing')
  })
})

describe('verdict and remedies', { timeout: 60_000 }, () => {
  it('each remedy is the smallest dose that keeps the promise: the next smaller one does not', () => {
    const short = usual({ tiers: [{ ...tier2, perDay: 4.5 }] })
    const found = remedies(short, outlook(short, experiment), 0.9, experiment)
    expect(found.map(({ lever }) => lever)).toEqual(['people', 'effort', 'requests'])
    for (const { lever, dose, outlook: then } of found) {
      expect(verdict(then, 0.9)).toBe('kept')
      const smaller = lever === 'people' ? dose! - 1 : dose! - 0.05
      expect(smaller).toBeGreaterThan(0)
      expect(verdict(outlook(applied(short, lever, smaller), experiment), 0.9)).not.toBe('kept')
    }
  })

  it('where submitters take too long to answer, no reviewer helps, but quicker answers do', () => {
    const asking = usual({
      reviewers: team(4),
      tiers: [{ ...tier2, rework: { share: 0.3, delay: { kind: 'fixed', minutes: 2400 }, effort: { kind: 'fixed', minutes: 30 } } }],
    })
    const result = outlook(asking, experiment)
    expect(verdict(result, 0.9)).toBe('unreachable')
    const doses = new Map(remedies(asking, result, 0.9, experiment).map(({ lever, dose }) => [lever, dose]))
    expect([...doses.keys()]).toEqual(['effort', 'rework', 'answers'])
    expect(doses.get('effort')).toBe(null)
    expect(doses.get('answers')).toBeGreaterThan(0)
  })

  it('a kept promise needs nothing', () => {
    const kept = usual({ reviewers: team(6) })
    expect(remedies(kept, outlook(kept, experiment), 0.9, experiment)).toEqual([])
  })

  it('where reviews alone take too long, people are not offered: only shorter reviews', () => {
    const long = usual({ tiers: [{ ...tier2, perDay: 0.5, effort: { kind: 'exponential', mean: 960 } }], reviewers: team(30) })
    const result = outlook(long, experiment)
    expect(verdict(result, 0.95)).toBe('unreachable')
    expect(result.tiers[0]!.ceiling!.value).toBeCloseTo(1 - Math.exp(-2.5), 1)
    const offered = remedies(long, result, 0.95, experiment)
    expect(offered.map(({ lever }) => lever)).toEqual(['effort'])
    expect(offered[0]!.dose).toBeGreaterThan(0)
  })
})

describe('dates for the queue as it stands', { timeout: 60_000 }, () => {
  const now = Temporal.Instant.from('2026-03-04T13:00+01:00')
  const desk = usual({
    warmUpWeeks: 0,
    now,
    from: Temporal.PlainDate.from('2026-03-04'),
    weeks: 4,
    reviewers: team(1),
    known: [
      { id: 'under review', tier: 'Tier 2', submitted: now.subtract({ hours: 50 }), underReview: { reviewer: 'Reviewer 1', spent: 120 } },
      { id: 'next', tier: 'Tier 2', submitted: now.subtract({ hours: 20 }) },
      { id: 'today', tier: 'Tier 2', submitted: now },
    ],
  })

  it('come in the order of the queue, later for more confidence, and never before now', () => {
    const likely = promiseDates(desk, { seed: 1, replications: 999, confidence: 0.5 })
    const safe = promiseDates(desk, { seed: 1, replications: 999, confidence: 0.95 })
    const after = (a: Temporal.Instant | null, b: Temporal.Instant | null) => Temporal.Instant.compare(a!, b!) > 0
    expect(safe.map(({ id }) => id)).toEqual(['under review', 'next', 'today'])
    safe.forEach((date, i) => expect(after(date.by, likely[i]!.by)).toBe(true))
    expect(after(safe[1]!.by, safe[0]!.by)).toBe(true)
    expect(after(safe[2]!.by, safe[1]!.by)).toBe(true)
    likely.forEach(({ by }) => expect(after(by, now)).toBe(true))
    expect(safe[2]!.kept).toBeLessThan(1)
  })

  it('what comes later today comes after now', () => {
    const {
      tiers: [tier],
    } = outlook({ ...desk, known: [], weeks: 1 }, { seed: 1, replications: 400 })
    // Half of Wednesday, Thursday, Friday, and next Monday and Tuesday: four and a half days at two requests each.
    expect(tier!.requests).toBeCloseTo(9, 0)
    expect(tier!.requests).toBeLessThan(9.5)
  })

  it('are the stated place among the simulated dates, rounded to the safe side', () => {
    const last: number[] = []
    replicate(prepare(desk), { seed: 1, replications: 98 }, (_intake, { finished }) => last.push(finished[2]!))
    const [, , today] = promiseDates(desk, { seed: 1, replications: 98, confidence: 0.9 })
    const { line } = prepare(desk)
    // 0.9 × 99 is 89.1: the ninetieth.
    expect(today!.by!.equals(endsAt(line, last.toSorted((a, b) => a - b)[89]!))).toBe(true)
  })

  it('hold as often as they claim to, in courses of events that they have not seen', () => {
    const dates = promiseDates(desk, { seed: 1, replications: 999, confidence: 0.9 })
    const kept = [0, 0, 0]
    for (let seed = 1001; seed <= 1400; seed++) {
      courseOfEvents(desk, seed).forEach(({ finished }, i) => {
        if (finished && Temporal.Instant.compare(finished, dates[i]!.by!) <= 0) kept[i]! += 1
      })
    }
    // 360 of 400 are due; three standard deviations are 18.
    kept.forEach(times => expect(Math.abs(times - 360)).toBeLessThanOrEqual(18))
  })

  it('need enough replications for their confidence', () => {
    expect(() => promiseDates(desk, { seed: 1, replications: 18, confidence: 0.95 })).toThrow(Refusal)
    expect(promiseDates(desk, { seed: 1, replications: 19, confidence: 0.95 })).toHaveLength(3)
  })
})

it.each<[string, Partial<Scenario>]>([
  ['weeks', { weeks: 0 }],
  ['tiers', { tiers: [] }],
  ['reviewers', { reviewers: [] }],
  ['reviewers', { reviewers: [{ name: 'A' }, { name: 'A' }] }],
  ['tiers.0.perDay', { tiers: [{ ...tier2, perDay: -1 }] }],
  ['tiers.0.effort.minutes', { tiers: [{ ...tier2, effort: { kind: 'empirical', minutes: [60, 120] } }] }],
  ['tiers.0.effort.p90', { tiers: [{ ...tier2, effort: { kind: 'lognormal', median: 60, p90: 60 } }] }],
  ['tiers.0.rework.share', { tiers: [{ ...tier2, rework: { share: 1, delay: tier2.effort, effort: tier2.effort } }] }],
  ['reviewers.0.absences.0', { reviewers: [{ name: 'A', absences: [{ from: '2026-05-02', to: '2026-05-01' }] }] }],
  ['reviewers.0.absences.0.to', { reviewers: [{ name: 'A', absences: [{ from: '2026-05-02', to: 'May' }] }] }],
  ['reviewers.0.tiers.0', { reviewers: [{ name: 'A', tiers: ['Tier 9'] }] }],
  ['tiers.0.name', { reviewers: [{ name: 'A', tiers: [] }] }],
  ['waves.0.tier', { waves: [{ on: '2026-05-02', tier: 'Tier 9', requests: 1, days: 1 }] }],
  ['warmUpWeeks', { known: [{ id: '1', tier: 'Tier 2', submitted: Temporal.Instant.from('2026-03-01T00:00Z') }] }],
  ['replications', { tiers: [{ ...tier2, perDay: 1000 }], weeks: 520, reviewers: team(400) }],
  ['now', { warmUpWeeks: 0, now: Temporal.Instant.from('2026-03-03T00:00Z') }],
])('%s out of range is refused by name', (field, changes) => {
  try {
    outlook(usual(changes), experiment)
  } catch (error) {
    if (error instanceof Refusal)
      return expect(error.blockers[0]).toMatchObject({ field, reason: expect.stringMatching(/\S/), remedy: expect.stringMatching(/\S/) })
    throw error
  }
  throw new Error('was not refused')
})
