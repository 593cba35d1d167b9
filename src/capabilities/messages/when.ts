import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { workingHours } from '#src/kernel/business-calendar.ts'
import type { Message } from '#src/kernel/message.ts'

/** How somebody wants to be told. */
export interface Wish {
  /** `none`: they look into the program. */
  readonly channel: 'mail' | 'chat' | 'none'
  /** `act-only`: no word of what asks nothing of them; `digest-only`: nothing at once. */
  readonly level: 'everything' | 'act-only' | 'digest-only'
  /** Times on their wall, such as 08:00. Quiet hours may go over midnight. */
  readonly digestAt: string
  readonly quietFrom: string | null
  readonly quietTo: string | null
  readonly timeZone: string
}

/** The day on somebody's wall. */
export const dayOf = ({ timeZone }: Pick<Wish, 'timeZone'>, now: Temporal.Instant): string =>
  now.toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** When the quiet hours end that somebody is in; null where they are in none. */
export const quietUntil = ({ quietFrom, quietTo, timeZone }: Wish, now: Temporal.Instant): Temporal.Instant | null => {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return null
  const local = now.toZonedDateTimeISO(timeZone)
  const at = local.toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' })
  const overnight = quietFrom > quietTo
  const within = overnight ? at >= quietFrom || at < quietTo : at >= quietFrom && at < quietTo
  if (!within) return null
  const day = overnight && at >= quietFrom ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  const ends = day.toZonedDateTime({ timeZone, plainTime: quietTo }).toInstant()
  // In a night in which an hour comes twice the clock shows quiet hours again that were over.
  return Temporal.Instant.compare(ends, now) > 0 ? ends : null
}

/** In a letter of its own, with the next digest, in the inbox alone, or not before a moment. */
export type Way = 'single' | 'held' | 'kept' | Temporal.Instant

/**
 * How a message goes that its reader has to act on. One place of the day's letters is kept for the digest, so that nobody gets more
 * of both together than the cap. What guards somebody's ways in passes over all that: whoever took one over could fill the day.
 */
export const wayOf = (
  { loud, guarding }: Pick<Message, 'loud' | 'guarding'>,
  wish: Wish,
  { singles, dailyLetters, now }: { singles: number; dailyLetters: number; now: Temporal.Instant },
): Way => {
  const quiet = loud ? null : quietUntil(wish, now)
  if (guarding) return quiet ?? 'single'
  if (wish.channel === 'none') return 'kept'
  if (wish.level === 'digest-only' && !loud) return 'held'
  if (quiet !== null) return quiet
  return singles < dailyLetters - 1 ? 'single' : 'held'
}

/** Up to when somebody's digest of today tells; null on a day without work, or before its time has come. */
export const digestUpTo = (wish: Wish, calendar: BusinessCalendar, now: Temporal.Instant): Temporal.Instant | null => {
  const day = Temporal.PlainDate.from(dayOf(wish, now))
  if (workingHours(calendar, day) === null) return null
  const moment = day.toZonedDateTime({ timeZone: wish.timeZone, plainTime: wish.digestAt }).toInstant()
  return Temporal.Instant.compare(moment, now) <= 0 ? moment : null
}
