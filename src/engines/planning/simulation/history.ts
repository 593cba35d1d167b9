import { nextOpening, weekdayOf, workingHours, type BusinessCalendar, type IsoWeekday } from '#src/kernel/business-calendar.ts'
import { invalid, numbers, sized } from '../bounds.ts'
import { normalQuantile } from '../numbers/distributions.ts'
import { moments } from '../value/intervals.ts'
import { LEAST_CASES, type EffortLaw } from './effort.ts'

/** What was recorded, turned into assumptions. */

/**
 * The law of recorded efforts in minutes: from 30 cases on the cases themselves; from 5 on a lognormal law with the mean and
 * deviation of their logarithms, for few cases show the middle but not the long ones. Fewer are refused.
 */
export const effortFrom = (minutes: readonly number[]): EffortLaw => {
  numbers('minutes', minutes, 5, { above: 0, max: 1e7 })
  if (minutes.length >= LEAST_CASES) return { kind: 'empirical', minutes }
  const { mean, deviation } = moments(minutes.map(Math.log))
  if (deviation < 1e-9) return { kind: 'fixed', minutes: Math.exp(mean) }
  return { kind: 'lognormal', median: Math.exp(mean), p90: Math.exp(mean + normalQuantile(0.9) * deviation) }
}

/**
 * Requests per working day by weekday, from when they were submitted. What came outside opening hours counts on the day of
 * the next opening, where its clock started. `from` and `to` are the dates the record covers, both included.
 */
export const arrivalsByWeekday = (
  calendar: BusinessCalendar,
  submitted: readonly Temporal.Instant[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Partial<Record<IsoWeekday, number>> => {
  sized('submitted', submitted, 1)
  if (from.until(to, { largestUnit: 'day' }).days > 36_600)
    throw invalid('to', 'The record covers more than a hundred years.', 'Give the dates it really covers.')
  const came = new Map<IsoWeekday, number>(),
    there = new Map<IsoWeekday, number>()
  const one = (counts: Map<IsoWeekday, number>, weekday: IsoWeekday) => counts.set(weekday, (counts.get(weekday) ?? 0) + 1)
  for (const at of submitted) {
    const date = nextOpening(calendar, at).toZonedDateTimeISO(calendar.timeZone).toPlainDate()
    if (Temporal.PlainDate.compare(date, from) >= 0 && Temporal.PlainDate.compare(date, to) <= 0) one(came, weekdayOf(date))
  }
  for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 })) {
    if (workingHours(calendar, date)) one(there, weekdayOf(date))
  }
  const rates: Partial<Record<IsoWeekday, number>> = {}
  for (const [weekday, days] of there) rates[weekday] = (came.get(weekday) ?? 0) / days
  return rates
}
