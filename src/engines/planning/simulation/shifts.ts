import { workingHours, BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { stream } from '../numbers/random.ts'
import { HAND_OVER_AFTER, type Reviewer, type Scenario } from './scenario.ts'
import type { Timeline } from './timeline.ts'

/**
 * When each reviewer is there for reviews: positions on the timeline, row by row (`reviewer × days + day`). Not there means
 * `from` = `to`. `leaves` marks the first day of an absence long enough to hand work over.
 */
export interface Shifts {
  readonly from: Float64Array
  readonly to: Float64Array
  readonly leaves: Uint8Array
}

/** The shifts as planned, before anybody falls ill. */
export const plannedShifts = ({ reviewers }: Scenario, line: Timeline): Shifts => {
  const shifts = emptyShifts(reviewers.length * line.days)
  reviewers.forEach((reviewer, index) => {
    const row = index * line.days
    const own = reviewer.hours && new BusinessCalendar({ name: reviewer.name, timeZone: line.calendar.timeZone, hours: reviewer.hours })
    for (let day = 0; day < line.days; day++) {
      const [from, to] = presence(reviewer, own, line, day)
      shifts.from[row + day] = from
      shifts.to[row + day] = to
    }
    for (const { from, to } of reviewer.absences ?? []) {
      const first = line.dates.findIndex(date => Temporal.PlainDate.compare(date, from) >= 0)
      if (first < 0) continue
      let after = first
      while (after < line.days && Temporal.PlainDate.compare(line.dates[after]!, to) <= 0) after++
      takeOff(shifts, line, row, first, after)
    }
  })
  return shifts
}

export const emptyShifts = (cells: number): Shifts => ({
  from: new Float64Array(cells),
  to: new Float64Array(cells),
  leaves: new Uint8Array(cells),
})

/** From when to when somebody is there on a day when all goes as planned. */
const presence = ({ share = 1 }: Reviewer, own: BusinessCalendar | undefined, line: Timeline, day: number): [number, number] => {
  const start = line.starts[day]!,
    end = line.starts[day + 1]!
  if (!own) return [start, start + (end - start) * share]
  const hours = workingHours(own, line.dates[day]!)
  if (!hours) return [start, start]
  const position = (at: Temporal.Instant) => Math.min(Math.max(start + (at.epochMilliseconds - line.opens[day]!) / 60_000, start), end)
  const from = position(hours.opens)
  return [from, from + (position(hours.closes) - from) * share]
}

/** Takes somebody's days [first, after) away. */
const takeOff = (shifts: Shifts, line: Timeline, row: number, first: number, after: number): void => {
  for (let day = first; day < after; day++) shifts.to[row + day] = shifts.from[row + day] = line.starts[day]!
  if (after - first >= HAND_OVER_AFTER) shifts.leaves[row + first] = 1
}

const WORKING_DAYS_A_YEAR = 250

/**
 * One replication's shifts: the plan, less spells of sickness. Spells begin on any working day with equal chance and last a
 * geometric number of working days, so that their expected sum is the stated days a year.
 */
export const drawShifts = (
  { reviewers }: Scenario,
  line: Timeline,
  planned: Shifts,
  into: Shifts,
  seed: number,
  replication: number,
): Shifts => {
  if (!reviewers.some(reviewer => reviewer.sickness)) return planned
  into.from.set(planned.from)
  into.to.set(planned.to)
  into.leaves.set(planned.leaves)
  reviewers.forEach(({ sickness }, index) => {
    if (!sickness || sickness.daysPerYear === 0) return
    const random = stream(seed, replication, index, SICKNESS)
    const { daysPerYear, spellDays } = sickness
    // Renewal: healthy days before a spell (mean 1/chance) and the spell itself share the year as given.
    const chance = daysPerYear / spellDays / (WORKING_DAYS_A_YEAR - daysPerYear)
    for (let day = geometric(random(), Math.min(1, chance)) - 1; day < line.days;) {
      const after = Math.min(line.days, day + geometric(random(), 1 / spellDays))
      takeOff(into, line, index * line.days, day, after)
      day = after + geometric(random(), Math.min(1, chance))
    }
  })
  return into
}

/** The key of this stream beside those of the intake. */
const SICKNESS = 4

/** The number of trials up to the first success, 1 or more. */
const geometric = (u: number, chance: number): number => (chance >= 1 ? 1 : 1 + Math.floor(Math.log1p(-u) / Math.log1p(-chance)))
