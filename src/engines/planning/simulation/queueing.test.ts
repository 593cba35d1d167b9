import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BusinessCalendar, type OpeningHours } from '#src/kernel/business-calendar.ts'
import { shareWithin, steadyQueue } from '../queue/erlang.ts'
import { compare } from './compare.ts'
import { courseOfEvents } from './course-of-events.ts'
import { lognormalOf, type EffortLaw } from './effort.ts'
import { outlook } from './outlook.ts'
import type { Scenario } from './scenario.ts'

const hours: OpeningHours = Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, { opens: '09:00', closes: '17:00' }]))
const calendar = new BusinessCalendar({ name: 'Plain', timeZone: 'UTC', hours })
const team = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `Reviewer ${i + 1}` }))
const plain = (
  perDay: number,
  reviewers: number,
  changes: Partial<Scenario> = {},
  effort: EffortLaw = { kind: 'exponential', mean: 480 },
): Scenario => ({
  calendar,
  from: Temporal.PlainDate.from('2026-01-05'),
  weeks: 100,
  warmUpWeeks: 30,
  order: 'first-come',
  tiers: [{ name: 'Tier 2', perDay, effort, promise: { days: 5 } }],
  reviewers: team(reviewers),
  ...changes,
})
const only = (scenario: Scenario, seed: number, replications: number) => {
  const [tier] = outlook(scenario, { seed, replications }).tiers
  if (!tier?.inTime || !tier.meanWaitDays || !tier.meanDays) throw new Error('no figures')
  return { ...tier, inTime: tier.inTime, wait: tier.meanWaitDays, total: tier.meanDays }
}

describe('against Erlang', () => {
  // Over 1,000 seeds it is 953 for the share and 947 for the wait: what an honest 95 % interval does.
  it("the true share lies inside the simulation's own 95 % interval in 95 of 100 seeds, and the true wait nearly as often", () => {
    const queue = steadyQueue({ arrivals: 1.5, rate: 1, reviewers: 2 })
    const share = shareWithin({ arrivals: 1.5, rate: 1, reviewers: 2 }, 5)
    if (!queue.steady || typeof share !== 'number') throw new Error('not steady')
    let shareInside = 0,
      waitInside = 0
    for (let seed = 1; seed <= 100; seed++) {
      const { inTime, wait } = only(plain(1.5, 2, { weeks: 200 }), seed, 40)
      if (inTime.low <= share && share <= inTime.high) shareInside++
      if (wait.low <= queue.wait && queue.wait <= wait.high) waitInside++
    }
    expect(shareInside).toBeGreaterThanOrEqual(95)
    expect(waitInside).toBeGreaterThanOrEqual(93)
  }, 60_000)

  it.each([
    [0.5, 1],
    [2.4, 3],
    [4, 5],
  ])(
    'λ %d with %d reviewers: within two per cent',
    (arrivals, reviewers) => {
      const { inTime, total } = only(plain(arrivals, reviewers, { weeks: 400 }), 7, 250)
      const queue = steadyQueue({ arrivals, rate: 1, reviewers })
      const share = shareWithin({ arrivals, rate: 1, reviewers }, 5)
      if (!queue.steady || typeof share !== 'number') throw new Error('not steady')
      expect(Math.abs(inTime.value / share - 1)).toBeLessThan(0.02)
      expect(Math.abs(total.value / queue.total - 1)).toBeLessThan(0.02)
    },
    60_000,
  )

  // λ, c, law, mean wait and share within five days as simulated elsewhere, with four million requests each.
  it.each<[number, number, string, EffortLaw, number, number]>([
    [2.4, 3, 'equal', { kind: 'fixed', minutes: 480 }, 0.5533, 0.9956],
    [2.4, 3, 'Erlang-4', { kind: 'erlang', mean: 480, stages: 4 }, 0.6879, 0.9852],
    [2.4, 3, 'lognormal', lognormalOf(480, 2), 1.5636, 0.856],
    [2.4, 3, 'hyperexponential', { kind: 'hyperexponential', mean: 480, variation: 4 }, 2.5543, 0.759],
  ])(
    'λ %d with %d reviewers and %s efforts: share within two per cent, wait within two per cent of the interval',
    (arrivals, reviewers, _name, law, wait, share) => {
      const found = only(plain(arrivals, reviewers, { weeks: 400, warmUpWeeks: 60 }, law), 3, 300)
      expect(found.wait.low).toBeLessThan(wait * 1.02)
      expect(found.wait.high).toBeGreaterThan(wait * 0.98)
      expect(Math.abs(found.inTime.value / share - 1)).toBeLessThan(0.02)
    },
    60_000,
  )

  it('rework adds load as effort·r/(1−r)', () => {
    const law: EffortLaw = { kind: 'exponential', mean: 480 }
    const scenario = plain(1, 2, {
      weeks: 10,
      tiers: [{ name: 'Tier 2', perDay: 1, effort: law, promise: { days: 5 }, rework: { share: 0.2, delay: law, effort: law } }],
    })
    expect(outlook(scenario, { seed: 1, replications: 2 }).load).toMatchObject({ steady: true, utilisation: expect.closeTo(1.25 / 2, 10) })
  })
})

describe("Little's law", { timeout: 60_000 }, () => {
  it('what is open at the ends of weeks is arrivals times time to answer, though counted apart', () => {
    for (const seed of [1, 2, 3]) {
      const result = outlook(plain(2.4, 3, { weeks: 200 }), { seed, replications: 100 })
      const open = result.weeks.map(week => week.tiers[0]!.open!.value)
      const mean = open.reduce((sum, x) => sum + x, 0) / open.length
      expect(Math.abs(mean / (2.4 * result.tiers[0]!.meanDays!.value) - 1)).toBeLessThan(0.03)
    }
  })
})

describe('monotone, request by request', { timeout: 60_000 }, () => {
  const trace = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 600 }), effort: fc.integer({ min: 0, max: 2000 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  const follow = (course: { gap: number; effort: number }[], reviewers: number, longer = 0) => {
    let minute = Temporal.Instant.from('2026-01-05T09:00Z')
    const known = course.map(({ gap, effort }, index) => {
      minute = minute.add({ minutes: gap })
      return { id: String(index), tier: 'Tier 2', submitted: minute, effort: effort + longer }
    })
    return courseOfEvents(plain(0, reviewers, { warmUpWeeks: 0, weeks: 30, known }), 1).map(({ totalMinutes }) => totalMinutes ?? Infinity)
  }

  it("one more reviewer makes nobody's answer later", () => {
    fc.assert(
      fc.property(trace, fc.integer({ min: 1, max: 4 }), (course, reviewers) => {
        const more = follow(course, reviewers + 1)
        return follow(course, reviewers).every((minutes, request) => more[request]! <= minutes)
      }),
    )
  })

  it("longer reviews make nobody's answer earlier, and no answer comes before its effort is done", () => {
    fc.assert(
      fc.property(trace, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 200 }), (course, reviewers, longer) => {
        const usual = follow(course, reviewers),
          long = follow(course, reviewers, longer)
        return usual.every((minutes, request) => minutes <= long[request]! && minutes >= course[request]!.effort)
      }),
    )
  })

  it('no minute of work is lost or found: one reviewer is busy exactly as long as the efforts add up to', () => {
    fc.assert(
      fc.property(trace, course => {
        const packed = course.map(({ effort }) => ({ gap: 0, effort }))
        return follow(packed, 1).at(-1) === packed.reduce((sum, { effort }) => sum + effort, 0)
      }),
    )
  })
})

describe('the same luck', { timeout: 60_000 }, () => {
  it('same seed, same bytes; another seed, other ones', () => {
    const scenario = plain(2.4, 3, {
      weeks: 12,
      reviewers: [...team(2), { name: 'Ill at times', sickness: { daysPerYear: 12, spellDays: 4 } }],
    })
    const bytes = (seed: number) => JSON.stringify(outlook(scenario, { seed, replications: 20 }))
    expect(bytes(5)).toBe(bytes(5))
    expect(bytes(5)).not.toBe(bytes(6))
  })

  it('makes a difference far more precise than the two shares that it is the difference of', () => {
    const experiment = { seed: 4, replications: 100 }
    const before = plain(2.4, 3, { weeks: 26 }),
      after = { ...before, reviewers: team(4) }
    const [gain] = compare(before, after, experiment)
    const width = ({ low, high }: { low: number; high: number }) => high - low
    const [a] = outlook(before, experiment).tiers,
      [b] = outlook(after, experiment).tiers
    expect(gain!.gain.value).toBeCloseTo(b!.inTime!.value - a!.inTime!.value, 12)
    expect(gain!.gain.low).toBeGreaterThan(0)
    expect(width(gain!.gain)).toBeLessThan(Math.hypot(width(a!.inTime!), width(b!.inTime!)))
    expect(compare(before, before, experiment)[0]!.gain).toEqual({ value: 0, low: 0, high: 0 })
  })
})
