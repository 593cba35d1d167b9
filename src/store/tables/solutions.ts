import type { ColumnType, Generated } from 'kysely'
import type { Json, MaybeMoment, Moment } from './columns.ts'

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
  backupOwnerId: ColumnType<string | null, string | null | undefined, string | null>
  /** Accounts of those who build it too. */
  coMakers: ColumnType<string[], string | undefined, string>
  /** The maker's unit when it was registered, until the registry says otherwise. */
  unitId: string | null
  platform: ColumnType<string | null, string | null | undefined, string | null>
  /** What the platform calls it, so that what is found there is recognised. */
  platformIds: ColumnType<string[], string | undefined, string>
  environment: ColumnType<string | null, string | null | undefined, string | null>
  benefit: ColumnType<Benefit | null, string | null | undefined, string | null>
  /** What its profile asks at registration: the question in English to the answer. */
  answers: ColumnType<Record<string, string>, string | undefined, string>
  /** Facts, charter, tier and verdict of the declaration that it runs or may run under, else of the newest one. */
  facts: Json<Record<string, unknown>>
  charterVersion: string
  charterDigest: string
  tier: number
  verdict: string
  state: string
  /** The approved declaration that it runs or may run under. */
  runningId: ColumnType<string | null, string | null | undefined, string | null>
  /** The declaration beside it that is not approved yet, or came to nothing. */
  draftId: ColumnType<string | null, string | null | undefined, string | null>
  expiresAt: MaybeMoment
  recertifiedAt: MaybeMoment
  /** Until when it may be tried out with public and made-up data. */
  sandboxUntil: MaybeMoment
  stopped: ColumnType<Stopped | null, string | null | undefined, string | null>
  retired: ColumnType<Retired | null, string | null | undefined, string | null>
  /** Whether the center of excellence recommends it as a template. */
  reusable: ColumnType<boolean, boolean | undefined, boolean>
  createdAt: Moment
  changedAt: Moment
}

/** What somebody expects of a solution, and what it is measured against. */
export interface Benefit {
  kind: 'time' | 'errors' | 'money' | 'quality'
  perMonth: number
  unit: string
  /** How it was before; null where nobody has measured it yet. */
  baseline: number | null
  how: string
}

/** Who stopped a solution, when and why. */
export interface Stopped {
  by: string
  human: string
  at: string
  because: string
  /** The rule of findings by which the program did it by itself. */
  rule?: string
  /** The key of the stop that suspended it together with others. */
  stop?: string
}

export interface Retired {
  by: string
  at: string
  because: string
  /** Until then it can be taken back. */
  undoUntil: string
  /** What it was before, and the stop that it was under then. */
  from: string
  stopped: Stopped | null
}

/** Everybody who ever had a hand in a solution; rows are added and never taken away. */
export interface SolutionAuthorTable {
  solutionId: string
  personId: string
  /** The human being behind the account at that time; accounts that are joined later count as well. */
  human: string
  how: 'made' | 'owned' | 'stood-in' | 'co-made' | 'submitted' | 'changed'
  since: Moment
}

/** A list that somebody goes back to. */
export interface SavedViewTable {
  id: string
  version: number
  sealSalt: Buffer
  personId: string
  name: string
  filters: Json<Record<string, unknown>>
}
