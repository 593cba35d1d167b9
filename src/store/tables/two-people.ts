import type { Json, MaybeMoment, Moment } from './columns.ts'

/** A change that waits for, or had, a second person. */
export interface ProposalTable {
  id: string
  version: number
  sealSalt: Buffer
  kind: string
  /** What it is about; at most one proposal of a kind is open about one subject. */
  subject: string
  content: Json<unknown>
  /** SHA-256 in hex of kind, subject and content: what the second person saw. */
  digest: string
  note: string
  state: 'open' | 'adopted' | 'declined' | 'withdrawn' | 'expired'
  proposedBy: string
  proposedByHuman: string
  proposedAt: Moment
  expiresAt: Moment
  decidedBy: string | null
  decidedByHuman: string | null
  decidedAt: MaybeMoment
  /** Why it was declined. */
  decisionNote: string | null
}

/** A role that somebody took without a second person, for hours, to be reviewed by another human. */
export interface EmergencyTable {
  id: string
  version: number
  sealSalt: Buffer
  personId: string
  human: string
  role: string
  reason: string
  openedAt: Moment
  endsAt: Moment
  endedAt: MaybeMoment
  reviewedBy: string | null
  reviewedByHuman: string | null
  reviewedAt: MaybeMoment
  review: string | null
}
