import { weekdayOf } from '#src/kernel/business-calendar.ts'
import { drawable, type Drawable } from './effort.ts'
import { dateOf, reviewerIndex, tierIndex, type Scenario } from './scenario.ts'
import { positionOf, type Timeline } from './timeline.ts'

/** What of the intake is the same in every replication. */
export interface IntakePlan {
  readonly line: Timeline
  readonly tiers: readonly TierPlan[]
  readonly known: readonly KnownPlan[]
  readonly waves: readonly WavePlan[]
}
export interface TierPlan {
  readonly effort: Drawable
  /** Expected requests before each day of the timeline; one more entry for the end. */
  readonly expected: Float64Array
  readonly rework: { share: number; delay: Drawable; effort: Drawable } | undefined
}
export interface KnownPlan {
  readonly id: string
  readonly position: number
  readonly tier: number
  readonly effort: number | undefined
  readonly spent: number
  /** Who is at it; −1 for nobody. */
  readonly reviewer: number
}
interface WavePlan {
  readonly positions: Float64Array
  readonly tier: number
  readonly effort: Drawable
}

export const planIntake = (scenario: Scenario, line: Timeline): IntakePlan => ({
  line,
  tiers: scenario.tiers.map((tier, index) => ({
    effort: drawable(tier.effort, `tiers.${index}.effort`),
    expected: expectedBefore(scenario, line, index),
    rework: tier.rework && {
      share: tier.rework.share,
      delay: drawable(tier.rework.delay, `tiers.${index}.rework.delay`),
      effort: drawable(tier.rework.effort, `tiers.${index}.rework.effort`),
    },
  })),
  waves: (scenario.waves ?? []).map((wave, index) => {
    const tier = tierIndex(scenario, wave.tier, `waves.${index}.tier`)
    const law = wave.effort
      ? drawable(wave.effort, `waves.${index}.effort`)
      : drawable(scenario.tiers[tier]!.effort, `tiers.${tier}.effort`)
    return { positions: wavePositions(line, wave), tier, effort: law }
  }),
  known: (scenario.known ?? [])
    .map(({ id, submitted, tier, effort, underReview }, index) => ({
      id,
      position: positionOf(line, submitted),
      tier: tierIndex(scenario, tier, `known.${index}.tier`),
      effort,
      spent: underReview?.spent ?? 0,
      reviewer: underReview ? reviewerIndex(scenario, underReview.reviewer, `known.${index}.underReview.reviewer`) : -1,
    }))
    .sort((a, b) => a.position - b.position),
})

const expectedBefore = ({ tiers, bursts = [] }: Scenario, line: Timeline, index: number): Float64Array => {
  const { name, perDay } = tiers[index]!
  const expected = new Float64Array(line.days + 1)
  const swells = bursts
    .filter(({ tier }) => tier === undefined || tier === name)
    .map(({ on, weeks, times }) => ({ first: dateOf(on, 'bursts.on'), days: weeks * 7, times }))
  line.dates.forEach((date, day) => {
    const usual = typeof perDay === 'number' ? perDay : (perDay[weekdayOf(date)] ?? 0)
    const times = swells.reduce((product, { first, days, times }) => {
      const since = first.until(date, { largestUnit: 'day' }).days
      return since >= 0 && since < days ? product * times : product
    }, 1)
    expected[day + 1] = expected[day]! + usual * times
  })
  return expected
}

const wavePositions = (line: Timeline, { on, requests, days }: { on: string; requests: number; days: number }): Float64Array => {
  const first = line.dates.findIndex(date => Temporal.PlainDate.compare(date, on) >= 0)
  if (first < 0) return new Float64Array(0)
  const from = line.starts[first]!,
    to = line.starts[Math.min(first + days, line.days)]!
  return Float64Array.from({ length: requests }, (_, k) => from + ((to - from) * (k + 0.5)) / requests)
}
