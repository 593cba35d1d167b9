import type { ColumnType } from 'kysely'

/** Read as an instant, written as ISO 8601 text. */
export type Moment = ColumnType<Temporal.Instant, string, string>
/** Read as a value, written as JSON text (the driver would write an array as a PostgreSQL array). */
export type Json<T> = ColumnType<T, string, string>

/** A value that may be missing. */
export type MaybeJson<T> = ColumnType<T | null, string | null | undefined, string | null>

/** A moment that may not have come. */
export type MaybeMoment = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
