import { createHmac } from 'node:crypto'
import type { Selectable } from 'kysely'
import { canonical } from '#src/kernel/canonical.ts'
import type { Tables } from '#src/store/index.ts'
import type { Subject } from './define-entry.ts'

/** What every row has whose changes the ledger proves. */
export interface GovernedRow {
  readonly id: string
  /** One more with each change. */
  readonly version: number
  /**
   * At least 128 random bits. The digest in the ledger is keyed with it and tells nothing once the row is gone. Whoever
   * erases personal content but keeps the row must draw a new salt, or the old content could be guessed from its digest.
   */
  readonly sealSalt: Uint8Array
}

/** Row types of the tables that can be governed. */
type GovernedTables = { [T in keyof Tables as Selectable<Tables[T]> extends GovernedRow ? T : never]: Selectable<Tables[T]> }

/** A table whose rows and newest entries must agree; `verifyState` compares them. */
export interface Governed<Row extends GovernedRow = GovernedRow> {
  readonly kind: string
  readonly table: string
  /** The row as it stands after the change, read back from the database: what PostgreSQL rounds must be rounded here too. */
  subject(row: Row): Subject
  /** The row as it was before it was deleted. */
  ended(row: Row): Subject
}

/** Which columns a digest covers, so that a later declaration with more columns doesn't disown the earlier digests. */
const DECLARATION = 1
const MIN_SALT_BYTES = 16

/** Declares a governed table: what its rows are called in the ledger, and the columns that may not change silently. */
export const governed = <T extends keyof GovernedTables, C extends keyof GovernedTables[T] & string>(declared: {
  kind: string
  table: T
  columns: readonly C[]
}): Governed<GovernedRow & Pick<GovernedTables[T], C>> => {
  const { kind, table, columns } = declared
  const digest = (row: GovernedRow & { readonly [column in C]: unknown }): string => {
    if (row.sealSalt.length < MIN_SALT_BYTES) throw new Error(`${kind} ${row.id} has a seal salt of fewer than ${MIN_SALT_BYTES} bytes`)
    const content = Object.fromEntries(columns.map(column => [column, plain(row[column], `${kind}.${column}`)]))
    return `${DECLARATION}:${createHmac('sha256', row.sealSalt)
      .update(canonical([kind, row.id, row.version, content]))
      .digest('base64')}`
  }
  return {
    kind,
    table,
    subject: row => ({ kind, id: row.id, version: row.version, digest: digest(row) }),
    ended: row => ({ kind, id: row.id, version: row.version, digest: null, ended: true }),
  }
}

/** A column's value as JSON has it. */
const plain = (value: unknown, column: string): unknown => {
  if (value === undefined) throw new Error(`${column} is missing from the row: select all governed columns`)
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (value instanceof Temporal.Instant) return value.toString()
  return value
}
