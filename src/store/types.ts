import { sql } from 'kysely'
import pg from 'pg'

const int8 = 20
const date = 1082
const timestamptz = 1184

/**
 * How PostgreSQL's values arrive in code, on both stores: `bigint` as a number (refused beyond 2^53 − 1 rather than
 * rounded), `timestamptz` as an instant, `date` as its ISO 8601 text. `numeric` stays a string.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    if (oid === int8) return safeInteger
    if (oid === timestamptz) return instant
    if (oid === date) return String
    return pg.types.getTypeParser(oid, format)
  },
}

const safeInteger = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database holds ${text}, beyond the integers that code can count.`)
  return value
}

/** PostgreSQL writes `2026-11-23 09:00:00.123456+00`; the session's time zone is UTC (see `connect`). */
const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text.replace(' ', 'T'))

/** An instant as PostgreSQL writes it (`::text`): for a long list, whose lines only pass it on and would spend half their time on reading it. */
export type InstantText = `${number}-${string}+00`

/** An instant in ISO 8601. */
export const isoOf = (moment: Temporal.Instant | InstantText): string =>
  typeof moment === 'string' ? `${moment.slice(0, -3).replace(' ', 'T')}Z` : moment.toString()

/** An instant as a value to compare a column with. */
export const at = (moment: Temporal.Instant) => sql<Temporal.Instant>`${moment.toString()}::timestamptz`
