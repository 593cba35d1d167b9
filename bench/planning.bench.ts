import {
  addBusinessMinutes,
  BusinessCalendar,
  businessMinutesBetween,
  nextOpening,
  weekdayOf,
  type OpeningHours,
} from '#src/kernel/business-calendar.ts'
import { lognormalOf, outlook, shareWithin, steadyQueue, type EffortLaw, type Scenario } from '#src/engines/planning/index.ts'
import { drawIntake, Intake } from '#src/engines/planning/simulation/intake.ts'
import { prepare } from '#src/engines/planning/simulation/prepare.ts'
import { Course, run } from '#src/engines/planning/simulation/run.ts'
import { beginsAt, endsAt } from '#src/engines/planning/simulation/timeline.ts'

/*
 * What the planning engine costs and how true it is: the simulation and the calendar against straightforward ones in the
 * same run, with the same answers; the simulation against Erlang and the reference; its intervals against their promise.
 */
const say = (what: string, value: string): void => console.log(`  ${what.padEnd(66)} ${value}`)
/** Seconds of processor time: what else the machine does meanwhile doesn't count. */
const timed = (work: () => unknown): number => {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}

const days = (opens: string, closes: string, weekdays: readonly number[] = [1, 2, 3, 4, 5]): OpeningHours =>
  Object.fromEntries(weekdays.map(day => [day, { opens, closes }]))
const HOLIDAYS = ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17', '2027-10-04', '2027-12-24']
const office = new BusinessCalendar({ name: 'Office', timeZone: 'Europe/Berlin', hours: days('09:00', '17:00'), holidays: HOLIDAYS })

/** Two tiers, rework, a full-time reviewer, one in the mornings, one on two days: some 620 requests a year. */
const year: Scenario = {
  calendar: office,
  from: Temporal.PlainDate.from('2027-01-04'),
  weeks: 52,
  order: 'due-first',
  tiers: [
    {
      name: 'Tier 2',
      perDay: 2.2,
      effort: { kind: 'lognormal', median: 150, p90: 420 },
      promise: { days: 5 },
      rework: { share: 0.2, delay: { kind: 'lognormal', median: 480, p90: 1440 }, effort: { kind: 'lognormal', median: 45, p90: 120 } },
    },
    { name: 'Tier 3', perDay: 0.25, effort: { kind: 'lognormal', median: 480, p90: 1200 }, promise: { days: 15 } },
  ],
  reviewers: [{ name: 'Anna' }, { name: 'Ben', hours: days('09:00', '13:00') }, { name: 'Chris', hours: days('09:00', '17:00', [1, 2]) }],
}

interface Round {
  delay: number
  effort: number
}
interface Request {
  id: number
  comes: Temporal.Instant
  due: number
  effort: number
  rounds: Round[]
}
interface Person {
  calendar: BusinessCalendar
  free: Temporal.Instant
  idle: Temporal.Instant
}
const before = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0

/**
 * The same team as one would first write it: objects, instants, the kernel's calendar functions for each step, and lists
 * that are sorted when needed.
 */
const straightforward = (requests: readonly Request[], people: readonly Person[]): Map<number, Temporal.Instant> => {
  const answers = new Map<number, Temporal.Instant>()
  const byTime = (a: Request, b: Request) => Temporal.Instant.compare(a.comes, b.comes)
  const coming = requests.map(request => ({ ...request, rounds: [...request.rounds] })).sort(byTime)
  const queue: { request: Request; entered: number }[] = []
  let entered = 0
  while (coming.length > 0 || queue.length > 0) {
    const person = people.toSorted((a, b) => Temporal.Instant.compare(a.free, b.free) || Temporal.Instant.compare(a.idle, b.idle))[0]!
    const next = coming[0]
    if (next && (queue.length === 0 || !before(person.free, next.comes))) {
      coming.shift()
      queue.push({ request: next, entered: entered++ })
      for (const each of people) if (before(each.free, next.comes)) each.free = nextOpening(each.calendar, next.comes)
      continue
    }
    queue.sort((a, b) => a.request.due - b.request.due || a.entered - b.entered)
    const { request } = queue.shift()!
    const finish = addBusinessMinutes(person.calendar, person.free, request.effort)
    person.idle = finish
    person.free = nextOpening(person.calendar, finish)
    const round = request.rounds.shift()
    if (round) {
      coming.push({ ...request, effort: round.effort, comes: nextOpening(office, addBusinessMinutes(office, finish, round.delay)) })
      coming.sort(byTime)
    } else {
      answers.set(request.id, finish)
    }
  }
  return answers
}

/** The whole experiment, before anything else has used memory. Answers with its seconds. */
const tenThousandYears = (): number => {
  const atStart = process.resourceUsage().maxRSS
  let found: ReturnType<typeof outlook> | undefined
  const began = performance.now()
  const seconds = timed(() => {
    found = outlook(year, { seed: 1, replications: 10_000 })
  })
  say(
    '10,000 replications of the year, drawn, planned and counted',
    `${seconds.toFixed(1)} s of processor (${((performance.now() - began) / 1000).toFixed(1)} s by the clock)`,
  )
  say(
    '  highest memory of the process, before and after',
    `${(atStart / 1024).toFixed(0)} MB, ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  )
  const [tier2] = found!.tiers
  say(
    '  Tier 2 in time',
    `${(tier2!.inTime!.value * 100).toFixed(2)} % (${(tier2!.inTime!.low * 100).toFixed(2)} to ${(tier2!.inTime!.high * 100).toFixed(2)})`,
  )
  return seconds
}

const sameAnswers = (experiment: number): void => {
  const prepared = prepare(year)
  const { line, plan, planned } = prepared
  const intake = new Intake(),
    course = new Course()
  const ROUNDS = 20
  let ours = 0,
    theirs = 0,
    compared = 0,
    different = 0
  for (let replication = 0; replication < ROUNDS; replication++) {
    drawIntake(plan, intake, 1, replication)
    // Whole minutes, so that both count exactly.
    for (const array of [intake.submitted, intake.effort, intake.delays, intake.efforts])
      array.forEach((value, i) => {
        array[i] = Math.round(value)
      })
    ours +=
      timed(() => {
        for (let again = 0; again < 100; again++) run(prepared, intake, planned, course)
      }) / 100
    const requests = Array.from(intake.order.subarray(0, intake.count), (id): Request => {
      const first = intake.firstRound[id]!
      return {
        id,
        effort: intake.effort[id]!,
        comes: beginsAt(line, intake.submitted[id]!),
        due: intake.submitted[id]! + year.tiers[intake.tier[id]!]!.promise.days * 480,
        rounds: Array.from({ length: intake.firstRound[id + 1]! - first }, (_, k) => ({
          delay: intake.delays[first + k]!,
          effort: intake.efforts[first + k]!,
        })),
      }
    })
    const start = beginsAt(line, 0)
    const people = year.reviewers.map(({ name, hours }): Person => {
      const calendar = new BusinessCalendar({ name, timeZone: office.timeZone, hours: hours ?? office.hours, holidays: HOLIDAYS })
      const free = nextOpening(calendar, start)
      return { calendar, free, idle: start }
    })
    let answers = new Map<number, Temporal.Instant>()
    theirs += timed(() => {
      answers = straightforward(requests, people)
    })
    for (let id = 0; id < intake.count; id++) {
      if (course.finished[id] === Infinity) continue
      compared++
      if (!answers.get(id)?.equals(endsAt(line, course.finished[id]!))) different++
    }
  }
  say(`${ROUNDS} years: answers compared to the millisecond, different`, `${compared}, ${different}`)
  say('one year, planned straightforwardly', `${((theirs / ROUNDS) * 1000).toFixed(1)} ms`)
  say('one year, planned by the engine', `${((ours / ROUNDS) * 1000).toFixed(3)} ms`)
  say('  ratio', (theirs / ours).toFixed(0))
  say('10,000 years straightforwardly, planning alone, by the figure above', `${((theirs / ROUNDS) * 10_000).toFixed(0)} s`)
  say('  ratio to the engine’s whole experiment', (((theirs / ROUNDS) * 10_000) / experiment).toFixed(0))
}

/** Business minutes added day by day, each day asked for its opening hours. */
const dayByDay = (from: Temporal.Instant, minutes: number): Temporal.Instant => {
  let left = minutes * 60_000
  let at = from
  for (let date = from.toZonedDateTimeISO(office.timeZone).toPlainDate(); ; date = date.add({ days: 1 })) {
    const span = office.hours[weekdayOf(date)]
    if (!span || office.holidays.has(date.toString())) continue
    const opens = date.toZonedDateTime({ timeZone: office.timeZone, plainTime: span.opens }).toInstant()
    const closes = date.toZonedDateTime({ timeZone: office.timeZone, plainTime: span.closes }).toInstant()
    if (before(at, opens)) at = opens
    const there = closes.epochMilliseconds - at.epochMilliseconds
    if (there > 0 && left <= there) return Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds + left)
    left -= Math.max(0, there)
  }
}

const calendar = (): void => {
  const starts = Array.from({ length: 2_000 }, (_, i) => Temporal.Instant.from('2027-01-04T09:30:00+01:00').add({ minutes: i * 257 }))
  for (const minutes of [300, 2_400, 60_000]) {
    let different = 0
    const walk = timed(() => starts.forEach(start => dayByDay(start, minutes)))
    const search = timed(() => starts.forEach(start => addBusinessMinutes(office, start, minutes)))
    starts.forEach(start => {
      if (!dayByDay(start, minutes).equals(addBusinessMinutes(office, start, minutes))) different++
    })
    const [slow, fast] = [walk, search].map(seconds => `${((seconds / starts.length) * 1e6).toFixed(1)} µs`)
    say(
      `adding ${minutes} business minutes: day by day, by the calendar, ratio, different`,
      `${slow}, ${fast}, ${(walk / search).toFixed(0)}, ${different}`,
    )
  }
  const between = timed(() => starts.forEach(start => businessMinutesBetween(office, start, starts[0]!)))
  say('business minutes between two instants', `${((between / 2000) * 1e6).toFixed(1)} µs`)
}

const plain = new BusinessCalendar({ name: 'Plain', timeZone: 'UTC', hours: days('09:00', '17:00') })
const steady = (perDay: number, reviewers: number, effort: EffortLaw, weeks: number, warmUpWeeks: number): Scenario => ({
  calendar: plain,
  from: Temporal.PlainDate.from('2030-01-07'),
  weeks,
  warmUpWeeks,
  order: 'first-come',
  tiers: [{ name: 'Tier 2', perDay, effort, promise: { days: 5 } }],
  reviewers: Array.from({ length: reviewers }, (_, i) => ({ name: `Reviewer ${i + 1}` })),
})

/** λ, 1/μ in days, c: the rows of the reference for exponential efforts. */
const ERLANG = [
  [0.5, 1, 1],
  [0.8, 1, 1],
  [0.9, 1, 1],
  [1.5, 1, 2],
  [1.8, 1, 2],
  [2, 1, 3],
  [2.4, 1, 3],
  [2.7, 1, 3],
  [3, 1, 4],
  [4, 1, 5],
  [4.5, 1, 5],
  [8, 1, 10],
  [9, 1, 10],
  [1, 2, 3],
  [2, 2, 5],
  [2, 2, 6],
  [0.6, 4, 3],
  [0.8, 4, 4],
  [1.2, 4, 6],
  [3, 2.5, 9],
] as const

const DAY = 480
const EQUAL: EffortLaw = { kind: 'fixed', minutes: DAY },
  ERLANG4: EffortLaw = { kind: 'erlang', mean: DAY, stages: 4 }
const SKEWED = lognormalOf(DAY, 2),
  MIXED: EffortLaw = { kind: 'hyperexponential', mean: DAY, variation: 4 }

/** λ, c, law, and wait and share within five days as the reference simulated them, four million requests a row. */
const GENERAL: readonly (readonly [number, number, EffortLaw, number, number])[] = [
  [0.8, 1, EQUAL, 1.9973, 0.8459],
  [0.8, 1, ERLANG4, 2.5004, 0.7763],
  [0.8, 1, SKEWED, 6.0875, 0.5629],
  [0.8, 1, MIXED, 10.0473, 0.4626],
  [2.4, 3, EQUAL, 0.5533, 0.9956],
  [2.4, 3, ERLANG4, 0.6879, 0.9852],
  [2.4, 3, SKEWED, 1.5636, 0.856],
  [2.4, 3, MIXED, 2.5543, 0.759],
  [2.7, 3, EQUAL, 1.3708, 0.9291],
  [2.7, 3, SKEWED, 4.0961, 0.6407],
  [2.7, 3, MIXED, 6.8098, 0.5206],
  [4.5, 5, EQUAL, 0.7725, 0.987],
  [4.5, 5, SKEWED, 2.2563, 0.7897],
  [4.5, 5, MIXED, 3.762, 0.6665],
]

const REQUESTS = Number(process.env['GUILDHALL_BENCH_REQUESTS'] ?? 4_000_000)
const simulated = (perDay: number, reviewers: number, effort: EffortLaw): { wait: number; share: number } => {
  const [tier] = outlook(steady(perDay, reviewers, effort, 500, 400), {
    seed: 1,
    replications: Math.ceil(REQUESTS / (perDay * 2_500)),
  }).tiers
  return { wait: tier!.meanWaitDays!.value, share: tier!.inTime!.value }
}

/** Two per cent, five where utilisation is 0.9 or more. */
const within = (found: number, expected: number, utilisation: number) =>
  Math.abs(found / expected - 1) <= (utilisation >= 0.9 - 1e-9 ? 0.05 : 0.02)
const off = (found: number, expected: number) => `${((found / expected - 1) * 100).toFixed(2).padStart(6)} %`

const truth = (): void => {
  let inside = 0
  for (const [arrivals, effort, reviewers] of ERLANG) {
    const team = { arrivals, rate: 1 / effort, reviewers }
    const queue = steadyQueue(team),
      share = shareWithin(team, 5)
    if (!queue.steady || typeof share !== 'number') throw new Error('the reference is steady')
    const found = simulated(arrivals, reviewers, { kind: 'exponential', mean: effort * DAY })
    const good = within(found.wait, queue.wait, queue.utilisation) && within(found.share, share, queue.utilisation)
    if (good) inside++
    say(
      `λ ${arrivals}, mean effort ${effort} d, ${reviewers} reviewers: wait, share off Erlang by`,
      `${off(found.wait, queue.wait)} ${off(found.share, share)}${good ? '' : '  OUTSIDE'}`,
    )
  }
  for (const [arrivals, reviewers, law, wait, share] of GENERAL) {
    const found = simulated(arrivals, reviewers, law)
    const good = within(found.wait, wait, arrivals / reviewers) && within(found.share, share, arrivals / reviewers)
    if (good) inside++
    say(
      `λ ${arrivals}, ${law.kind}, ${reviewers} reviewers: off the reference's simulation by`,
      `${off(found.wait, wait)} ${off(found.share, share)}${good ? '' : '  OUTSIDE'}`,
    )
  }
  say('rows within 2 % (5 % from utilisation 0.9)', `${inside} of ${ERLANG.length + GENERAL.length}`)
}

const coverage = (): void => {
  const queue = steadyQueue({ arrivals: 1.5, rate: 1, reviewers: 2 }),
    share = shareWithin({ arrivals: 1.5, rate: 1, reviewers: 2 }, 5)
  if (!queue.steady || typeof share !== 'number') throw new Error('the reference is steady')
  const covers = ({ low, high }: { low: number; high: number }, value: number) => Number(low <= value && value <= high)
  let shares = 0,
    waits = 0
  const SEEDS = 1_000
  for (let seed = 1; seed <= SEEDS; seed++) {
    const [tier] = outlook(steady(1.5, 2, { kind: 'exponential', mean: DAY }, 200, 30), { seed, replications: 40 }).tiers
    shares += covers(tier!.inTime!, share)
    waits += covers(tier!.meanWaitDays!, queue.wait)
    if (seed === 100) say('Erlang’s share, wait inside our 95 % interval, of seeds 1 to 100', `${shares}, ${waits}`)
  }
  say(`  of seeds 1 to ${SEEDS}`, `${shares}, ${waits}`)
}

console.log('planning: a year of reviews')
sameAnswers(tenThousandYears())
console.log('planning: the calendar')
calendar()
console.log('planning: against the reference')
truth()
console.log('planning: what an interval promises')
coverage()
