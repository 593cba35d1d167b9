import { bounded, invalid, numbers, whole } from '../bounds.ts'
import { normalQuantile } from '../numbers/distributions.ts'
import type { Random } from '../numbers/random.ts'

/** How long a piece of work takes, in business minutes (efforts) or how long somebody lets us wait (delays). */
export type EffortLaw =
  /** Drawn again and again from what was measured. Fewer than 30 cases say too little about the long ones. */
  | { kind: 'empirical'; minutes: readonly number[] }
  /** Fitted: half take less than `median`, nine in ten less than `p90`. */
  | { kind: 'lognormal'; median: number; p90: number }
  | { kind: 'exponential'; mean: number }
  | { kind: 'fixed'; minutes: number }
  /** A sum of `stages` equal exponential parts: variation 1/stages. */
  | { kind: 'erlang'; mean: number; stages: number }
  /** Two kinds of cases with balanced shares of the work; `variation` is variance / mean², above 1. */
  | { kind: 'hyperexponential'; mean: number; variation: number }

export const LEAST_CASES = 30

/** A law made ready: its mean, and how to draw from it. Each law takes a fixed count of random numbers per draw. */
export interface Drawable {
  readonly mean: number
  readonly draw: (random: Random) => number
}

/** @throws Refusal naming `field` when the law has impossible numbers. */
export const drawable = (law: EffortLaw, field: string): Drawable => {
  const positive = (name: string, value: number) => bounded(`${field}.${name}`, value, { above: 0, max: MOST_MINUTES })
  switch (law.kind) {
    case 'empirical': {
      const cases = numbers(`${field}.minutes`, law.minutes, LEAST_CASES, { min: 0, max: MOST_MINUTES })
      return { mean: cases.reduce((sum, x) => sum + x, 0) / cases.length, draw: random => cases[Math.floor(random() * cases.length)]! }
    }
    case 'lognormal': {
      const middle = Math.log(positive('median', law.median))
      if (!(law.p90 > law.median))
        throw invalid(
          `${field}.p90`,
          `The 90th percentile ${law.p90} is not above the median ${law.median}.`,
          'Give a larger 90th percentile, or a fixed effort.',
        )
      const spread = (Math.log(positive('p90', law.p90)) - middle) / Z90
      return { mean: Math.exp(middle + spread ** 2 / 2), draw: random => Math.exp(middle + spread * normalQuantile(open(random()))) }
    }
    case 'exponential': {
      const mean = positive('mean', law.mean)
      return { mean, draw: random => -mean * Math.log1p(-random()) }
    }
    case 'fixed': {
      const minutes = bounded(`${field}.minutes`, law.minutes, { max: MOST_MINUTES })
      return { mean: minutes, draw: () => minutes }
    }
    case 'erlang': {
      const mean = positive('mean', law.mean)
      const stages = whole(`${field}.stages`, law.stages, { min: 1, max: 100 })
      return {
        mean,
        draw: random => {
          let sum = 0
          for (let stage = 0; stage < stages; stage++) sum -= Math.log1p(-random())
          return (sum * mean) / stages
        },
      }
    }
    default: {
      const mean = positive('mean', law.mean)
      const variation = bounded(`${field}.variation`, law.variation, { above: 1, max: 1000 })
      const share = (1 + Math.sqrt((variation - 1) / (variation + 1))) / 2
      return {
        mean,
        draw: random => {
          const branch = random() < share ? share : 1 - share
          return (-mean * Math.log1p(-random())) / (2 * branch)
        },
      }
    }
  }
}

/** The lognormal law with a given mean and variation (variance / mean²). */
export const lognormalOf = (mean: number, variation: number): EffortLaw => {
  const variance = Math.log1p(variation)
  const median = mean / Math.sqrt(1 + variation)
  return { kind: 'lognormal', median, p90: median * Math.exp(Z90 * Math.sqrt(variance)) }
}

/** The same law with every effort multiplied: what shorter reviews, or longer ones, would look like. */
export const scaled = (law: EffortLaw, factor: number): EffortLaw => {
  switch (law.kind) {
    case 'empirical':
      return { kind: 'empirical', minutes: law.minutes.map(x => x * factor) }
    case 'lognormal':
      return { kind: 'lognormal', median: law.median * factor, p90: law.p90 * factor }
    case 'fixed':
      return { kind: 'fixed', minutes: law.minutes * factor }
    default:
      return { ...law, mean: law.mean * factor }
  }
}

const MOST_MINUTES = 1e7
const Z90 = normalQuantile(0.9)
/** Keeps a uniform number off zero, where the normal quantile is infinite. */
const open = (u: number) => u || 2 ** -33
