import { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import type { OpeningHours } from '#src/kernel/business-calendar.ts'
import type { Charter } from './charter.ts'

const made = new WeakMap<object, BusinessCalendar>()

/** The calendar in which a charter counts its promises; made once for each charter. */
export const calendarOf = ({ documents }: Pick<Charter, 'documents'>): BusinessCalendar => {
  const { business } = documents['calendar.yaml']
  const known = made.get(business)
  if (known) return known
  const { name, timeZone, holidays } = business
  const hours: OpeningHours = Object.fromEntries(business.hours.map(({ weekday, opens, closes }) => [weekday, { opens, closes }]))
  const calendar = new BusinessCalendar({ name, timeZone, hours, holidays })
  made.set(business, calendar)
  return calendar
}
