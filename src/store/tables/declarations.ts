import type { ColumnType } from 'kysely'
import type { Json, MaybeJson, MaybeMoment, Moment } from './columns.ts'

/** What an artifact shows, in the words of the charter's facts. */
export interface Seen {
  /** Digest of what it does: of two files that do the same it is the same. */
  artifact: string
  /** What was read, by fact, and how sure that is, from 0 to 1. */
  facts: Record<string, { value: unknown; confidence: number }>
  /** Facts that it makes doubtful, with the answers that would account for what was seen. */
  doubts: Record<string, string[]>
}

/** One thing that was seen in one place of an artifact. */
export interface SeenEvidence {
  fact: string
  value: string | boolean
  where: string
  why: string
  confidence: number
}

/** A file that was read for a solution, and what it showed; the file itself is not kept. */
export interface InspectionTable {
  id: string
  version: number
  sealSalt: Buffer
  solutionId: string
  fileName: string
  fileBytes: number
  /** SHA-256 of the file. */
  fileDigest: string
  format: string
  /** What its author called the automation. */
  artifactName: string | null
  artifactDigest: string
  evidence: Json<SeenEvidence[]>
  /** How much evidence there was besides. */
  evidenceLeftOut: number
  /** Facts of the charter that a person has to answer, and why. */
  asks: Json<{ fact: string; because: string }[]>
  questions: Json<{ question: string; where: string }[]>
  warnings: Json<string[]>
  inspectedBy: string
  inspectedByHuman: string
  inspectedAt: Moment
}

/** What somebody says of a solution, as a version that never changes: to say something else is to declare anew. */
export interface DeclarationTable {
  id: string
  version: number
  sealSalt: Buffer
  solutionId: string
  /** 1, 2, … for each solution. */
  number: number
  facts: Json<Record<string, unknown>>
  /** What was read from its artifact, as far as an approval covers it; null where none was read. */
  inspection: MaybeJson<Seen>
  /** Where that was read from, with the evidence. */
  inspectionId: ColumnType<string | null, string | null | undefined, string | null>
  state: 'draft' | 'submitted' | 'in-review' | 'changes-requested' | 'approved' | 'refused' | 'referred' | 'superseded' | 'withdrawn'
  charterVersion: string
  charterDigest: string
  tier: number
  verdict: string
  /** Digest of everything that an approval covers. */
  materialDigest: string
  declaredBy: string
  declaredByHuman: string
  declaredAt: Moment
  submittedAt: MaybeMoment
  approvedAt: MaybeMoment
  approvedHow: ColumnType<'default' | 'review' | null, string | null | undefined, string | null>
  /** The review that approved or rejected it. */
  reviewId: ColumnType<string | null, string | null | undefined, string | null>
  /** When somebody asked for another pair of eyes; that can be done once. */
  appealedAt: MaybeMoment
  endedAt: MaybeMoment
}

/** What a reviewer settled about a fact. It decides, whatever is declared, until another ruling takes its place. */
export interface RulingTable {
  id: string
  version: number
  sealSalt: Buffer
  solutionId: string
  fact: string
  value: Json<unknown>
  reason: string
  ruledBy: string
  ruledByHuman: string
  reviewId: string
  ruledAt: Moment
  endedAt: MaybeMoment
}
