import { bounded, probability, whole } from '../bounds.ts'
import { bisect } from '../numbers/distributions.ts'

/**
 * The review team as an M/M/c queue: requests come at random, efforts are exponential, whoever is free takes the oldest.
 * Any time unit will do as long as rates and times share it; in this program it is the business day.
 */
export interface Team {
  /** λ: requests per day. */
  arrivals: number
  /** μ: reviews that one reviewer completes per day of work; 1/μ is the mean effort in days. */
  rate: number
  /** c: reviewers, all full-time and equally able. Part-time people are no fractions of one: simulate them. */
  reviewers: number
}

/** Utilisation of one or more has no waiting time. This is all there is to say, and it carries no number that looks like one. */
export interface GrowingBacklog {
  steady: false
  /** Requests by which the backlog grows each day: λ − cμ. Zero means that it wanders without bound. */
  growsBy: number
  /** The least number of reviewers with which the backlog stops growing. */
  needsAtLeast: number
}

export interface SteadyQueue {
  steady: true
  /** a = λ/μ, in reviewers kept busy. */
  load: number
  /** ρ = a/c, below one. */
  utilisation: number
  /** Erlang's B: the share turned away if nobody could wait. */
  blocked: number
  /** Erlang's C: the share that has to wait. */
  mustWait: number
  /** Wq: mean days before a review begins. */
  wait: number
  /** W: mean days from request to answer. */
  total: number
  /** Lq and L: mean numbers waiting, and waiting or under review (Little's law). */
  waiting: number
  open: number
}

/** B(c, a) by the recursion B(0) = 1, B(k) = a·B(k−1) / (k + a·B(k−1)), which loses no digits (Erlang 1917). */
export const erlangB = (reviewers: number, load: number): number => {
  whole('reviewers', reviewers, { max: MOST_REVIEWERS })
  bounded('load', load, { max: MOST_REVIEWERS })
  let b = 1
  for (let k = 1; k <= reviewers; k++) b = (load * b) / (k + load * b)
  return b
}

/** C(c, a) = c·B / (c − a·(1 − B)); null where the load is not below the number of reviewers. */
export const erlangC = (reviewers: number, load: number): number | null => {
  const b = erlangB(reviewers, load)
  return load < reviewers ? (reviewers * b) / (reviewers - load * (1 - b)) : null
}

export const steadyQueue = (team: Team): SteadyQueue | GrowingBacklog => {
  const { arrivals, rate, reviewers } = checked(team)
  const load = arrivals / rate
  const mustWait = erlangC(reviewers, load)
  if (mustWait === null) return growing(team)
  const wait = mustWait / (reviewers * rate - arrivals)
  const total = wait + 1 / rate
  return {
    steady: true,
    load,
    utilisation: load / reviewers,
    blocked: erlangB(reviewers, load),
    mustWait,
    wait,
    total,
    waiting: arrivals * wait,
    open: arrivals * total,
  }
}

/** P(T ≤ t), the share answered within `days`, waiting and review together. */
export const shareWithin = (team: Team, days: number): number | GrowingBacklog => {
  const { arrivals, rate, reviewers } = checked(team)
  bounded('days', days, {})
  const mustWait = erlangC(reviewers, arrivals / rate)
  return mustWait === null ? growing(team) : 1 - later(mustWait, rate, reviewers * rate - arrivals, days)
}

/** P(wait ≤ t), the share whose review begins within `days`. */
export const shareBegunWithin = (team: Team, days: number): number | GrowingBacklog => {
  const { arrivals, rate, reviewers } = checked(team)
  bounded('days', days, {})
  const mustWait = erlangC(reviewers, arrivals / rate)
  return mustWait === null ? growing(team) : 1 - mustWait * Math.exp(-(reviewers * rate - arrivals) * days)
}

/** The days within which the given share is answered, such as 0.95. */
export const daysForShare = (team: Team, share: number): number | GrowingBacklog => {
  const { arrivals, rate, reviewers } = checked(team)
  probability('share', share)
  const mustWait = erlangC(reviewers, arrivals / rate)
  if (mustWait === null) return growing(team)
  const spare = reviewers * rate - arrivals
  let high = 1 / rate
  while (later(mustWait, rate, spare, high) > 1 - share) high *= 2
  return bisect(days => later(mustWait, rate, spare, days) <= 1 - share, 0, high)
}

/**
 * P(T > t) with θ = cμ − λ: (1−C)·e^(−μt) + C·[θ·e^(−μt) − μ·e^(−θt)]/(θ − μ). Near θ = μ that difference cancels;
 * there it is written as e^(−μt)·(1 + μt·(1 − e^(−x))/x) with x = (θ − μ)t, which is exact and smooth through x = 0.
 */
const later = (mustWait: number, rate: number, spare: number, days: number): number => {
  const x = (spare - rate) * days
  const served = Math.exp(-rate * days)
  const both =
    Math.abs(x) < 1
      ? served * (1 + rate * days * (x === 0 ? 1 : -Math.expm1(-x) / x))
      : (spare * served - rate * Math.exp(-spare * days)) / (spare - rate)
  return (1 - mustWait) * served + mustWait * both
}

/** The answer for a load that the team can't carry. */
export const growing = ({ arrivals, rate, reviewers }: Team): GrowingBacklog => ({
  steady: false,
  growsBy: arrivals - reviewers * rate,
  needsAtLeast: Math.floor(arrivals / rate) + 1,
})

export const checked = (team: Team): Team => {
  bounded('arrivals', team.arrivals, { max: 1e6 })
  bounded('rate', team.rate, { above: 0, max: 1e6 })
  whole('reviewers', team.reviewers, { min: 1, max: MOST_REVIEWERS })
  bounded('arrivals', team.arrivals / team.rate, { max: MOST_REVIEWERS })
  return team
}

export const MOST_REVIEWERS = 10_000
