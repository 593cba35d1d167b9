/**
 * Planning: can the review team keep its promise, and what is the program worth?
 *
 * Pure mathematics on values: no clock, no I/O, no chance but a seed. Whatever is out of range throws a `Refusal` that
 * names the field. Where mathematics has no answer (a backlog that grows, agreement that can't be computed, a ratio to
 * nothing) the answer is a value that says so, never a number that looks like one. `docs/planning.md` explains formulas,
 * sources and traps.
 *
 * Time: the queue formulas take any unit, usually business days; the simulation takes business minutes for efforts and
 * delays, usual working days for promises, and answers in instants of the calendar it is given.
 */

// Chance that follows from a seed.
export { stream, type Random } from './numbers/random.ts'

// The team as a queue: quick answers for full-time, equal reviewers.
export {
  daysForShare,
  erlangB,
  erlangC,
  shareBegunWithin,
  shareWithin,
  steadyQueue,
  type GrowingBacklog,
  type SteadyQueue,
  type Team,
} from './queue/erlang.ts'
export { smallestTeam, type TeamAnswer } from './queue/smallest-team.ts'
export { allenCunneen, kingman, pollaczekKhinchine, sakasegawa, type MeanWait, type Variation } from './queue/general-service.ts'

// The team as it is: calendar, part-time people, absence, rework, bursts, waves.
export { lognormalOf, scaled, type EffortLaw } from './simulation/effort.ts'
export { arrivalsByWeekday, effortFrom } from './simulation/history.ts'
export type { Burst, KnownRequest, Order, Promised, Reviewer, Rework, Scenario, Tier, Wave } from './simulation/scenario.ts'
export { outlook, type Outlook, type TierOutlook, type WeekOutlook } from './simulation/outlook.ts'
export type { Estimate } from './simulation/estimates.ts'
export type { Load } from './simulation/load.ts'
export type { Experiment } from './simulation/replicate.ts'
export { compare, type Comparison } from './simulation/compare.ts'
export { applied, remedies, verdict, type Lever, type Remedy, type Verdict } from './simulation/remedies.ts'
export { promiseDates, type PromiseDate } from './simulation/promise-dates.ts'
export { courseOfEvents, type Happening } from './simulation/course-of-events.ts'

// Whether reviews drift away from what was usual.
export { baseline, individuals, limits, type Baseline, type ChartPoint, type Limits } from './drift/individuals.ts'
export { cusum, ewma, type CusumPoint, type EwmaPoint } from './drift/gradual.ts'
export { backlogDays, shareChart, type SharePoint } from './drift/shares.ts'

// What the solutions are worth, measured on a sample.
export { allocate, sampleForMean, sampleForShare, type Stratum } from './value/sample-size.ts'
export {
  nonResponse,
  stratifiedMean,
  stratumOf,
  type MeasuredStratum,
  type NonResponse,
  type StratifiedEstimate,
} from './value/stratified.ts'
export { meanInterval, pairedDifference, wilson, type Interval, type MeanInterval } from './value/intervals.ts'
export {
  bootstrapBca,
  bootstrapMean,
  bootstrapPercentile,
  type BootstrapInterval,
  type BootstrapOptions,
  type Statistic,
} from './value/bootstrap.ts'
export { gini, giniInterval, lorenz, negligible, topShare } from './value/concentration.ts'
export { costPerSolution, keptAgainstRetired, type KeptAgainstRetired } from './value/kept-and-retired.ts'

// Whether reviewers agree, and whether a small number is odd.
export { cohen, fleiss, underTiering, weightedCohen, type Agreement } from './signals/agreement.ts'
export { binomialTest, fisherTest, poissonTest, type Tail } from './signals/exact-tests.ts'
export { benjaminiHochberg, holm, standingOut } from './signals/many-units.ts'
