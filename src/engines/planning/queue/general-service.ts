import { bounded } from '../bounds.ts'
import { checked, erlangC, growing, type GrowingBacklog, type Team } from './erlang.ts'

/**
 * Mean waiting times when efforts or arrivals are not exponential. They give a mean and nothing else: for the share
 * answered in time, simulate. Variation is the squared coefficient of variation, variance / mean², which is 1 for
 * exponential efforts and for requests that come at random, and 0 for equal efforts.
 */
export interface Variation {
  /** ca²: of the times between requests. */
  arrivals: number
  /** cs²: of the efforts. */
  efforts: number
}

export type MeanWait = { steady: true; wait: number } | GrowingBacklog

/** G/G/1: ρ/(1−ρ) · (ca²+cs²)/2 · 1/μ (Kingman 1961), an upper-leaning approximation, exact for M/M/1. */
export const kingman = (team: Omit<Team, 'reviewers'>, variation: Variation): MeanWait =>
  whenSteady({ ...team, reviewers: 1 }, variation, (rho, spread) => ((rho / (1 - rho)) * spread) / team.rate)

/** M/G/1, exact: ρ/(1−ρ) · (1+cs²)/2 · 1/μ (Pollaczek 1930, Khinchine 1932). */
export const pollaczekKhinchine = (team: Omit<Team, 'reviewers'>, efforts: number): MeanWait => kingman(team, { arrivals: 1, efforts })

/** G/G/c: C(c,a)/(cμ−λ) · (ca²+cs²)/2 (Allen 1978, after Cunneen). */
export const allenCunneen = (team: Team, variation: Variation): MeanWait =>
  whenSteady(
    team,
    variation,
    (rho, spread) => ((erlangC(team.reviewers, rho * team.reviewers) ?? 0) / (team.reviewers * team.rate - team.arrivals)) * spread,
  )

/** G/G/c in closed form: (ca²+cs²)/2 · ρ^(√(2(c+1))−1) / (c(1−ρ)) · 1/μ (Sakasegawa 1977). */
export const sakasegawa = (team: Team, variation: Variation): MeanWait =>
  whenSteady(
    team,
    variation,
    (rho, spread) => (spread * rho ** (Math.sqrt(2 * (team.reviewers + 1)) - 1)) / (team.reviewers * (1 - rho) * team.rate),
  )

const whenSteady = (team: Team, { arrivals, efforts }: Variation, wait: (rho: number, spread: number) => number): MeanWait => {
  checked(team)
  bounded('variation.arrivals', arrivals, { max: 1e4 })
  bounded('variation.efforts', efforts, { max: 1e4 })
  const rho = team.arrivals / (team.reviewers * team.rate)
  return rho < 1 ? { steady: true, wait: wait(rho, (arrivals + efforts) / 2) } : growing(team)
}
