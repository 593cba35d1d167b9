/** How far the server's clock is ahead of this browser's; in a loaded demo that may be months, either way. */
let ahead = 0

/** Learns the time from an answer that says it. */
export const learnTime = (said: string): void => {
  ahead = Date.parse(said) - Date.now()
}

/** The time at the server, as ISO 8601: what pages say of today is said by this. */
export const timeThere = (): string => new Date(Date.now() + ahead).toISOString()
