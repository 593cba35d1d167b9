import { Heap } from './heap.ts'
import type { Intake } from './intake.ts'
import type { Prepared } from './prepare.ts'
import type { Order } from './scenario.ts'
import type { Shifts } from './shifts.ts'

/** One replication: who reviewed what and when. Arrays are kept from one replication to the next and grown as needed. */
export class Course {
  /** Position at which the first review began, and at which the last answer was given; Infinity beyond the timeline. */
  begun = new Float64Array(0)
  finished = new Float64Array(0)
  /** Minutes in the submitter's hands. */
  away = new Float64Array(0)
  /** Minutes of review still to be done in the present round, next round, and key of the place in the queue. */
  left = new Float64Array(0)
  round = new Int32Array(0)
  place = new Float64Array(0)
  handedOver = new Uint8Array(0)
  /** What waits in each lane. */
  queues: readonly Heap[] = []
  readonly returns = new Heap()
}

/**
 * Runs the team over one intake. The earliest free reviewer takes the request that is due by `order`; a review stops at
 * closing time and goes on with the same reviewer at the next opening, unless that reviewer leaves for long. Only three
 * things happen, in order of time: a request comes in, one comes back, a review begins.
 */
export const run = (prepared: Prepared, intake: Intake, { from, to, leaves }: Shifts, course: Course): void => {
  const {
    line,
    lanes,
    plan: { known },
    scenario: {
      order,
      tiers,
      reviewers: { length: team },
    },
  } = prepared
  const { days, starts } = line
  const { submitted, tier } = intake
  makeReady(course, intake, lanes.count)
  const { begun, finished, away, left, round, place, handedOver, queues, returns } = course
  const placeOf = placing(
    order,
    tiers.map(t => t.promise.days * line.dayMinutes),
  )

  // When each reviewer can begin next, on which day that is, and since when nobody waits for their answer.
  const ready = new Float64Array(team),
    readyDay = new Int32Array(team),
    idle = new Float64Array(team)
  let now = line.begin,
    today = 0,
    waiting = 0

  const findReady = (reviewer: number): void => {
    const row = reviewer * days
    let day = Math.max(readyDay[reviewer]!, today)
    const since = Math.max(now, idle[reviewer]!)
    while (day < days && to[row + day]! <= Math.max(since, from[row + day]!)) day++
    readyDay[reviewer] = day
    ready[reviewer] = day < days ? Math.max(since, from[row + day]!) : Infinity
  }

  const review = (reviewer: number, request: number): void => {
    const row = reviewer * days
    let day = readyDay[reviewer]!,
      at = ready[reviewer]!,
      rest = left[request]!
    if (begun[request] === Infinity) begun[request] = at
    while (rest > to[row + day]! - at) {
      rest -= Math.max(0, to[row + day]! - at)
      day++
      if (day >= days || leaves[row + day] === 1) break
      at = from[row + day]!
    }
    readyDay[reviewer] = day
    if (day >= days) {
      idle[reviewer] = ready[reviewer] = Infinity
    } else if (leaves[row + day] === 1) {
      left[request] = rest
      handedOver[request] = 1
      returns.push(starts[day]!, request)
      idle[reviewer] = starts[day]!
      findReady(reviewer)
    } else {
      idle[reviewer] = at + rest
      findReady(reviewer)
      answer(request, at + rest)
    }
  }

  const answer = (request: number, at: number): void => {
    const next = round[request]!
    if (next === intake.firstRound[request + 1]!) {
      finished[request] = at
    } else {
      left[request] = intake.efforts[next]!
      round[request] = next + 1
      away[request] = away[request]! + intake.delays[next]!
      returns.push(at + intake.delays[next]!, request)
    }
  }

  const enter = (request: number, at: number): void => {
    if (handedOver[request] === 0) place[request] = placeOf(tier[request]!, submitted[request]!, at)
    handedOver[request] = 0
    queues[lanes.ofTier[tier[request]!]!]!.push(place[request]!, request)
    waiting++
  }

  /** The queue whose first request is this reviewer's next, if any; at equal places that of the tier listed first. */
  const nextFor = (reviewer: number): Heap | undefined => {
    let best: Heap | undefined
    for (const lane of lanes.ofReviewer[reviewer]!) {
      const queue = queues[lane]!
      if (queue.size > 0 && (best === undefined || queue.next < best.next)) best = queue
    }
    return best
  }

  const isSooner = (one: number, other: number): boolean =>
    ready[one]! < ready[other]! || (ready[one] === ready[other] && idle[one]! < idle[other]!)

  for (let reviewer = 0; reviewer < team; reviewer++) findReady(reviewer)
  let upcoming = 0
  for (let request = 0; request < known.length; request++) {
    const { reviewer } = known[request]!
    if (reviewer >= 0 && ready[reviewer]! < Infinity) review(reviewer, request)
  }

  for (;;) {
    // What was under review at the start has begun before its turn to come in.
    while (upcoming < intake.count && begun[intake.order[upcoming]!]! < Infinity) upcoming++
    const arrival = upcoming < intake.count ? submitted[intake.order[upcoming]!]! : Infinity
    const enters = Math.min(arrival, returns.next)
    let first = -1
    if (waiting > 0) {
      while (today < days && starts[today + 1]! <= now) today++
      for (let reviewer = 0; reviewer < team; reviewer++) {
        if (ready[reviewer]! < now) findReady(reviewer)
        if (ready[reviewer]! < Infinity && nextFor(reviewer) && (first < 0 || isSooner(reviewer, first))) first = reviewer
      }
    }
    if (first >= 0 && ready[first]! < enters) {
      now = Math.max(now, ready[first]!)
      waiting--
      review(first, nextFor(first)!.pop())
    } else if (enters < Infinity) {
      now = Math.max(now, enters)
      if (arrival <= returns.next) enter(intake.order[upcoming++]!, arrival)
      else enter(returns.pop(), enters)
    } else {
      return
    }
  }
}

/** The key by which a request that comes in at `at` is placed in the queue; the smallest is next. */
const placing = (order: Order, promised: readonly number[]): ((tier: number, submitted: number, at: number) => number) => {
  switch (order) {
    case 'first-come':
      return (_tier, _submitted, at) => at
    case 'due-first':
      return (tier, submitted) => submitted + promised[tier]!
    default:
      return (tier, _submitted, at) => tier * 1e9 + at
  }
}

const makeReady = (course: Course, { count, effort, firstRound }: Intake, lanes: number): void => {
  if (course.queues.length !== lanes) course.queues = Array.from({ length: lanes }, () => new Heap())
  if (course.begun.length < count) {
    const size = Math.max(256, count * 2)
    course.begun = new Float64Array(size)
    course.finished = new Float64Array(size)
    course.away = new Float64Array(size)
    course.left = new Float64Array(size)
    course.place = new Float64Array(size)
    course.round = new Int32Array(size)
    course.handedOver = new Uint8Array(size)
  }
  course.begun.fill(Infinity, 0, count)
  course.finished.fill(Infinity, 0, count)
  course.away.fill(0, 0, count)
  course.handedOver.fill(0, 0, count)
  course.left.set(effort.subarray(0, count))
  course.round.set(firstRound.subarray(0, count))
  for (const queue of course.queues) queue.clear()
  course.returns.clear()
}
