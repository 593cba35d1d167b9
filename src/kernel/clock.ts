/** Where the time comes from. Rules take an instant as a value; only the composition root holds a clock. */
export interface Clock {
  now(): Temporal.Instant
}

/** In microseconds, which is what the store keeps: an instant that was stored and read again is not later than it was. */
/** A clock that goes as another one does, so many milliseconds ahead of it, or behind. */
export const aheadOf = (clock: Clock, milliseconds: number): Clock => ({ now: () => clock.now().add({ milliseconds }) })

export const systemClock: Clock = { now: () => Temporal.Now.instant().round({ smallestUnit: 'microsecond', roundingMode: 'floor' }) }

export interface SettableClock extends Clock {
  set(now: Temporal.Instant): void
}

/** Stands still until it is set, for a history that is lived faster than time passes; it never goes back. */
export const settableClock = (start: Temporal.Instant): SettableClock => {
  let at = start
  return {
    now: () => at,
    set(now) {
      if (Temporal.Instant.compare(now, at) > 0) at = now
    },
  }
}
