import type { Generated } from 'kysely'
import type { Json, MaybeMoment, Moment } from './columns.ts'

/** Immediate suspension of everything that uses one thing. In force from the moment that the row is there until it is lifted. */
export interface StopTable {
  id: string
  /** The number in the key that people use, STOP-0007. */
  number: Generated<number>
  version: number
  sealSalt: Buffer
  kind: 'solution' | 'tool' | 'model' | 'unit'
  /** The id of the solution, the tool (of a model: whose it is) or the unit. */
  targetId: string
  /** Where one model of a tool is stopped. */
  model: string | null
  because: string
  incidentId: string | null
  startedBy: string
  startedByHuman: string
  startedAt: Moment
  /** How many solutions it found running. */
  running: number
  /** When the last of them was suspended; null as long as some still have to be. */
  fullAt: MaybeMoment
  liftedAt: MaybeMoment
  liftedBy: string | null
  liftProposedBy: string | null
  /** When the last of them had been looked at again after it was lifted. */
  releasedAt: MaybeMoment
}

/** What a stop did to one solution, and what became of that when it was lifted. */
export interface HoldTable {
  id: string
  version: number
  sealSalt: Buffer
  stopId: string
  solutionId: string
  heldAt: Moment
  /** False where something else had suspended it already. */
  suspended: boolean
  endedAt: MaybeMoment
  outcome: 'resumed' | 'kept' | null
  /** What keeps it suspended. */
  kept: Json<{ reason: string; remedy: string }[]>
}

/** Something that went wrong, from the first notice to what was learned. */
export interface IncidentTable {
  id: string
  /** The number in the key that people use, INC-0001. */
  number: Generated<number>
  version: number
  sealSalt: Buffer
  title: string
  whatHappened: string
  severity: 'near-miss' | 'minor' | 'serious' | 'critical'
  noticedAt: Moment
  openedBy: string
  openedByHuman: string
  openedAt: Moment
  state: 'open' | 'contained' | 'closed'
  containedAt: MaybeMoment
  closedAt: MaybeMoment
  closedBy: string | null
  closedByHuman: string | null
  /** Solutions that it is about besides those of its stops. */
  solutions: Json<string[]>
  cause: string | null
  lessons: string | null
}

export interface IncidentNoteTable {
  id: string
  version: number
  sealSalt: Buffer
  incidentId: string
  /** When it happened, which may be long before somebody wrote it down. */
  at: Moment
  text: string
  writtenBy: string
  writtenAt: Moment
}

export interface IncidentActionTable {
  id: string
  version: number
  sealSalt: Buffer
  incidentId: string
  what: string
  ownerId: string
  /** The last day on which it is in time, an ISO date. */
  dueOn: string
  doneAt: MaybeMoment
  doneBy: string | null
  /** Why it was given a later day. */
  deferredBecause: string | null
}
