import { z } from 'zod'

/**
 * Text from outside: trimmed, at least one character, at most `max` UTF-16 units, and storable. PostgreSQL has no NUL,
 * UTF-8 no lone surrogate; other control characters (tab and line feed excepted where `lines` is set) and the
 * bidirectional overrides could forge a log line or a page (Unicode TR #36 §2.10).
 */
export const text = (max: number, { lines = false }: { lines?: boolean } = {}) =>
  z
    .string()
    .trim()
    .min(1, 'Write something here.')
    .max(max, `Use at most ${max} characters.`)
    .refine(value => value.isWellFormed(), 'This text is damaged: it contains half of a character. Type it again.')
    .refine(value => !(lines ? forbiddenInLines : forbidden).test(value), 'Remove invisible control characters.')

const forbidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
/** As above, with tab, line feed and carriage return allowed. */
const forbiddenInLines = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u

/** A row's id as `newId` makes it. */
export const id = () => z.uuid('This is not an id of ours; copy it from the address or the list.')

/** The caller's name for a request: any short printable word, unique per caller. */
export const requestId = () =>
  z.string().regex(/^[\x21-\x7e]{8,128}$/, 'Use 8 to 128 printable characters without spaces, different for each request.')

/** The version that the caller has read. */
export const version = () => z.int('Give the version as a whole number, as the last answer showed it.').min(1)
