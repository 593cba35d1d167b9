import { probability, whole } from '../bounds.ts'
import { Ratios, type Estimate } from './estimates.ts'
import { loadOf, type Load } from './load.ts'
import { prepare } from './prepare.ts'
import { replicate, type Experiment } from './replicate.ts'
import type { Scenario } from './scenario.ts'
import { count, Tally } from './tally.ts'

/** What a scenario comes to: over all reported weeks, and week by week. Days are usual working days. */
export interface Outlook {
  seed: number
  replications: number
  confidence: number
  load: Load
  tiers: readonly TierOutlook[]
  weeks: readonly WeekOutlook[]
}

export interface TierOutlook {
  tier: string
  /** Requests submitted in the reported weeks, on average over the replications; without the known ones. */
  requests: number
  /**
   * Share answered within the promise as the submitter feels it. Null when the backlog grows: there is then no share that
   * the team keeps, only one for each week. Null also when no request came.
   */
  inTime: Estimate | null
  /** The same by the clock that stops while the submitter has the word. */
  inOurHands: Estimate | null
  /** Share that would be in time if nobody ever waited for a reviewer: what no number of people can beat. */
  ceiling: Estimate | null
  meanDays: Estimate | null
  meanWaitDays: Estimate | null
  /** Days within which half, 80, 90 and 95 % are answered, to 1/48 of a day; null where that lies beyond the time simulated. */
  within: { half: number | null; p80: number | null; p90: number | null; p95: number | null } | null
  /** Share without an answer when the simulation ended, long after the last reported week. */
  unfinished: number
}

export interface WeekOutlook {
  /** Date of the week's first day. */
  from: string
  tiers: readonly {
    tier: string
    requests: number
    /** Of those submitted in this week; null where none were. */
    inTime: Estimate | null
    /** Requests without an answer at the week's end. */
    open: Estimate | null
  }[]
}

/** Simulates a scenario (see `Scenario`) and says how the promise fares. */
export const outlook = (scenario: Scenario, experiment: Experiment): Outlook => {
  const { seed, replications, confidence = 0.95 } = experiment
  whole('replications', replications, { min: 2, max: 100_000 })
  probability('confidence', confidence)
  const prepared = prepare(scenario)
  const { line } = prepared
  const tiers = scenario.tiers.length,
    cells = tiers * scenario.weeks
  const tally = new Tally(tiers, scenario.weeks)
  const inTime = new Ratios(tiers),
    inOurHands = new Ratios(tiers),
    alone = new Ratios(tiers)
  const total = new Ratios(tiers),
    wait = new Ratios(tiers),
    unfinished = new Ratios(tiers)
  const weekInTime = new Ratios(cells),
    weekOpen = new Ratios(cells)
  const once = new Float64Array(cells).fill(1)
  const spreads = scenario.tiers.map(() => new Spread(line.dayMinutes))

  replicate(prepared, experiment, (intake, course) => {
    count(prepared, intake, course, tally, (tier, minutes) => spreads[tier]!.add(minutes))
    inTime.add(tally.requests, tally.inTime)
    inOurHands.add(tally.requests, tally.inOurHands)
    alone.add(tally.requests, tally.alone)
    total.add(tally.requests, tally.total)
    wait.add(tally.requests, tally.wait)
    unfinished.add(tally.requests, tally.unfinished)
    weekInTime.add(tally.weekRequests, tally.weekInTime)
    weekOpen.add(once, tally.weekOpen)
  })

  const load = loadOf(prepared)
  const inDays = (minutes: Estimate | null) => {
    const days = (figure: number) => figure / line.dayMinutes
    return minutes && { value: days(minutes.value), low: days(minutes.low), high: days(minutes.high) }
  }
  const whenSteady = <T>(figure: T): T | null => (load.steady ? figure : null)
  return {
    seed,
    replications,
    confidence,
    load,
    tiers: scenario.tiers.map(({ name }, tier) => ({
      tier: name,
      requests: inTime.perReplication(tier),
      inTime: whenSteady(inTime.share(tier, scenario.weeks, confidence)),
      inOurHands: whenSteady(inOurHands.share(tier, scenario.weeks, confidence)),
      ceiling: alone.share(tier, scenario.weeks, confidence),
      meanDays: whenSteady(inDays(total.estimate(tier, confidence))),
      meanWaitDays: whenSteady(inDays(wait.estimate(tier, confidence))),
      within: whenSteady(spreads[tier]!.quantiles()),
      unfinished: unfinished.estimate(tier, confidence)?.value ?? 0,
    })),
    weeks: Array.from({ length: scenario.weeks }, (_, week) => ({
      from: scenario.from.add({ weeks: week }).toString(),
      tiers: scenario.tiers.map(({ name }, tier) => ({
        tier: name,
        requests: weekInTime.perReplication(week * tiers + tier),
        inTime: weekInTime.share(week * tiers + tier, 1, confidence),
        open: weekOpen.estimate(week * tiers + tier, confidence),
      })),
    })),
  }
}

/** How many requests took how long, in steps of 1/48 of a day up to 250 days. */
class Spread {
  readonly #counts = new Float64Array(48 * 250 + 1)
  readonly #step: number
  #all = 0

  constructor(dayMinutes: number) {
    this.#step = dayMinutes / 48
  }

  add(minutes: number): void {
    this.#all++
    // Infinity, too, lands in the last cell, which has no upper end.
    this.#counts[Math.min(Math.ceil(minutes / this.#step), this.#counts.length - 1)]! += 1
  }

  quantiles(): TierOutlook['within'] {
    if (this.#all === 0) return null
    return { half: this.#quantile(0.5), p80: this.#quantile(0.8), p90: this.#quantile(0.9), p95: this.#quantile(0.95) }
  }

  #quantile(share: number): number | null {
    let below = 0
    for (let cell = 0; cell < this.#counts.length - 1; cell++) {
      below += this.#counts[cell]!
      if (below >= share * this.#all) return cell / 48
    }
    return null
  }
}
