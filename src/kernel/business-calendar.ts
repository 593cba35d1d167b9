import { refuse } from './refusal.ts'

/**
 * When work goes on. Promises, queues and reports count business time with one calendar value, so that "under five
 * business days" means the same everywhere.
 *
 * Opening hours are wall-clock times of the time zone; business minutes are elapsed minutes between the two instants
 * they name. A clock change inside opening hours therefore makes that day longer or shorter, as it does for the people
 * who work it. A wall-clock time that a change skips or repeats is read the way RFC 5545 (3.3.5) and Temporal's
 * `compatible` read it.
 *
 * Calendars answer for the years 1970 to 2199; whatever would lead out of them is refused, so no search
 * runs on without end. A year is laid out once, on first use; after that each question costs a binary search.
 */
export class BusinessCalendar {
  readonly name: string
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string
  /** By ISO weekday, 1 Monday to 7 Sunday; a weekday that is missing is closed. */
  readonly hours: OpeningHours
  /** Plain dates (`2026-12-25`), each closed all day. */
  readonly holidays: ReadonlySet<string>
  /** How many minutes the usual working day has: the most frequent among the open weekdays, the longest if several are. */
  readonly dayMinutes: number
  readonly #years = new Map<number, WorkingYear>()

  /** @throws Refusal `calendar-invalid` naming the field, when the description can't serve as a calendar. */
  constructor({ name, timeZone, hours, holidays = [] }: CalendarDescription) {
    if (name.trim() === '' || name.length > 200)
      throw invalid('name', 'The name must have 1 to 200 characters.', 'Name the calendar as people know it, such as "Head office".')
    if (holidays.length > MAX_HOLIDAYS)
      throw invalid('holidays', `There are more than ${MAX_HOLIDAYS} holidays.`, 'List only the years you plan for.')
    this.name = name
    this.timeZone = checkedTimeZone(timeZone)
    this.hours = checkedHours(hours)
    this.dayMinutes = usualMinutes(this.hours)
    this.holidays = new Set(holidays.map(checkedDate))
    Object.freeze(this)
  }

  /** The working days of one year, in order. */
  year(year: number): WorkingYear {
    const known = this.#years.get(year)
    if (known) return known
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw refuse(
        'invalid',
        'beyond-calendar',
        `The calendar "${this.name}" has no answer in the year ${year}.`,
        `Ask within ${FIRST_YEAR} to ${LAST_YEAR}, or check that holidays don't close every working day.`,
      )
    }
    const laidOut = layOut(this, year)
    this.#years.set(year, laidOut)
    return laidOut
  }
}

export interface CalendarDescription {
  name: string
  timeZone: string
  hours: OpeningHours
  holidays?: readonly string[]
}

export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
/** Wall-clock times `HH:MM`; `24:00` closes at midnight. */
export interface OpeningSpan {
  readonly opens: string
  readonly closes: string
}
export type OpeningHours = Readonly<Partial<Record<IsoWeekday, OpeningSpan>>>

/** Parallel arrays, one entry for each working day: epoch milliseconds, and milliseconds of work before that day. */
interface WorkingYear {
  readonly opens: Float64Array
  readonly closes: Float64Array
  readonly before: Float64Array
  readonly total: number
}

const FIRST_YEAR = 1970
const LAST_YEAR = 2199
const MAX_HOLIDAYS = 5_000
const MINUTE = 60_000
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** The first instant at or after `from` at which work goes on: `from` itself within opening hours. */
export const nextOpening = (calendar: BusinessCalendar, from: Temporal.Instant): Temporal.Instant => {
  const { year, day } = dayAtOrAfter(calendar, from)
  const opens = calendar.year(year).opens[day]!
  return opens > from.epochMilliseconds ? instant(opens) : from
}

/**
 * The instant at which `minutes` of business time have passed since `from`. Zero leads to the next opening; a whole
 * working day from its opening leads to its closing time, not to the next morning.
 */
export const addBusinessMinutes = (calendar: BusinessCalendar, from: Temporal.Instant, minutes: number): Temporal.Instant => {
  if (!(minutes >= 0 && minutes < Infinity)) throw invalid('minutes', `${minutes} is not a number of minutes to add.`, 'Give zero or more.')
  if (minutes === 0) return nextOpening(calendar, from)
  let { year, day } = dayAtOrAfter(calendar, from)
  const first = calendar.year(year)
  const worked = Math.max(0, from.epochMilliseconds - first.opens[day]!)
  let target = first.before[day]! + worked + Math.round(minutes * MINUTE)
  for (let span = first; target > span.total; span = calendar.year(++year)) target -= span.total
  const { opens, before } = calendar.year(year)
  // The last day with less work before it than the target: at a day's exact end that is the day which ends.
  day = lowerBound(before, target) - 1
  return instant(opens[day]! + target - before[day]!)
}

/** Business minutes from `start` to `end`; negative when `end` is earlier. Additive: between(a,b) + between(b,c) = between(a,c). */
export const businessMinutesBetween = (calendar: BusinessCalendar, start: Temporal.Instant, end: Temporal.Instant): number => {
  if (Temporal.Instant.compare(start, end) > 0) return -businessMinutesBetween(calendar, end, start)
  const from = localYear(calendar, start),
    to = localYear(calendar, end)
  let worked = workedBy(calendar.year(to), end) - workedBy(calendar.year(from), start)
  for (let year = from; year < to; year++) worked += calendar.year(year).total
  return worked / MINUTE
}

/**
 * The instant `days` business days after `from`, counted in whole working days however long each is: from two fifths of
 * the way through Monday, one business day leads to two fifths of the way through Tuesday, also when Tuesday is shorter.
 * Where all days are equally long it is `addBusinessMinutes` of that many day lengths. Fractions are allowed.
 */
export const addBusinessDays = (calendar: BusinessCalendar, from: Temporal.Instant, days: number): Temporal.Instant => {
  if (!(days >= 0 && days < Infinity)) throw invalid('days', `${days} is not a number of days to add.`, 'Give zero or more.')
  if (days === 0) return nextOpening(calendar, from)
  const start = dayAtOrAfter(calendar, from)
  const first = calendar.year(start.year)
  const opens = first.opens[start.day]!
  const passed = Math.max(0, from.epochMilliseconds - opens) / (first.closes[start.day]! - opens)
  let { year } = start
  let position = start.day + passed + days
  for (let span = first; position > span.opens.length; span = calendar.year(++year)) position -= span.opens.length
  const day = Math.ceil(position) - 1
  const span = calendar.year(year)
  return instant(Math.round(span.opens[day]! + (position - day) * (span.closes[day]! - span.opens[day]!)))
}

/** Length in minutes of the usual working day. */
export const workingDayMinutes = ({ dayMinutes }: BusinessCalendar): number => dayMinutes

const usualMinutes = (hours: OpeningHours): number => {
  const lengths = WEEKDAYS.flatMap(weekday => nominalMinutes(hours[weekday]) ?? [])
  const count = (length: number) => lengths.filter(other => other === length).length
  return lengths.reduce((best, length) => (count(length) > count(best) || (count(length) === count(best) && length > best) ? length : best))
}

/** When work goes on during one date of the calendar's time zone; null on a closed day. */
export const workingHours = (
  calendar: BusinessCalendar,
  date: Temporal.PlainDate,
): { opens: Temporal.Instant; closes: Temporal.Instant } | null => {
  const span = spanOn(calendar, date)
  return span && { opens: instant(span.opens), closes: instant(span.closes) }
}

/** The date on the wall where the calendar is. */
export const dayIn = ({ timeZone }: BusinessCalendar, at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(timeZone).toPlainDate().toString()

export const weekdayOf = (date: Temporal.PlainDate): IsoWeekday => WEEKDAYS[date.dayOfWeek - 1]!

const instant = (epochMilliseconds: number) => Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
const localYear = (calendar: BusinessCalendar, at: Temporal.Instant) => at.toZonedDateTimeISO(calendar.timeZone).year

/** The working day that is on at `from`, or else the next; its index in its year. */
const dayAtOrAfter = (calendar: BusinessCalendar, from: Temporal.Instant): { year: number; day: number } => {
  for (let year = localYear(calendar, from); ; year++) {
    const { closes } = calendar.year(year)
    const day = upperBound(closes, from.epochMilliseconds)
    if (day < closes.length) return { year, day }
  }
}

/** Milliseconds of work from the start of the year until `at`. */
const workedBy = ({ opens, closes, before }: WorkingYear, at: Temporal.Instant): number => {
  const day = upperBound(opens, at.epochMilliseconds) - 1
  return day < 0 ? 0 : before[day]! + Math.min(at.epochMilliseconds, closes[day]!) - opens[day]!
}

const layOut = (calendar: BusinessCalendar, year: number): WorkingYear => {
  const spans: Array<{ opens: number; closes: number }> = []
  for (let date = Temporal.PlainDate.from({ year, month: 1, day: 1 }); date.year === year; date = date.add({ days: 1 })) {
    const span = spanOn(calendar, date)
    if (span) spans.push(span)
  }
  const before = new Float64Array(spans.length)
  let total = 0
  spans.forEach(({ opens, closes }, day) => {
    before[day] = total
    total += closes - opens
  })
  return { opens: Float64Array.from(spans, s => s.opens), closes: Float64Array.from(spans, s => s.closes), before, total }
}

const spanOn = (calendar: BusinessCalendar, date: Temporal.PlainDate): { opens: number; closes: number } | null => {
  const span = calendar.hours[weekdayOf(date)]
  if (!span || calendar.holidays.has(date.toString())) return null
  const { timeZone } = calendar
  const opens = date.toZonedDateTime({ timeZone, plainTime: span.opens })
  const closes =
    span.closes === '24:00'
      ? date.add({ days: 1 }).toZonedDateTime({ timeZone })
      : date.toZonedDateTime({ timeZone, plainTime: span.closes })
  // Hours inside a skipped hour may come out empty; a date may not exist at all (Apia had no 30 December 2011).
  if (closes.epochMilliseconds <= opens.epochMilliseconds || !opens.toPlainDate().equals(date)) return null
  return { opens: opens.epochMilliseconds, closes: closes.epochMilliseconds }
}

/** Index of the first element greater than `value`; the length when there is none. */
const upperBound = (sorted: Float64Array, value: number) => partition(sorted, element => element > value)
/** Index of the first element not less than `value`. */
const lowerBound = (sorted: Float64Array, value: number) => partition(sorted, element => element >= value)
const partition = (sorted: Float64Array, isAfter: (element: number) => boolean): number => {
  let low = 0,
    high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isAfter(sorted[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

const invalid = (field: string, reason: string, remedy: string) => refuse('invalid', 'calendar-invalid', reason, remedy, field)

const checkedTimeZone = (timeZone: string): string => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId
  } catch {
    throw invalid('timeZone', `"${timeZone}" is not a known time zone.`, 'Give an IANA name, such as "Europe/Berlin" or "UTC".')
  }
}

const minuteOfDay = (time: string): number | null => {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (hour !== undefined && minute !== undefined) return Number(hour) * 60 + Number(minute)
  return time === '24:00' ? 1440 : null
}

const nominalMinutes = (span: OpeningSpan | undefined): number | undefined => span && minuteOfDay(span.closes)! - minuteOfDay(span.opens)!

const checkedHours = (hours: OpeningHours): OpeningHours => {
  const checked: Partial<Record<IsoWeekday, OpeningSpan>> = {}
  for (const key of Object.keys(hours)) {
    const weekday = WEEKDAYS.find(day => String(day) === key)
    if (weekday === undefined)
      throw invalid(`hours.${key}`, `"${key}" is not a weekday.`, 'Use the ISO numbers, 1 for Monday to 7 for Sunday.')
    const span = hours[weekday]
    if (!span) continue
    const opens = minuteOfDay(span.opens),
      closes = minuteOfDay(span.closes)
    if (opens === null) throw invalid(`hours.${key}.opens`, `"${span.opens}" is not a time of day.`, 'Write it as HH:MM, such as 09:00.')
    if (closes === null)
      throw invalid(
        `hours.${key}.closes`,
        `"${span.closes}" is not a time of day.`,
        'Write it as HH:MM, such as 17:00, or 24:00 for midnight.',
      )
    if (closes <= opens)
      throw invalid(
        `hours.${key}`,
        `It closes at ${span.closes}, not after it opens at ${span.opens}.`,
        'Let it close later on the same day; hours over midnight need two weekdays.',
      )
    checked[weekday] = Object.freeze({ opens: span.opens, closes: span.closes })
  }
  if (Object.keys(checked).length === 0)
    throw invalid('hours', 'No weekday has opening hours, so no work would ever be done.', 'Give at least one weekday its hours.')
  return Object.freeze(checked)
}

const checkedDate = (date: string, index: number): string => {
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(date)
    return Temporal.PlainDate.from(date).toString()
  } catch {
    throw invalid(`holidays.${index}`, `"${date}" is not a date.`, 'Write it as YYYY-MM-DD, such as 2026-12-25.')
  }
}
