import type { MaybeMoment, Moment } from './columns.ts'

/** An offer to answer for a solution. */
export interface HandoverTable {
  id: string
  version: number
  sealSalt: Buffer
  solutionId: string
  role: 'owner' | 'backup-owner'
  state: 'offered' | 'accepted' | 'declined' | 'withdrawn'
  offeredBy: string
  offeredTo: string
  offeredAt: Moment
  note: string
  decidedAt: MaybeMoment
  decisionNote: string | null
}

/** Somebody put their name under one version of the standards. */
export interface StandardsAcceptanceTable {
  id: string
  version: number
  sealSalt: Buffer
  personId: string
  human: string
  standardsVersion: string
  /** Digest of what they say: a changed text under the same version is another page. */
  standardsDigest: string
  /** As they typed it. */
  name: string
  acceptedAt: Moment
}

/** An idea that went to the central team, and its receipt. */
export interface ReferralTable {
  id: string
  version: number
  sealSalt: Buffer
  solutionId: string
  declarationId: string
  referredAt: Moment
  receiptDueAt: Moment
  receivedBy: string | null
  receivedAt: MaybeMoment
  /** What the central team calls it. */
  reference: string | null
}

/** Leave not to meet a duty of a solution's until a day. */
export interface WaiverTable {
  id: string
  version: number
  sealSalt: Buffer
  /** What is put off, as the charter's list of waivers calls it. */
  what: string
  solutionId: string
  reason: string
  /** The last day on which it holds, an ISO date. */
  endsOn: string
  state: 'requested' | 'granted' | 'declined' | 'ended'
  requestedBy: string
  requestedByHuman: string
  requestedAt: Moment
  decidedBy: string | null
  decidedByHuman: string | null
  decidedAt: MaybeMoment
  decisionNote: string | null
  endedBy: string | null
  endedAt: MaybeMoment
}
