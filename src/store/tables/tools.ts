import type { Json, MaybeMoment, Moment } from './columns.ts'

/** A tool that the company keeps beside its charter: what it decided about it, or only whose it is and when it was looked at. */
export interface ToolTable {
  /** The word by which facts name it. */
  id: string
  version: number
  sealSalt: Buffer
  /** What was decided; null where the charter's own list says so. */
  status: 'approved' | 'limited' | 'refused' | 'withdrawn' | null
  /** What decisions and questionnaires read of it; null where the charter's own list says so. */
  listed: Json<ToolListed | null>
  about: Json<ToolAbout>
  /** Who in the center of excellence answers for it. */
  ownerId: string | null
  /** ISO dates. */
  reviewedOn: string | null
  nextReviewOn: string | null
  withdrawnOn: string | null
  replacedBy: Json<string[]>
  reason: string | null
  /** Digest of what decisions read; null where they read nothing of it. */
  mark: string | null
  changedAt: Moment
}

export interface ToolListed {
  name: { en: string; de: string }
  help: { en: string; de: string }
  /** Which classes of data it may see, each up to which tier. */
  approvedFor: { dataClass: string; highestTier: number }[]
  /** Classes of data that are blacked out before they reach it. */
  redact: string[]
}

export interface ToolAbout {
  vendor: string
  /** The only ones permitted; empty: any. */
  models: string[]
  features: string[]
  contract: string | null
  dataProcessing: string | null
  /** Where it keeps or works on data. */
  regions: string[]
  trainsOnOurData: 'no' | 'opt-out' | 'yes' | 'unknown'
}

/** What somebody wants a tool to be approved as. */
export interface ToolRequestTable {
  id: string
  version: number
  sealSalt: Buffer
  tool: string
  content: Json<{ listed: ToolListed; about: ToolAbout; ownerId: string | null }>
  /** SHA-256 in hex of tool and content: what a sign-off counts for. */
  digest: string
  /** What it is needed for. */
  note: string
  /** Why no approved tool will do, where some could. */
  noneFits: string | null
  state: 'open' | 'approved' | 'returned' | 'refused' | 'withdrawn'
  requestedBy: string
  requestedByHuman: string
  requestedAt: Moment
  endedAt: MaybeMoment
}
