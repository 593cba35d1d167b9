import { randomBytes, randomUUIDv7 } from 'node:crypto'

let source: () => string = randomUUIDv7

/** A new row's id: UUID version 7 (RFC 9562 §5.7), so that ids made together stand together in an index. */
export const newId = (): string => source()

/**
 * Takes ids from elsewhere, for a history that has to come out the same each time it is told: who is drawn for a second look
 * follows from an id. @returns puts the usual ids back.
 */
export const takeIdsFrom = (other: () => string): (() => void) => {
  source = other
  return () => {
    source = randomUUIDv7
  }
}

/** A secret that a person or program will show later: 256 bits, in letters that survive a URL and a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
