import type { ColumnType } from 'kysely'
import type { Json, Moment } from './columns.ts'

/** A shipped charter that a company's own was made from. */
export interface ShippedCharterTable {
  /** SHA-256 in hex of what its documents say. */
  digest: string
  label: string
  documents: Json<Record<string, string>>
  keptAt: Moment
}

/** A version of the company's charter. Its documents never change; a change is a new proposal. */
export interface CharterVersionTable {
  id: string
  version: number
  sealSalt: Buffer
  /** The version that the charter gives itself. */
  label: string
  digest: string
  /** As written: file name to text. */
  documents: Json<Record<string, string>>
  state: 'proposed' | 'in-force' | 'superseded' | 'withdrawn'
  basedOn: string
  note: string
  proposedBy: string
  proposedAt: Moment
  adoptedBy: string | null
  adoptedAt: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
  endedAt: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
}
