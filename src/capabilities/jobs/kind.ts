import type { z } from 'zod'
import type { Run } from '#src/kernel/operation.ts'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import type { Db } from '#src/store/index.ts'

/** Where the company's days begin. */
export type Calendar = (db: Db) => Promise<Pick<BusinessCalendar, 'timeZone'>>

/** When the program starts a job by itself. */
export type Schedule =
  /** Every so many minutes, counted from midnight UTC. */
  | { every: 'minutes'; minutes: number }
  /** Once a day at this time on the wall where the company's calendar is. */
  | { every: 'day'; at: `${number}:${number}` }

/** What a step left: where the next one begins, or that there is none. */
export interface Step {
  /** Left out: the work is done. */
  cursor?: unknown
  /** How far it is, in whatever the job counts. */
  done: number
  /** Of how many, where that is known. */
  of?: number | null
  /** How long the next step waits, where it waits for other work; left out: it comes at once. */
  pause?: { seconds: number }
}

export interface StepContext {
  /** Calls operations as the program itself: each is a transaction of its own, with its own entries. */
  run: Run
  /** For the state of the work itself, which proves nothing and has no entries, as the job's own row hasn't. */
  db: Db
  now: Temporal.Instant
}

/**
 * A sort of long work. A step does a bounded part of it and says where to go on. It is done again where its process died in
 * the middle, so what it does through operations must be the same when it is done twice.
 */
export interface JobKind<I extends z.ZodType = z.ZodType> {
  readonly name: string
  /** How sentences speak of it: “the nightly sweep”. */
  readonly called: string
  readonly input: I
  readonly schedule: Schedule | null
  step(input: z.output<I>, cursor: unknown, context: StepContext): Promise<Step>
}

/** Declares a kind of job, so that the compiler derives the type of its input. */
export const jobKind = <I extends z.ZodType>(declared: JobKind<I>): JobKind =>
  ({ ...declared, step: (input, cursor, context) => declared.step(declared.input.parse(input), cursor, context) }) satisfies JobKind

/**
 * The newest moment at which a schedule was due, and the name of that round. Of rounds that were missed only the newest is made
 * up for: what jobs do follows from the state of things and not from how often they ran.
 */
export const newestRound = (schedule: Schedule, { timeZone }: Pick<BusinessCalendar, 'timeZone'>, now: Temporal.Instant) => {
  if (schedule.every === 'minutes') {
    const span = schedule.minutes * 60_000
    const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / span) * span)
    return { at, key: at.toString() }
  }
  const local = now.toZonedDateTimeISO(timeZone)
  const today = local.toPlainDate()
  const on = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone, plainTime: schedule.at })
  const day = Temporal.ZonedDateTime.compare(on(today), local) <= 0 ? today : today.subtract({ days: 1 })
  return { at: on(day).toInstant(), key: day.toString() }
}

/** The next moment at which a schedule asks for a round. */
export const nextRound = (schedule: Schedule, where: Pick<BusinessCalendar, 'timeZone'>, now: Temporal.Instant): Temporal.Instant => {
  const { at } = newestRound(schedule, where, now)
  if (schedule.every === 'minutes') return at.add({ minutes: schedule.minutes })
  const { timeZone } = where
  return at.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: schedule.at }).toInstant()
}
