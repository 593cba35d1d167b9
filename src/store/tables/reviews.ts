import type { Generated } from 'kysely'
import type { Json, MaybeJson, MaybeMoment, Moment } from './columns.ts'

/** One round in which people look at something. */
export interface ReviewTable {
  id: string
  /** The number in the key that people use, REV-0042. */
  number: Generated<number>
  version: number
  sealSalt: Buffer
  /** What sort of thing is looked at (see `capabilities/review/kind.ts`), and which one. */
  kind: string
  subject: string
  /** Which state of it: a declaration's id, or whatever its kind tells states apart by. */
  matter: string
  /** Digest of the content that is looked at; a sign-off counts for exactly this. */
  digest: string
  purpose: 'full' | 'short' | 'clarify' | 'appeal' | 'second-look' | 'tool'
  tier: number | null
  /** The charter whose lane it follows. */
  charterDigest: string
  /** Human beings who may not sign it besides the authors: those who decided before. */
  excluded: Json<string[]>
  /** What whoever submitted it wants to say. */
  note: string | null
  state: 'waiting' | 'in-review' | 'with-maker' | 'decided' | 'dropped'
  submittedBy: string
  submittedByHuman: string
  submittedAt: Moment
  /** Business minutes from submission to the promised answer, pauses not counted. */
  promisedMinutes: number
  promise: Json<{ by: string; usual: string; expected: string; because: 'usual' | 'queue' | 'nobody'; ahead: number; people: number }>
  /** When the clock stood still, and whom it waited for. The last one may have no end. */
  pauses: Json<{ from: string; to: string | null; waitsFor: string }[]>
  /** The promised answer with the pauses so far counted in; while it is paused, as of the beginning of the pause. */
  dueAt: Moment
  change: MaybeJson<ChangeRecord>
  outcome: 'approved' | 'approved-with-conditions' | 'returned' | 'rejected' | null
  endedAt: MaybeMoment
  /** Why it ended without an outcome. */
  endedBecause: string | null
}

/** How something new is brought in: when, what if it goes wrong, and where the company's own record stands. */
export interface ChangeRecord {
  from: string
  to: string
  back: string
  affected: string
  link: string | null
}

/** One yes or no of one role. */
export interface SignOffTable {
  id: string
  version: number
  sealSalt: Buffer
  reviewId: string
  /** As the charter's lanes name it. */
  role: string
  /** Its place in the lane, counted from nought; roles that were asked later come behind. */
  place: number
  checklists: Json<string[]>
  businessDays: number
  assigneeId: string | null
  startedAt: MaybeMoment
  /** The highest step of the lane's escalation that was taken. */
  toldPercent: number
  state: 'open' | 'approved' | 'returned' | 'rejected' | 'fallen'
  decidedBy: string | null
  decidedByHuman: string | null
  decidedAt: MaybeMoment
  /** Item of a checklist to what was found. */
  answers: MaybeJson<Record<string, 'yes' | 'no' | 'not-applicable'>>
  reason: string | null
}

/** What a reviewer wants to know of those who build; the clock stands still until it is answered. */
export interface ReviewQuestionTable {
  id: string
  version: number
  sealSalt: Buffer
  reviewId: string
  text: string
  /** The facts that it is about, if any. */
  facts: Json<string[]>
  askedBy: string
  askedAt: Moment
  answer: string | null
  answeredBy: string | null
  answeredAt: MaybeMoment
}

/** What must be done before something goes live, or by a day after. */
export interface ConditionTable {
  id: string
  version: number
  sealSalt: Buffer
  kind: string
  subject: string
  reviewId: string
  role: string
  text: string
  needed: 'before' | 'after'
  dueOn: string | null
  state: 'open' | 'met' | 'accepted' | 'fallen'
  setBy: string
  setAt: Moment
  metBy: string | null
  metByHuman: string | null
  metAt: MaybeMoment
  metNote: string | null
  acceptedBy: string | null
  acceptedByHuman: string | null
  acceptedAt: MaybeMoment
}

/** What somebody who knew no tier saw in a solution that was approved. */
export interface SecondLookTable {
  id: string
  version: number
  sealSalt: Buffer
  reviewId: string
  solutionId: string
  declarationId: string
  /** The tier that it was approved under, and the one that the facts as seen lead to. */
  tier: number
  seenTier: number
  facts: Json<Record<string, unknown>>
  lookedBy: string
  lookedByHuman: string
  lookedAt: Moment
}
