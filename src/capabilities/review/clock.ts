import { addBusinessMinutes, businessMinutesBetween, workingDayMinutes } from '#src/kernel/business-calendar.ts'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'

/** A time in which a review waits for somebody who is none of its reviewers. */
export interface Pause {
  from: string
  /** Null while it lasts. */
  to: string | null
  waitsFor: string
}

export interface Timed {
  submittedAt: Temporal.Instant
  promisedMinutes: number
  pauses: readonly Pause[]
  endedAt: Temporal.Instant | null
}

/** What a clock shows, in business minutes. */
export interface Clock {
  /** For how long it has been in the reviewers' hands. */
  ours: number
  /** For how long whoever submitted it has waited, whoever's turn it was. */
  makers: number
  /** What is left of the promise; below zero once it is broken. Stands still during a pause. */
  left: number
  /** The pause that lasts. */
  paused: Pause | null
}

/** “Under five business days” is one minute less than five whole ones; “within” may use the last minute. */
export const promisedMinutes = (
  calendar: BusinessCalendar,
  { businessDays, underThat }: { businessDays: number; underThat: boolean },
): number => Math.max(0, businessDays * workingDayMinutes(calendar) - (underThat ? 1 : 0))

/** The two clocks of a review: they are computed from what happened and never count by themselves. */
export const clockOf = (
  calendar: BusinessCalendar,
  { submittedAt, promisedMinutes, pauses, endedAt }: Timed,
  now: Temporal.Instant,
): Clock => {
  const until = endedAt ?? now
  const makers = businessMinutesBetween(calendar, submittedAt, until)
  const ours = makers - pausedFor(calendar, pauses, until)
  return { ours, makers, left: promisedMinutes - ours, paused: pauses.find(({ to }) => to === null) ?? null }
}

/** When the promised minutes will be used up, if no further pause comes. A pause that lasts is counted until `now`. */
export const dueAt = (
  calendar: BusinessCalendar,
  { submittedAt, promisedMinutes, pauses }: Omit<Timed, 'endedAt'>,
  now: Temporal.Instant,
) => addBusinessMinutes(calendar, submittedAt, promisedMinutes + pausedFor(calendar, pauses, now))

const pausedFor = (calendar: BusinessCalendar, pauses: readonly Pause[], until: Temporal.Instant): number =>
  pauses.reduce(
    (sum, { from, to }) =>
      sum + businessMinutesBetween(calendar, Temporal.Instant.from(from), to === null ? until : Temporal.Instant.from(to)),
    0,
  )
