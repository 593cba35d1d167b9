import { addBusinessDays, addBusinessMinutes, businessMinutesBetween, workingDayMinutes } from '#src/kernel/business-calendar.ts'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { promisedMinutes } from './clock.ts'
import type { Lane } from './lane.ts'

/** What waits before one office, and who works on it. */
export interface Waiting {
  /** Sign-offs that are open. */
  ahead: number
  /** People who hold the office and are here. */
  people: number
  /** How many were given in the last twenty business days. */
  given: number
}

export interface Promised {
  /** The date that is promised. */
  by: Temporal.Instant
  /** What the charter allows at most. */
  usual: Temporal.Instant
  /** When it will probably be there, as the queue stands. */
  expected: Temporal.Instant
  /** Why it is that date: the charter's, or a later one because too much waits; or nobody is there to look. */
  because: 'usual' | 'queue' | 'nobody'
  ahead: number
  people: number
  minutes: number
}

/** The span over which a queue's own pace is measured, in business days, and how many it takes to speak of a pace. */
export const PACE_DAYS = 20
const ENOUGH = 10

/**
 * The date that is given at submission: when (ahead + 1) sign-offs will have been given. Where more than a week's work waits, an
 * office goes on at the pace that it kept lately; where less does, that pace tells how much came in and not how much it can do,
 * and the charter's effort is shared by the people who are here. Several offices look side by side, so the slowest settles it. A date that the queue cannot keep is not given: then the later one is
 * promised, and why.
 */
export const promiseFor = (
  calendar: BusinessCalendar,
  lane: Lane,
  waiting: ReadonlyMap<string, Waiting>,
  now: Temporal.Instant,
): Promised => {
  const minutes = promisedMinutes(calendar, lane)
  const usual = addBusinessMinutes(calendar, now, minutes)
  const offices = lane.signOffs.map(signOff => {
    const { ahead, people, given } = waiting.get(signOff.role) ?? { ahead: 0, people: 0, given: 0 }
    const byPace = ((ahead + 1) / given) * PACE_DAYS
    const byEffort = people === 0 ? 0 : ((ahead / people + 1) * signOff.minutes) / signOff.minutesADay
    return { ahead, people, expected: addBusinessDays(calendar, now, given >= ENOUGH && ahead >= given / 4 ? byPace : byEffort) }
  })
  const slowest = offices.reduce<(typeof offices)[number] | undefined>(
    (worst, each) => (worst && Temporal.Instant.compare(worst.expected, each.expected) >= 0 ? worst : each),
    undefined,
  )
  if (!slowest) return { by: usual, usual, expected: usual, because: 'usual', ahead: 0, people: 0, minutes }
  if (offices.some(({ people }) => people === 0))
    return { by: usual, usual, expected: usual, because: 'nobody', ahead: slowest.ahead, people: 0, minutes }
  const { ahead, people, expected } = slowest
  if (Temporal.Instant.compare(expected, usual) <= 0) return { by: usual, usual, expected, because: 'usual', ahead, people, minutes }
  const by = endOfDay(calendar, expected)
  return { by, usual, expected, because: 'queue', ahead, people, minutes: businessMinutesBetween(calendar, now, by) }
}

/** A later date is given as a day, not as a minute: until the end of the working day that it falls into. */
const endOfDay = (calendar: BusinessCalendar, at: Temporal.Instant): Temporal.Instant => {
  const next = addBusinessMinutes(calendar, at, workingDayMinutes(calendar))
  const day = at.toZonedDateTimeISO(calendar.timeZone).startOfDay().add({ days: 1 }).toInstant()
  const rest = businessMinutesBetween(calendar, at, day)
  return rest > 0 ? addBusinessMinutes(calendar, at, rest) : next
}
