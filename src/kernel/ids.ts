import { randomBytes, randomUUIDv7 } from 'node:crypto'

/** A new row's id: UUID version 7 (RFC 9562 §5.7), so that ids made together stand together in an index. */
export const newId = (): string => randomUUIDv7()

/** A secret that a person or program will show later: 256 bits, in letters that survive a URL and a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
