import { weekdayOf } from '#src/kernel/business-calendar.ts'
import { drawable } from './effort.ts'
import type { Scenario } from './scenario.ts'
import type { Shifts } from './shifts.ts'
import type { Timeline } from './timeline.ts'

/**
 * Work that comes against time there is, in the reported weeks, without bursts and waves. Below one, utilisation says
 * little about the promise; at one or above there is no utilisation to speak of, only a backlog that grows.
 */
export type Load = { minutesComing: number, minutesThere: number } & (
  | { steady: true, utilisation: number }
  /** Minutes of work by which the backlog grows each working day, and the same in usual working days. */
  | { steady: false, minutesPerDay: number, daysPerDay: number }
)

/** Minutes per working day, on average over the reported time; reworked requests count as often as they come: effort·r/(1−r) more. */
export const loadOf = (scenario: Scenario, line: Timeline, shifts: Shifts): Load => {
  let coming = 0, there = 0, days = 0
  const work = scenario.tiers.map(({ effort, rework }) =>
    drawable(effort, 'effort').mean + (rework ? (rework.share / (1 - rework.share)) * drawable(rework.effort, 'rework.effort').mean : 0))
  const healthy = scenario.reviewers.map(({ sickness }) => 1 - (sickness ? sickness.daysPerYear / 250 : 0))
  for (let day = 0; day < line.days; day++) {
    if (line.starts[day]! < line.reportedFrom || line.starts[day]! >= line.reportedTo) continue
    days++
    scenario.tiers.forEach(({ perDay }, tier) => { coming += work[tier]! * (typeof perDay === 'number' ? perDay : perDay[weekdayOf(line.dates[day]!)] ?? 0) })
    healthy.forEach((share, reviewer) => { there += share * (shifts.to[reviewer * line.days + day]! - shifts.from[reviewer * line.days + day]!) })
  }
  const minutesComing = coming / days, minutesThere = there / days
  if (minutesComing < minutesThere) return { minutesComing, minutesThere, steady: true, utilisation: minutesComing / minutesThere }
  const minutesPerDay = minutesComing - minutesThere
  return { minutesComing, minutesThere, steady: false, minutesPerDay, daysPerDay: minutesPerDay / line.dayMinutes }
}
