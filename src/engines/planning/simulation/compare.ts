import { moments } from '../value/intervals.ts'
import { tQuantile } from '../numbers/distributions.ts'
import type { Estimate } from './estimates.ts'
import { prepare } from './prepare.ts'
import { replicate, type Experiment } from './replicate.ts'
import type { Scenario } from './scenario.ts'
import { count, Tally } from './tally.ts'

export interface Comparison {
  tier: string
  before: number
  after: number
  /** after − before, in shares answered in time. */
  gain: Estimate
}

/**
 * The same weeks with the same luck lived twice, once under each scenario. What is common to both cancels, so the interval
 * of the gain is far narrower than those of the two shares (common random numbers; Law, Simulation Modeling and
 * Analysis, 11.2). The tiers must be the same; a tier to which no request comes is left out.
 */
export const compare = (before: Scenario, after: Scenario, experiment: Experiment): readonly Comparison[] => {
  const { confidence = 0.95, replications } = experiment
  const first = shares(before, experiment),
    second = shares(after, experiment)
  return before.tiers.flatMap(({ name }, tier) => {
    const a = first[tier]!,
      b = second[tier]
    if (!b || a.requests === 0 || b.requests === 0) return []
    const gains = a.residuals.map((residual, replication) => b.residuals[replication]! - residual)
    const gain = b.share - a.share
    const half = (moments(gains).deviation / Math.sqrt(replications)) * tQuantile((1 + confidence) / 2, replications - 1)
    return [{ tier: name, before: a.share, after: b.share, gain: { value: gain, low: gain - half, high: gain + half } }]
  })
}

/** Each tier's share in time, and by replication how far that replication pulled it (the linearised ratio). */
const shares = (scenario: Scenario, experiment: Experiment) => {
  const prepared = prepare(scenario)
  const tally = new Tally(scenario.tiers.length, scenario.weeks)
  const counts = scenario.tiers.map(() => ({ requests: [] as number[], inTime: [] as number[] }))
  replicate(prepared, experiment, (intake, course) => {
    count(prepared, intake, course, tally, () => {})
    counts.forEach(({ requests, inTime }, tier) => {
      requests.push(tally.requests[tier]!)
      inTime.push(tally.inTime[tier]!)
    })
  })
  return counts.map(({ requests, inTime }) => {
    const all = requests.reduce((sum, n) => sum + n, 0)
    const share = inTime.reduce((sum, n) => sum + n, 0) / all
    const perReplication = all / requests.length
    return { requests: all, share, residuals: requests.map((n, replication) => (inTime[replication]! - share * n) / perReplication) }
  })
}
