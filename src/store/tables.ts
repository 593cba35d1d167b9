import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { TokenScope } from '#src/kernel/actor.ts'

/**
 * Every table, side by side. Names are camelCase here and snake_case in SQL. What a column means and who may change it
 * stands with the capability that owns the table; the SQL that makes it stands in `migrations/`.
 */
export interface Tables {
  installation: InstallationTable
  demoClock: DemoClockTable
  request: RequestTable
  unit: UnitTable
  unitSpan: UnitSpanTable
  person: PersonTable
  membership: MembershipTable
  absence: AbsenceTable
  access: AccessTable
  accessUse: AccessUseTable
  password: PasswordTable
  secondFactor: SecondFactorTable
  link: LinkTable
  throttle: ThrottleTable
  proposal: ProposalTable
  emergency: EmergencyTable
  dataKey: DataKeyTable
  privateTarget: PrivateTargetTable
  job: JobTable
  review: ReviewTable
  signOff: SignOffTable
  reviewQuestion: ReviewQuestionTable
  condition: ConditionTable
  tool: ToolTable
  toolRequest: ToolRequestTable
  waiver: WaiverTable
  finding: FindingTable
  findingRule: FindingRuleTable
  effect: EffectTable
  effectNight: EffectNightTable
  watch: WatchTable
  sweepPosition: SweepPositionTable
  solution: SolutionTable
  declaration: DeclarationTable
  solutionAuthor: SolutionAuthorTable
  inspection: InspectionTable
  ruling: RulingTable
  handover: HandoverTable
  standardsAcceptance: StandardsAcceptanceTable
  referral: ReferralTable
  secondLook: SecondLookTable
  savedView: SavedViewTable
  shippedCharter: ShippedCharterTable
  charterVersion: CharterVersionTable
  ledgerEntry: LedgerEntryTable
  ledgerPersonal: LedgerPersonalTable
  ledgerTile: LedgerTileTable
  ledgerHead: LedgerHeadTable
  ledgerCheckpoint: LedgerCheckpointTable
}

/** Read as an instant, written as ISO 8601 text. */
type Moment = ColumnType<Temporal.Instant, string, string>
/** Read as a value, written as JSON text (the driver would write an array as a PostgreSQL array). */
type Json<T> = ColumnType<T, string, string>

/** A value that may be missing. */
type MaybeJson<T> = ColumnType<T | null, string | null | undefined, string | null>

/** A moment that may not have come. */
type MaybeMoment = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>

/** One row: whose installation this is. */
export interface InstallationTable {
  /** Drawn at random; names what this installation keeps outside its database. */
  id: string
  version: number
  sealSalt: Buffer
  company: string
  /** Whether everything in it is made up. */
  demo: boolean
  createdAt: Moment
}

/** One row in a demo that was loaded: how far its time is from the real one. */
export interface DemoClockTable {
  /** The installation's id. */
  id: string
  version: number
  sealSalt: Buffer
  /** Digest of the seed that it was loaded from. */
  seed: string
  /** What is added to the real time, in milliseconds; negative where the demo is behind. */
  aheadMs: number
}

export interface UnitTable {
  id: string
  version: number
  sealSalt: Buffer
  /** What the company's own directory calls it, such as a cost centre; imports recognise a unit by it. */
  code: string | null
  name: string
  parentId: string | null
  leadId: string | null
  closedAt: MaybeMoment
  /** Where its people went when it was closed. */
  mergedInto: string | null
}

/** What a unit was from one moment to another; the current span has no end. */
export interface UnitSpanTable {
  unitId: string
  beganAt: Moment
  endedAt: MaybeMoment
  name: string
  parentId: string | null
  leadId: string | null
}

/** An account of a human being. */
export interface PersonTable {
  id: string
  version: number
  sealSalt: Buffer
  /** The same for all accounts of one human being: who may not be their own second person. */
  human: string
  name: string
  email: string | null
  employeeNumber: string | null
  jobTitle: string
  /** How makers reach them: a chat address, a telephone number, office hours. */
  contact: string | null
  unitId: string | null
  managerId: string | null
  /** Roles that hold for the whole company. Who leads a unit stands with the unit. */
  roles: Json<string[]>
  state: 'active' | 'suspended' | 'left'
  stateSince: Moment
}

export interface MembershipTable {
  personId: string
  beganAt: Moment
  endedAt: MaybeMoment
  unitId: string
}

/** Days on which somebody is away, as ISO 8601 dates, both included. */
export interface AbsenceTable {
  id: string
  version: number
  sealSalt: Buffer
  personId: string
  firstDay: string
  lastDay: string
  deputyId: string | null
}

/** A way in: a sign-in through the pages, or a token for a program of that person's. */
export interface AccessTable {
  id: string
  version: number
  sealSalt: Buffer
  kind: 'sign-in' | 'token'
  personId: string
  /** SHA-256 of the secret; the secret itself is never stored. */
  secretHash: Buffer
  method: string
  /** What its owner calls a token. */
  name: string | null
  may: ColumnType<TokenScope | null, string | null, string | null>
  secondFactor: boolean
  startedAt: Moment
  expiresAt: Moment
  endedAt: MaybeMoment
  endedBecause: string | null
}

export interface AccessUseTable {
  accessId: string
  usedAt: Moment
}

export interface PasswordTable {
  /** The person's id. */
  id: string
  version: number
  sealSalt: Buffer
  /** Argon2id in PHC form. */
  hash: string
  changedAt: Moment
}

export interface SecondFactorTable {
  /** The person's id. */
  id: string
  version: number
  sealSalt: Buffer
  /** Sealed by the vault. */
  sealedSecret: Buffer
  /** SHA-256 of the codes that are left, base64. */
  recoveryCodes: Json<string[]>
  confirmedAt: MaybeMoment
  /** The newest time step (RFC 6238) whose code was accepted; no code counts twice. */
  lastStep: number
}

/** A link that is good for one use: the first set-up, an invitation, or the way back in. */
export interface LinkTable {
  id: string
  version: number
  sealSalt: Buffer
  kind: 'set-up' | 'invitation' | 'recovery'
  personId: string | null
  secretHash: Buffer
  /** On whose word: what one administrator may give alone opens no account with power. */
  givenBy: 'administrator' | 'founder' | 'two-people' | 'operator'
  madeAt: Moment
  expiresAt: Moment
  endedAt: MaybeMoment
  endedBecause: string | null
}

export interface ThrottleTable {
  /** SHA-256 of what is guessed at or where guesses come from. */
  key: Buffer
  failures: number
  beganAt: Moment
  until: Moment
}

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

/** Something that is not as the charter wants it. One is live for each rule and subject. */
export interface FindingTable {
  id: string
  version: number
  sealSalt: Buffer
  rule: string
  subjectKind: 'solution' | 'review' | 'tool' | 'person' | 'program'
  subjectId: string
  severity: 'high' | 'medium' | 'low'
  /** Numbers, days and ids that its sentence speaks of. */
  values: Json<Readonly<Record<string, string | number | boolean | null>>>
  state: 'open' | 'snoozed' | 'cleared'
  foundAt: Moment
  dueAt: Moment
  assigneeId: string | null
  snoozedUntil: MaybeMoment
  snoozeReason: string | null
  clearedAt: MaybeMoment
}

/** How a rule of findings is set; a rule without a row is on. */
export interface FindingRuleTable {
  /** The rule's own name. */
  id: string
  version: number
  sealSalt: Buffer
  mode: 'off' | 'preview' | 'on'
  /** How many findings it may open a day; null: any number. */
  cap: number | null
  /** Whether it also does something about what it found, and how often in one night. */
  effect: ColumnType<'off' | 'preview' | 'on', 'off' | 'preview' | 'on' | undefined, 'off' | 'preview' | 'on'>
  effectCap: ColumnType<number, number | undefined, number>
}

/** What a rule did by itself about something that it had found; once for each finding. */
export interface EffectTable {
  id: string
  version: number
  sealSalt: Buffer
  rule: string
  does: 'stop'
  findingId: string
  solutionId: string
  /** The version of the solution’s row that it left: while that is the newest, nobody has changed it since. */
  solutionVersion: number
  /** The day in the company’s time zone on which that night’s acting began. */
  night: string
  actedAt: Moment
  undoUntil: Moment
  undoneAt: MaybeMoment
  /** The second person, and the first. */
  undoneBy: string | null
  undoProposedBy: string | null
}

/** What one night came to for a rule; the newest one says whether its cap holds anything back. */
export interface EffectNightTable {
  id: string
  version: number
  sealSalt: Buffer
  rule: string
  night: string
  acted: number
  /** How many it would have acted on if its cap had let it. */
  heldBack: number
}

/** When a subject has to be looked at again, and who answered for it when it was last looked at. */
export interface WatchTable {
  subjectKind: string
  subjectId: string
  /** Null where time alone changes nothing. */
  nextChangeAt: MaybeMoment
  ownerId: string | null
}

/** One row, or none before the first sweep: how far sweeps came. */
export interface SweepPositionTable {
  single: Generated<boolean>
  /** The first entry of the ledger that was not looked at. */
  nextLeaf: number
  /** The latest time by which anything was judged. */
  sweptAt: MaybeMoment
  /** Charter, tools and settings by which everything was last judged. */
  mark: string | null
}

export interface SolutionTable {
  id: string
  /** The number in the key that people use, SOL-0042. */
  number: Generated<number>
  version: number
  sealSalt: Buffer
  name: string
  purpose: string
  makerId: string
  ownerId: string
  backupOwnerId: ColumnType<string | null, string | null | undefined, string | null>
  /** Accounts of those who build it too. */
  coMakers: ColumnType<string[], string | undefined, string>
  /** The maker's unit when it was registered, until the registry says otherwise. */
  unitId: string | null
  platform: ColumnType<string | null, string | null | undefined, string | null>
  /** What the platform calls it, so that what is found there is recognised. */
  platformIds: ColumnType<string[], string | undefined, string>
  environment: ColumnType<string | null, string | null | undefined, string | null>
  benefit: ColumnType<Benefit | null, string | null | undefined, string | null>
  /** What its profile asks at registration: the question in English to the answer. */
  answers: ColumnType<Record<string, string>, string | undefined, string>
  /** Facts, charter, tier and verdict of the declaration that it runs or may run under, else of the newest one. */
  facts: Json<Record<string, unknown>>
  charterVersion: string
  charterDigest: string
  tier: number
  verdict: string
  state: string
  /** The approved declaration that it runs or may run under. */
  runningId: ColumnType<string | null, string | null | undefined, string | null>
  /** The declaration beside it that is not approved yet, or came to nothing. */
  draftId: ColumnType<string | null, string | null | undefined, string | null>
  expiresAt: MaybeMoment
  recertifiedAt: MaybeMoment
  /** Until when it may be tried out with public and made-up data. */
  sandboxUntil: MaybeMoment
  stopped: ColumnType<Stopped | null, string | null | undefined, string | null>
  retired: ColumnType<Retired | null, string | null | undefined, string | null>
  /** Whether the center of excellence recommends it as a template. */
  reusable: ColumnType<boolean, boolean | undefined, boolean>
  createdAt: Moment
  changedAt: Moment
}

/** What somebody expects of a solution, and what it is measured against. */
export interface Benefit {
  kind: 'time' | 'errors' | 'money' | 'quality'
  perMonth: number
  unit: string
  /** How it was before; null where nobody has measured it yet. */
  baseline: number | null
  how: string
}

/** Who stopped a solution, when and why. */
export interface Stopped {
  by: string
  human: string
  at: string
  because: string
  /** The rule of findings by which the program did it by itself. */
  rule?: string
}

export interface Retired {
  by: string
  at: string
  because: string
  /** Until then it can be taken back. */
  undoUntil: string
  /** What it was before, and the stop that it was under then. */
  from: string
  stopped: Stopped | null
}

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

/** Everybody who ever had a hand in a solution; rows are added and never taken away. */
export interface SolutionAuthorTable {
  solutionId: string
  personId: string
  /** The human being behind the account at that time; accounts that are joined later count as well. */
  human: string
  how: 'made' | 'owned' | 'stood-in' | 'co-made' | 'submitted' | 'changed'
  since: Moment
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

/** A list that somebody goes back to. */
export interface SavedViewTable {
  id: string
  version: number
  sealSalt: Buffer
  personId: string
  name: string
  filters: Json<Record<string, unknown>>
}

/** A shipped charter that a company's own was made from. */
export interface ShippedCharterTable {
  /** SHA-256 in hex of what its documents say. */
  digest: string
  label: string
  documents: Json<Record<string, string>>
  keptAt: Moment
}

/** A version of the company's charter. Its documents never change; a change is a new proposal. */
export interface CharterVersionTable {
  id: string
  version: number
  sealSalt: Buffer
  /** The version that the charter gives itself. */
  label: string
  digest: string
  /** As written: file name to text. */
  documents: Json<Record<string, string>>
  state: 'proposed' | 'in-force' | 'superseded' | 'withdrawn'
  basedOn: string
  note: string
  proposedBy: string
  proposedAt: Moment
  adoptedBy: string | null
  adoptedAt: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
  endedAt: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
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

export interface LedgerEntryTable {
  id: GeneratedAlways<number>
  leafIndex: ColumnType<number | null, never, number>
  type: string
  version: number
  subjectKind: string
  subjectId: string
  /** Null where the subject is no governed row. */
  subjectVersion: number | null
  actor: string
  at: Moment
  body: string
  leafHash: ColumnType<Buffer | null, never, Buffer>
  seal: ColumnType<Buffer | null, never, Buffer>
}

export interface LedgerPersonalTable {
  entryId: number
  field: string
  salt: Buffer
  value: string
}

export interface LedgerTileTable {
  level: number
  index: number
  hashes: Buffer
}

export interface LedgerHeadTable {
  single: Generated<boolean>
  size: number
  root: Buffer
  origin: string
  vkey: string
}

export interface LedgerCheckpointTable {
  size: number
  note: string
  at: Moment
}
