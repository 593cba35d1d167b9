import type { Intake } from './intake.ts'
import type { Prepared } from './prepare.ts'
import type { Course } from './run.ts'

/** Counts of one replication, by tier and by week of submission (`week × tiers + tier`). */
export class Tally {
  readonly requests: Float64Array
  /** Answered within the promise by the submitter's clock, and by the clock that stops while the submitter has the word. */
  readonly inTime: Float64Array
  readonly inOurHands: Float64Array
  /** What would be in time if nobody ever waited: the share that no number of people can beat. */
  readonly alone: Float64Array
  readonly unfinished: Float64Array
  /** Sums of minutes. */
  readonly total: Float64Array
  readonly wait: Float64Array
  readonly weekRequests: Float64Array
  readonly weekInTime: Float64Array
  /** Requests without an answer at the end of each week. */
  readonly weekOpen: Float64Array

  constructor(tiers: number, weeks: number) {
    const byTier = () => new Float64Array(tiers),
      byWeek = () => new Float64Array(tiers * weeks)
    this.requests = byTier()
    this.inTime = byTier()
    this.inOurHands = byTier()
    this.alone = byTier()
    this.unfinished = byTier()
    this.total = byTier()
    this.wait = byTier()
    this.weekRequests = byWeek()
    this.weekInTime = byWeek()
    this.weekOpen = byWeek()
  }
}

/**
 * Counts one replication into `tally`, and each request's total minutes through `measured`. Known requests count among those
 * that are open, not in the shares: those say how whatever comes will fare, and `promiseDates` speaks of the known.
 */
export const count = (
  { scenario, line, plan }: Prepared,
  intake: Intake,
  { begun, finished, away }: Course,
  tally: Tally,
  measured: (tier: number, minutes: number) => void,
): void => {
  for (const array of Object.values(tally) as readonly Float64Array[]) array.fill(0)
  const tiers = scenario.tiers.length
  const limits = scenario.tiers.map(({ promise }) => latest(promise, line.dayMinutes))
  const end = line.starts[line.days]!
  for (let place = 0; place < intake.count; place++) {
    const request = intake.order[place]!
    const tier = intake.tier[request]!,
      submitted = intake.submitted[request]!,
      answered = finished[request]!
    if (submitted >= line.reportedTo) break
    const week = weekOf(line.weekEnds, submitted, false)
    tally.weekOpen[week * tiers + tier]! += 1
    const closing = weekOf(line.weekEnds, answered, true)
    if (closing < scenario.weeks) tally.weekOpen[closing * tiers + tier]! -= 1
    if (submitted < line.reportedFrom || request < plan.known.length) continue

    const limit = limits[tier]!,
      minutes = answered - submitted
    tally.requests[tier]! += 1
    tally.weekRequests[week * tiers + tier]! += 1
    if (minutes <= limit) {
      tally.inTime[tier]! += 1
      tally.weekInTime[week * tiers + tier]! += 1
    }
    if (minutes - away[request]! <= limit) tally.inOurHands[tier]! += 1
    if (uninterrupted(intake, request) <= limit) tally.alone[tier]! += 1
    if (answered === Infinity) tally.unfinished[tier]! += 1
    tally.total[tier]! += Math.min(answered, end) - submitted
    tally.wait[tier]! += Math.min(begun[request]!, end) - submitted
    measured(tier, minutes)
  }
  for (let cell = tiers; cell < tally.weekOpen.length; cell++) tally.weekOpen[cell]! += tally.weekOpen[cell - tiers]!
}

/** The longest time that keeps a promise. Rounding in the last digits of a sum of minutes may neither keep nor break it. */
export const latest = ({ days, orEqual = false }: { days: number; orEqual?: boolean }, dayMinutes: number): number =>
  days * dayMinutes + (orEqual ? 1e-6 : -1e-6)

const uninterrupted = (intake: Intake, request: number): number => {
  let minutes = intake.effort[request]!
  for (let round = intake.firstRound[request]!; round < intake.firstRound[request + 1]!; round++)
    minutes += intake.delays[round]! + intake.efforts[round]!
  return minutes
}

/** The week in which a position lies; a week's very end still belongs to it when `atEnd`. The number of weeks when later. */
const weekOf = (ends: Float64Array, position: number, atEnd: boolean): number => {
  let low = 0,
    high = ends.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ends[middle]! > position || (atEnd && ends[middle] === position)) high = middle
    else low = middle + 1
  }
  return low
}
