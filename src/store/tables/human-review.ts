import type { ColumnType } from 'kysely'
import type { Json, MaybeMoment, Moment } from './columns.ts'

/** Empty until something happened. */
type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

/** Who looks at what a solution writes before it leaves the company; its id is the solution's. */
export interface ContentStepTable {
  id: string
  version: number
  sealSalt: Buffer
  /** Accounts, each of which may decide. */
  reviewers: Json<string[]>
  /** How long content may wait at most, in business minutes. */
  deadlineMinutes: number
  /** How many days after its verdict a text is kept. */
  keepDays: number
  namedBy: string
  namedAt: Moment
  /** What signs the messages to callback addresses. */
  sealedSecret: Later<Buffer>
}

/** One piece of content that waits or waited for a person. Its texts stand in `contentPart`, sealed. */
export interface ContentReviewTable {
  id: string
  version: number
  sealSalt: Buffer
  solutionId: string
  /** The approved version under which the solution ran; null where it was tried in its sandbox. */
  declarationId: Later<string>
  kind: 'mail' | 'message' | 'document' | 'other'
  recipient: 'customer' | 'supplier' | 'authority' | 'public' | 'other'
  /** SHA-256 of the exact UTF-8 bytes that were submitted, in hex. */
  digest: string
  characters: number
  submittedBy: string
  submittedAt: Moment
  dueAt: Moment
  /** When the content was first shown to whom. */
  opened: Json<Record<string, string>>
  state: 'open' | 'approved' | 'rejected' | 'withdrawn'
  decidedBy: Later<string>
  decidedAt: MaybeMoment
  /** Whether whoever decided had signed in themself. */
  attended: Later<boolean>
  /** Whether it was approved sooner than anybody can have read it. */
  quick: Later<boolean>
  approvedDigest: Later<string>
  /** Characters that the reviewer added and removed. */
  added: Later<number>
  removed: Later<number>
  contentDeletedAt: MaybeMoment
}

export interface ContentPartTable {
  /** Review, what it is a part of, and the number of the part. */
  id: string
  reviewId: string
  what: 'submitted' | 'approved' | 'reason' | 'callback'
  part: number
  sealedPart: Buffer
}

/** That somebody is to be told of a verdict at an address; its id is the review's. */
export interface ContentCallbackTable {
  id: string
  state: 'waiting' | 'delivered' | 'given-up'
  /** When it is told next: at once after a verdict, else when the time for one is over. */
  dueAt: Moment
  tries: number
  /** Why the last attempt failed, as a code. */
  trouble: string | null
}
