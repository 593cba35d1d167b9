/** What stands in somebody's way, as the server says it. */
export interface Blocker {
  reason: string
  remedy: string
}

/** One refusal in a reader's language, with the number that the server named, or the empty text. */
export type Said = string | ((number: string) => string)

/** The server's own words, which are English. */
export const asTheServerSays = (_: string, { reason, remedy }: Blocker): string => `${reason} ${remedy}`
