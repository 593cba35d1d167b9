import type { Json, MaybeJson, MaybeMoment, Moment } from './columns.ts'

/** A key that seals secrets. Retired ones open what they sealed until it has been sealed anew. */
export interface DataKeyTable {
  /** A UUID; each sealed value carries it. */
  id: string
  version: number
  sealSalt: Buffer
  /** Wrapped by the master key. */
  wrapped: Buffer
  /** The id of that master key. */
  master: string
  state: 'current' | 'retired'
  /** How many values had been sealed, under whichever keys, when this one was made. */
  sealedFrom: number
  createdAt: Moment
  retiredAt: MaybeMoment
}

/** A host and port of a private network that the exit may call until it is withdrawn. */
export interface PrivateTargetTable {
  id: string
  version: number
  sealSalt: Buffer
  /** In the one spelling by which calls are compared. */
  host: string
  port: number
  reason: string
  addedAt: Moment
  endedAt: MaybeMoment
}

/** A piece of long work: where it stands, who is at it and until when they have it. */
export interface JobTable {
  id: string
  kind: string
  /** At most one job of a kind has a key: the night that it is for, or the request that asked for it. */
  key: string
  input: Json<unknown>
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  /** Where the next step begins; null before the first. */
  cursor: MaybeJson<unknown>
  done: number
  /** Of how many, where that is known. */
  ofAll: number | null
  dueAt: Moment
  /** Which process is at it, and until when nobody else takes it. */
  holder: string | null
  leaseUntil: MaybeMoment
  /** Attempts at the present step that failed. */
  tries: number
  trouble: string | null
  /** Null where the schedule asked. */
  askedBy: string | null
  madeAt: Moment
  startedAt: MaybeMoment
  endedAt: MaybeMoment
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
