import { businessMinutesBetween, workingDayMinutes, workingHours, type BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { invalid } from '../bounds.ts'
import type { Scenario } from './scenario.ts'

/**
 * The calendar as a number line: business minutes since the first opening, one working day after the other with nothing
 * between them. A simulation that runs on this line needs no calendar any more. A day's closing time and the next opening
 * are the same number; `beginsAt` and `endsAt` tell them apart again.
 */
export interface Timeline {
  readonly calendar: BusinessCalendar
  readonly days: number
  /** Epoch milliseconds at which each day opens. */
  readonly opens: Float64Array
  /** Position at which each day starts on the line; one more entry for the end of the last. */
  readonly starts: Float64Array
  readonly dates: readonly Temporal.PlainDate[]
  /** Reported week of each day from 0; negative in the warm-up, `weeks` or more in the run-out. */
  readonly week: Int32Array
  /** Position of the end of each reported week. */
  readonly weekEnds: Float64Array
  /** Position before which nothing happens. */
  readonly begin: number
  /** Minutes of a usual working day, the unit of promises. */
  readonly dayMinutes: number
  /** Reported positions: from the first to before the last. */
  readonly reportedFrom: number
  readonly reportedTo: number
}

export const layOutTimeline = ({ calendar, from, weeks, now, warmUpWeeks = 0, tiers }: Scenario): Timeline => {
  // What was submitted in the last reported week gets twice its promise, and a quarter at least, to come to an end.
  const longestPromise = Math.max(...tiers.map(tier => tier.promise.days))
  const runOutWeeks = Math.max(13, Math.ceil((2 * longestPromise) / Object.keys(calendar.hours).length))
  const end = from.add({ weeks: weeks + runOutWeeks })
  const opens: number[] = [],
    starts: number[] = [0],
    week: number[] = [],
    dates: Temporal.PlainDate[] = []
  const weekEnds = new Float64Array(weeks)
  for (let date = from.subtract({ weeks: warmUpWeeks }); Temporal.PlainDate.compare(date, end) < 0; date = date.add({ days: 1 })) {
    const hours = workingHours(calendar, date)
    if (!hours) continue
    opens.push(hours.opens.epochMilliseconds)
    starts.push(starts.at(-1)! + (hours.closes.epochMilliseconds - hours.opens.epochMilliseconds) / 60_000)
    week.push(Math.floor(from.until(date, { largestUnit: 'day' }).days / 7))
    dates.push(date)
  }
  const firstReported = startOfWeek(week, 0),
    firstAfter = startOfWeek(week, weeks)
  if (firstReported === firstAfter)
    throw invalid('from', 'There is no working day in the weeks looked at.', 'Check the holidays, or look at more weeks.')
  for (let w = 0; w < weeks; w++) weekEnds[w] = starts[startOfWeek(week, w + 1)]!
  const begin = now ? Math.max(0, businessMinutesBetween(calendar, Temporal.Instant.fromEpochMilliseconds(opens[0]!), now)) : 0
  return {
    begin,
    calendar,
    days: opens.length,
    opens: Float64Array.from(opens),
    starts: Float64Array.from(starts),
    dates,
    week: Int32Array.from(week),
    weekEnds,
    dayMinutes: workingDayMinutes(calendar),
    reportedFrom: starts[firstReported]!,
    reportedTo: starts[firstAfter]!,
  }
}

const startOfWeek = (weeks: readonly number[], week: number): number => {
  const index = weeks.findIndex(w => w >= week)
  return index < 0 ? weeks.length : index
}

/** Where an instant lies on the line. Before its beginning positions are negative; outside opening hours it is the next opening. */
export const positionOf = (line: Timeline, at: Temporal.Instant): number => {
  const start = Temporal.Instant.fromEpochMilliseconds(line.opens[0]!)
  return businessMinutesBetween(line.calendar, start, at)
}

/** The day on which a position lies; a boundary belongs to the day that begins there. */
const dayAt = (line: Timeline, position: number): number => {
  let low = 0,
    high = line.days
  while (low < high) {
    const middle = (low + high) >>> 1
    if (line.starts[middle + 1]! <= position) low = middle + 1
    else high = middle
  }
  return low
}

/** The instant at which work at this position begins: on a boundary, the opening. */
export const beginsAt = (line: Timeline, position: number): Temporal.Instant => instantOn(line, dayAt(line, position), position)

/** The instant at which work up to this position ends: on a boundary, the closing time. */
export const endsAt = (line: Timeline, position: number): Temporal.Instant => {
  const day = dayAt(line, position)
  return instantOn(line, day > 0 && line.starts[day] === position ? day - 1 : day, position)
}

const instantOn = (line: Timeline, day: number, position: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.round(line.opens[day]! + (position - line.starts[day]!) * 60_000))
