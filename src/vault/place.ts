import type { Selectable } from 'kysely'
import type { Tables } from '#src/store/index.ts'

/** Where a sealed value stands. It opens there and nowhere else, so these names are part of what is stored. */
export interface Place {
  table: string
  row: string
  column: string
}

/** A column of sealed values. Only registered ones are sealed, because a new data key must reach them all. */
export interface SealedColumn {
  readonly table: string
  /** The column that names a row, of type text. */
  readonly id: string
  readonly column: string
}

/** Columns of a table that hold a T. */
type ColumnOf<T extends keyof Tables, V> = {
  [C in keyof Selectable<Tables[T]> & string]: NonNullable<Selectable<Tables[T]>[C]> extends V ? C : never
}[keyof Selectable<Tables[T]> & string]

/**
 * Declares a column of sealed values. In SQL its name begins with `sealed_`, so that one which nobody declared is noticed
 * (see `undeclared`); and it is no column that the ledger governs, because a new data key changes its bytes and not what
 * it says.
 */
export const sealedColumn = <T extends keyof Tables>(declared: {
  table: T
  id: ColumnOf<T, string>
  column: ColumnOf<T, Buffer>
}): SealedColumn => declared

/** The place of a row's value in a sealed column. */
export const placeIn = ({ table, column }: SealedColumn, row: string): Place => ({ table, row, column })
