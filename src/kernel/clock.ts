/** Where the time comes from. Rules take an instant as a value; only the composition root holds a clock. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }
