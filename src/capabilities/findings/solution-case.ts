/** Somebody who answers for a solution. */
export interface Standing {
  id: string
  state: 'active' | 'suspended' | 'left'
  stateSince: Temporal.Instant
}

/** Everything about one solution that rules look at, gathered at one moment. */
export interface SolutionCase {
  id: string
  state: string
  tier: number
  expiresAt: Temporal.Instant | null
  owner: Standing
  backup: Standing | null
  /** How many solutions that run its owner answers for, this one included. */
  ownerLoad: number
  /** Facts of the version that runs, else of the newest. */
  facts: Readonly<Record<string, unknown>>
  /** Whether its owner accepted the standards that are in force; they bind tier 1. */
  standardsAccepted: boolean
  /** What it was approved under and when; null where it never was. */
  approvedAt: Temporal.Instant | null
  /** When it was last audited; null: never. */
  auditedAt: Temporal.Instant | null
  conditions: readonly { needed: 'before' | 'after'; dueOn: string | null; state: string }[]
  /** Tools that it uses and that the program keeps a record of. */
  tools: readonly { id: string; status: string; withdrawnOn: string | null }[]
  /** Leave to put something off: what, and the last day of it. */
  waivers: readonly { what: string; endsOn: string }[]
}

/** A review that is open. */
export interface ReviewCase {
  id: string
  purpose: string
  tier: number | null
  /** Null while its clock stands still. */
  dueAt: Temporal.Instant | null
  /** From when on what is left is little: when the last step of its lane comes. */
  lateFrom: Temporal.Instant | null
  submittedAt: Temporal.Instant
}

export interface ToolCase {
  id: string
  status: string
  nextReviewOn: string | null
  owner: Standing | null
}

/** The program as a whole. */
export interface ProgramCase {
  /** Whether two people have adopted the charter that is in force. */
  charterAdopted: boolean
  since: Temporal.Instant
}
