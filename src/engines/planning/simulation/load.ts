import { weekdayOf } from '#src/kernel/business-calendar.ts'
import { drawable } from './effort.ts'
import type { Prepared } from './prepare.ts'

/**
 * Work that comes against time there is, in minutes per working day over the reported weeks, without bursts and waves.
 * Below one, utilisation says little about the promise; at one or above there is no utilisation to speak of, only a
 * backlog that grows.
 */
export type Load = {
  /** The tiers meant: all, unless some have too few people who may review them and are the tighter for it. */
  tiers: readonly string[]
  minutesComing: number
  minutesThere: number
} & (
  | { steady: true; utilisation: number }
  /** Minutes of work by which the backlog grows each working day, and the same in usual working days. */
  | { steady: false; minutesPerDay: number; daysPerDay: number }
)

/**
 * The tightest set of tiers: its work against the time of all who may do any of it. A team keeps up when every set does
 * (Hall's condition, as in the maximum flow from work to people). Reworked requests count as often as they come,
 * effort·r/(1−r) more.
 */
export const loadOf = (prepared: Prepared): Load => {
  const { scenario, line, lanes } = prepared
  const { coming, there } = minutesPerDay(prepared)
  let tightest = { lanes: 0, minutesComing: 0, minutesThere: Infinity }
  for (let set = 2 ** lanes.count - 1; set > 0; set--) {
    const minutesComing = sum(coming, tier => holds(set, lanes.ofTier[tier]!))
    const minutesThere = sum(there, reviewer => lanes.ofReviewer[reviewer]!.some(lane => holds(set, lane)))
    if (tightest.lanes === 0 || minutesComing * tightest.minutesThere > tightest.minutesComing * minutesThere)
      tightest = { lanes: set, minutesComing, minutesThere }
  }
  const { minutesComing, minutesThere } = tightest
  const tiers = scenario.tiers.flatMap(({ name }, tier) => (holds(tightest.lanes, lanes.ofTier[tier]!) ? [name] : []))
  if (minutesComing < minutesThere) return { tiers, minutesComing, minutesThere, steady: true, utilisation: minutesComing / minutesThere }
  const growth = minutesComing - minutesThere
  return { tiers, minutesComing, minutesThere, steady: false, minutesPerDay: growth, daysPerDay: growth / line.dayMinutes }
}

/** By tier the work that comes on a working day, by reviewer the time there is, on average. */
const minutesPerDay = ({
  scenario: { tiers, reviewers },
  line,
  planned: { from, to },
}: Prepared): { coming: readonly number[]; there: readonly number[] } => {
  const days = Array.from({ length: line.days }, (_, day) => day).filter(
    day => line.starts[day]! >= line.reportedFrom && line.starts[day]! < line.reportedTo,
  )
  const mean = (minutesOn: (day: number) => number) => days.reduce((total, day) => total + minutesOn(day), 0) / days.length
  return {
    coming: tiers.map(({ perDay, effort, rework }) => {
      const again = rework ? (rework.share / (1 - rework.share)) * drawable(rework.effort, 'rework.effort').mean : 0
      return (
        (drawable(effort, 'effort').mean + again) *
        (typeof perDay === 'number' ? perDay : mean(day => perDay[weekdayOf(line.dates[day]!)] ?? 0))
      )
    }),
    there: reviewers.map(
      ({ sickness }, reviewer) =>
        (1 - (sickness?.daysPerYear ?? 0) / 250) * mean(day => to[reviewer * line.days + day]! - from[reviewer * line.days + day]!),
    ),
  }
}

const holds = (set: number, lane: number): boolean => (set & (2 ** lane)) !== 0
const sum = (values: readonly number[], counts: (index: number) => boolean): number =>
  values.reduce((total, value, index) => (counts(index) ? total + value : total), 0)
