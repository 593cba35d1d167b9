import { oneLine } from './letter.ts'

/** One date as it comes into somebody's own calendar. */
export interface CalendarDate {
  /** What it is the date of: whoever takes a later version of it in replaces the earlier one. */
  readonly id: string
  readonly version: number
  /** A whole day, wherever its reader is, or a moment. */
  readonly on: Temporal.PlainDate | Temporal.Instant
  readonly title: string
  readonly note: string
  /** Null where nobody said at which address Guildhall is reached. */
  readonly url: string | null
  /** How many days before a calendar reminds its reader; none where left out. */
  readonly remindDays?: number
}

/** Dates as a file that calendars read (RFC 5545), for nobody to answer (RFC 5546 §3.2.1, `PUBLISH`). */
export const calendarFile = (dates: readonly CalendarDate[], now: Temporal.Instant): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guildhall//Dates//EN',
    'METHOD:PUBLISH',
    ...dates.flatMap(date => event(date, now)),
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('')

/** A day without an end lasts that day, a moment no time at all (RFC 5545 §3.6.1); neither makes its reader busy. */
const event = ({ id, version, on, title, note, url, remindDays }: CalendarDate, now: Temporal.Instant): string[] => [
  'BEGIN:VEVENT',
  `UID:${text(id)}@guildhall`,
  `SEQUENCE:${version}`,
  `DTSTAMP:${utc(now)}`,
  on instanceof Temporal.Instant ? `DTSTART:${utc(on)}` : `DTSTART;VALUE=DATE:${on.toString().replaceAll('-', '')}`,
  `SUMMARY:${text(oneLine(title))}`,
  `DESCRIPTION:${text(note)}`,
  ...(url === null ? [] : [`URL:${oneLine(url)}`]),
  'TRANSP:TRANSPARENT',
  ...(remindDays === undefined ? [] : alarm(title, trigger(on, remindDays))),
  'END:VEVENT',
]

const alarm = (title: string, before: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${text(oneLine(title))}`,
  `TRIGGER:${before}`,
  'END:VALARM',
]

/** A day begins at midnight: nine in the morning some days before is fifteen hours less. */
const trigger = (on: CalendarDate['on'], days: number): string => (on instanceof Temporal.Instant ? `-P${days}D` : `-P${days - 1}DT15H`)

const utc = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')

/** TEXT (RFC 5545 §3.3.11): what parts values is escaped, and what nobody can see is left out. */
const text = (said: string): string =>
  said
    .toWellFormed()
    .replaceAll(/[\\;,]/g, character => `\\${character}`)
    .replaceAll(/\r\n?|\n|[\u2028\u2029]/g, '\\n')
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')

const MOST_OCTETS = 75

/** A line of at most 75 octets goes on in the next behind a space (RFC 5545 §3.1), never within a character. */
const folded = (line: string): string => {
  let whole = ''
  let octets = 0
  for (const character of line) {
    const more = Buffer.byteLength(character)
    if (octets + more > MOST_OCTETS) {
      whole += '\r\n '
      octets = 1
    }
    whole += character
    octets += more
  }
  return whole
}
