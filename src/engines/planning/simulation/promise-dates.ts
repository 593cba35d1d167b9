import { invalid, probability, whole } from '../bounds.ts'
import { prepare } from './prepare.ts'
import { replicate, type Experiment } from './replicate.ts'
import type { Scenario } from './scenario.ts'
import { latest } from './tally.ts'
import { endsAt } from './timeline.ts'

/** A date that may be promised for one request of the queue as it stands. */
export interface PromiseDate {
  id: string
  tier: string
  /** With the chosen confidence the answer is there by this instant; null when that lies beyond the time simulated. */
  by: Temporal.Instant | null
  /** As likely earlier as later. */
  half: Temporal.Instant | null
  /** Chance that the tier's promise, counted from submission, is kept. */
  kept: number
}

/**
 * Dates for every known request, in their order. To quote a date to somebody who asks now, add their request with
 * `submitted: now`. `confidence` is the chance that a date holds: the date is the ⌈p·(replications + 1)⌉-th smallest of the
 * simulated ones, which keeps that chance however few replications there are (a distribution-free prediction limit).
 * It answers for luck, not for wrong assumptions.
 */
export const promiseDates = (scenario: Scenario, { seed, replications, confidence = 0.9 }: Experiment): readonly PromiseDate[] => {
  probability('confidence', confidence)
  const known = scenario.known ?? []
  const rank = Math.ceil(confidence * (whole('replications', replications, { min: 1, max: 100_000 }) + 1))
  if (rank > replications) {
    throw invalid(
      'replications',
      `${replications} replications can't carry a confidence of ${confidence}.`,
      `Use at least ${Math.ceil(confidence / (1 - confidence))}.`,
    )
  }
  if (known.length * replications > MOST_DATES) {
    throw invalid(
      'replications',
      `${known.length} requests times ${replications} replications are more than ${MOST_DATES}.`,
      'Use fewer replications.',
    )
  }
  const prepared = prepare(scenario)
  const { line, plan } = prepared
  const finishes = plan.known.map(() => new Float64Array(replications))
  const inTime = new Float64Array(plan.known.length)
  const limits = scenario.tiers.map(({ promise }) => latest(promise, line.dayMinutes))
  let replication = 0
  replicate(prepared, { seed, replications }, ({ submitted, tier }, { finished }) => {
    finishes.forEach((list, request) => {
      list[replication] = finished[request]!
      if (finished[request]! - submitted[request]! <= limits[tier[request]!]!) inTime[request]! += 1
    })
    replication++
  })
  const byId = new Map(
    plan.known.map(({ id }, request) => {
      const sorted = finishes[request]!.sort()
      const date = (place: number) => (sorted[place - 1]! < Infinity ? endsAt(line, sorted[place - 1]!) : null)
      return [id, { by: date(rank), half: date(Math.ceil(replications / 2)), kept: inTime[request]! / replications }]
    }),
  )
  return known.flatMap(({ id, tier }) => {
    const dates = byId.get(id)
    return dates ? [{ id, tier, ...dates }] : []
  })
}

const MOST_DATES = 20_000_000
