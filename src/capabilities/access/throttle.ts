/**
 * How failed attempts slow further ones down. Nothing is ever locked for good: each failure above what is free doubles
 * the wait up to a longest one, and failures are forgotten one by one as time passes.
 */
export interface Limit {
  /** Failures that cost nothing, because people mistype. */
  free: number
  firstWait: Temporal.Duration
  longestWait: Temporal.Duration
  /** One failure is forgotten each time this has passed. */
  forgetsOneEach: Temporal.Duration
}

/** What is known of one thing that is guessed at, or one place that guesses come from. */
export interface Tally {
  failures: number
  /** Since when the failures have been counted, less what was forgotten until then. */
  beganAt: Temporal.Instant
  /** Until when nothing is tried. */
  until: Temporal.Instant
}

const ms = (duration: Temporal.Duration): number => duration.total('milliseconds')

/** Above what is free, no more failures than these are kept: the wait has long been the longest one. */
const keptAbove = 16

/** The failures that still count, and since when. */
const remembered = ({ failures, beganAt }: Tally, limit: Limit, now: Temporal.Instant): Pick<Tally, 'failures' | 'beganAt'> => {
  const each = ms(limit.forgetsOneEach)
  const forgotten = Math.max(0, Math.floor((now.epochMilliseconds - beganAt.epochMilliseconds) / each))
  return forgotten >= failures
    ? { failures: 0, beganAt: now }
    : { failures: failures - forgotten, beganAt: beganAt.add({ milliseconds: forgotten * each }) }
}

export const isClosed = (tally: Pick<Tally, 'until'>, now: Temporal.Instant): boolean => Temporal.Instant.compare(now, tally.until) < 0

/** The tally after one more failure. */
export const afterFailure = (tally: Tally | undefined, limit: Limit, now: Temporal.Instant): Tally => {
  const before = tally ? remembered(tally, limit, now) : { failures: 0, beganAt: now }
  const failures = Math.min(before.failures + 1, limit.free + keptAbove)
  const above = failures - limit.free
  const wait = above < 0 ? 0 : Math.min(ms(limit.longestWait), ms(limit.firstWait) * 2 ** above)
  return { failures, beganAt: before.beganAt, until: now.add({ milliseconds: wait }) }
}
