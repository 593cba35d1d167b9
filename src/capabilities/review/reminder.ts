import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { workingHours } from '#src/kernel/business-calendar.ts'

/** How many working days before its day somebody is reminded of a condition. */
const REMINDER_DAYS = 3

/**
 * The last day of which one is reminded today: so many working days, today among them, lie before it. Null on a day on which nobody
 * works: what is due then was told of on the working day before.
 */
export const remindedUntil = (calendar: BusinessCalendar, today: Temporal.PlainDate): Temporal.PlainDate | null => {
  if (!workingHours(calendar, today)) return null
  let day = today
  for (let left = REMINDER_DAYS; left > 0 || !workingHours(calendar, day); day = day.add({ days: 1 }))
    if (workingHours(calendar, day)) left -= 1
  return day
}
