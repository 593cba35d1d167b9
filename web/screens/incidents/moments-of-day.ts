/** What a field for a moment shows of an instant, in the browser’s own time zone. */
export const fieldOf = (iso: string): string => {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** The instant that somebody typed into such a field; what is no moment goes on as it was typed, so that the server says what is wrong. */
export const momentOf = (typed: string): string => {
  const at = new Date(typed)
  return Number.isNaN(at.getTime()) ? typed : at.toISOString()
}
