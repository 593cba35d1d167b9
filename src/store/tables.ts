import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/**
 * Every table, side by side. Names are camelCase here and snake_case in SQL. What a column means and who may change it
 * stands with the capability that owns the table; the SQL that makes it stands in `migrations/`.
 */
export interface Tables {
  person: PersonTable
  session: SessionTable
  solution: SolutionTable
  shippedCharter: ShippedCharterTable
  charterVersion: CharterVersionTable
  request: RequestTable
  ledgerEntry: LedgerEntryTable
  ledgerPersonal: LedgerPersonalTable
  ledgerTile: LedgerTileTable
  ledgerHead: LedgerHeadTable
  ledgerCheckpoint: LedgerCheckpointTable
}

/** Read as an instant, written as ISO 8601 text. */
type Moment = ColumnType<Temporal.Instant, string, string>
/** Read as a value, written as JSON text (the driver would write an array as a PostgreSQL array). */
type Json<T> = ColumnType<T, string, string>

export interface PersonTable {
  id: string
  version: number
  sealSalt: Buffer
  name: string
  jobTitle: string
  unit: string
  roles: Json<string[]>
  active: boolean
}

export interface SessionTable {
  /** SHA-256 of the secret; the secret itself is never stored. */
  secretHash: Buffer
  id: string
  version: number
  sealSalt: Buffer
  personId: string
  startedAt: Moment
  expiresAt: Moment
  endedAt: ColumnType<Temporal.Instant | null, string | null, string | null>
}

export interface SolutionTable {
  id: string
  /** The number in the key that people use, SOL-0042. */
  number: Generated<number>
  version: number
  sealSalt: Buffer
  name: string
  purpose: string
  makerId: string
  ownerId: string
  facts: Json<Record<string, unknown>>
  charterVersion: string
  /** Null where it was decided before digests were kept. */
  charterDigest: string | null
  tier: number
  verdict: string
  state: string
  createdAt: Moment
  changedAt: Moment
}

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

/** What a repeated request is answered with; kept for a day. */
export interface RequestTable {
  actor: string
  requestId: string
  operation: string
  inputDigest: Buffer
  output: Json<unknown>
  entries: Json<number[]>
  at: Moment
}

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
