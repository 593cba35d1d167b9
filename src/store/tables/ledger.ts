import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Moment } from './columns.ts'

export interface LedgerEntryTable {
  id: GeneratedAlways<number>
  leafIndex: ColumnType<number | null, never, number>
  type: string
  version: number
  subjectKind: string
  subjectId: string
  /** Null where the subject is no governed row. */
  subjectVersion: number | null
  actor: string
  at: Moment
  body: string
  leafHash: ColumnType<Buffer | null, never, Buffer>
  seal: ColumnType<Buffer | null, never, Buffer>
}

export interface LedgerPersonalTable {
  entryId: number
  field: string
  salt: Buffer
  value: string
}

export interface LedgerTileTable {
  level: number
  index: number
  hashes: Buffer
}

export interface LedgerHeadTable {
  single: Generated<boolean>
  size: number
  root: Buffer
  origin: string
  vkey: string
}

export interface LedgerCheckpointTable {
  size: number
  note: string
  at: Moment
}
