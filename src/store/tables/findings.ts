import type { ColumnType, Generated } from 'kysely'
import type { Json, MaybeMoment, Moment } from './columns.ts'

/** Something that is not as the charter wants it. One is live for each rule and subject. */
export interface FindingTable {
  id: string
  version: number
  sealSalt: Buffer
  rule: string
  subjectKind: 'solution' | 'review' | 'tool' | 'person' | 'program'
  subjectId: string
  severity: 'high' | 'medium' | 'low'
  /** Numbers, days and ids that its sentence speaks of. */
  values: Json<Readonly<Record<string, string | number | boolean | null>>>
  state: 'open' | 'snoozed' | 'cleared'
  foundAt: Moment
  dueAt: Moment
  assigneeId: string | null
  snoozedUntil: MaybeMoment
  snoozeReason: string | null
  clearedAt: MaybeMoment
}

/** How a rule of findings is set; a rule without a row is on. */
export interface FindingRuleTable {
  /** The rule's own name. */
  id: string
  version: number
  sealSalt: Buffer
  mode: 'off' | 'preview' | 'on'
  /** How many findings it may open a day; null: any number. */
  cap: number | null
  /** Whether it also does something about what it found, and how often in one night. */
  effect: ColumnType<'off' | 'preview' | 'on', 'off' | 'preview' | 'on' | undefined, 'off' | 'preview' | 'on'>
  effectCap: ColumnType<number, number | undefined, number>
}

/** What a rule did by itself about something that it had found; once for each finding. */
export interface EffectTable {
  id: string
  version: number
  sealSalt: Buffer
  rule: string
  does: 'stop'
  findingId: string
  solutionId: string
  /** The version of the solution’s row that it left: while that is the newest, nobody has changed it since. */
  solutionVersion: number
  /** The day in the company’s time zone on which that night’s acting began. */
  night: string
  actedAt: Moment
  undoUntil: Moment
  undoneAt: MaybeMoment
  /** The second person, and the first. */
  undoneBy: string | null
  undoProposedBy: string | null
}

/** What one night came to for a rule; the newest one says whether its cap holds anything back. */
export interface EffectNightTable {
  id: string
  version: number
  sealSalt: Buffer
  rule: string
  night: string
  acted: number
  /** How many it would have acted on if its cap had let it. */
  heldBack: number
}

/** When a subject has to be looked at again, and who answered for it when it was last looked at. */
export interface WatchTable {
  subjectKind: string
  subjectId: string
  /** Null where time alone changes nothing. */
  nextChangeAt: MaybeMoment
  ownerId: string | null
}

/** One row, or none before the first sweep: how far sweeps came. */
export interface SweepPositionTable {
  single: Generated<boolean>
  /** The first entry of the ledger that was not looked at. */
  nextLeaf: number
  /** The latest time by which anything was judged. */
  sweptAt: MaybeMoment
  /** Charter, tools and settings by which everything was last judged. */
  mark: string | null
}
