/** Somebody who answers for something. */
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
  /** What is declared, seen and ruled of the version that runs, else of the newest. */
  facts: Readonly<Record<string, unknown>>
  /** Where its artifact was read: what is declared, and that with what was surely seen; both with every ruling. Null where it was not. */
  read: { declared: Readonly<Record<string, unknown>>; shown: Readonly<Record<string, unknown>> } | null
  /** Whether its owner accepted the standards that are in force; they bind tier 1. */
  standardsAccepted: boolean
  /** When the version that it runs under was approved; null where none ever was. */
  approvedAt: Temporal.Instant | null
  /** When it was last audited; null: never. */
  auditedAt: Temporal.Instant | null
  /** Whether somebody has written down how it was before. */
  baselineKnown: boolean
  conditions: readonly { dueOn: string | null; state: string }[]
  /** Tools that it names, certainly or as one of several that it could be, as far as the program knows them. */
  tools: readonly { id: string; status: string; certain: boolean }[]
  /** When somebody was asked to own it who has not said yet. */
  offeredAt: Temporal.Instant | null
  /** Leave to put something off that was granted: what, and the last day of it. */
  waivers: readonly { what: string; endsOn: string }[]
  /** When content of it was last approved sooner than anybody can have read it, and when a machine last decided about it; tries in the sandbox are not counted. */
  contentVerdicts: { tooQuick: Temporal.Instant | null; byMachine: Temporal.Instant | null }
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
}

export interface ToolCase {
  id: string
  status: string
  nextReviewOn: string | null
  owner: Standing | null
}

/** Somebody who answers for solutions. */
export interface PersonCase {
  id: string
  /** How many solutions that may run they answer for. */
  owned: number
}

/** The program as a whole. */
export interface ProgramCase {
  id: string
  /** Whether two people have adopted the charter that is in force. */
  charterAdopted: boolean
  /** What caps held back in the newest night of rules that act by themselves. */
  heldBack: readonly { rule: string; night: string; heldBack: number }[]
  since: Temporal.Instant
  /** The last days of what is still to be done about incidents, ISO dates, soonest first. */
  actionsDue: readonly string[]
}

/** States in which something is there that could do harm or good. */
export const runningStates = ['approved', 'active', 'suspended'] as const
const endedStates = ['retired', 'refused', 'referred']

export const runs = ({ state }: Pick<SolutionCase, 'state'>): boolean => runningStates.some(running => running === state)
export const isOver = ({ state }: Pick<SolutionCase, 'state'>): boolean => endedStates.includes(state)
