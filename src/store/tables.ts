import type { ShippedCharterTable, CharterVersionTable } from './tables/charters.ts'
import type { InspectionTable, DeclarationTable, RulingTable } from './tables/declarations.ts'
import type { EndpointDeliveryTable, EndpointTable } from './tables/endpoints.ts'
import type { FindingTable, FindingRuleTable, EffectTable, EffectNightTable, WatchTable, SweepPositionTable } from './tables/findings.ts'
import type { ContentCallbackTable, ContentPartTable, ContentReviewTable, ContentStepTable } from './tables/human-review.ts'
import type { DataKeyTable, PrivateTargetTable, JobTable, RequestTable } from './tables/house.ts'
import type { LedgerEntryTable, LedgerPersonalTable, LedgerTileTable, LedgerHeadTable, LedgerCheckpointTable } from './tables/ledger.ts'
import type {
  InstallationTable,
  DemoClockTable,
  UnitTable,
  UnitSpanTable,
  PersonTable,
  MembershipTable,
  AbsenceTable,
} from './tables/organization.ts'
import type {
  MessageTable,
  DeliveryTable,
  MessagePreferenceTable,
  MessageTextTable,
  MessagesSettingTable,
  PersonalChatTable,
  ChatSettingTable,
} from './tables/messages.ts'
import type { ReviewTable, SignOffTable, ReviewQuestionTable, ConditionTable, SecondLookTable } from './tables/reviews.ts'
import type { SolutionTable, SolutionAuthorTable, SavedViewTable } from './tables/solutions.ts'
import type { HandoverTable, StandardsAcceptanceTable, ReferralTable, WaiverTable } from './tables/stewardship.ts'
import type { HoldTable, IncidentActionTable, IncidentNoteTable, IncidentTable, StopTable } from './tables/stops.ts'
import type { ToolTable, ToolRequestTable } from './tables/tools.ts'
import type { ProposalTable, EmergencyTable } from './tables/two-people.ts'
import type { AccessTable, AccessUseTable, PasswordTable, SecondFactorTable, LinkTable, ThrottleTable } from './tables/ways-in.ts'

export type { Seen, SeenEvidence } from './tables/declarations.ts'
export type { ToolAbout, ToolListed, ToolTable } from './tables/tools.ts'

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
  stop: StopTable
  hold: HoldTable
  incident: IncidentTable
  incidentNote: IncidentNoteTable
  incidentAction: IncidentActionTable
  contentStep: ContentStepTable
  contentReview: ContentReviewTable
  contentPart: ContentPartTable
  contentCallback: ContentCallbackTable
  endpoint: EndpointTable
  endpointDelivery: EndpointDeliveryTable
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
  message: MessageTable
  delivery: DeliveryTable
  messagePreference: MessagePreferenceTable
  messageText: MessageTextTable
  messagesSetting: MessagesSettingTable
  personalChat: PersonalChatTable
  chatSetting: ChatSettingTable
  shippedCharter: ShippedCharterTable
  charterVersion: CharterVersionTable
  ledgerEntry: LedgerEntryTable
  ledgerPersonal: LedgerPersonalTable
  ledgerTile: LedgerTileTable
  ledgerHead: LedgerHeadTable
  ledgerCheckpoint: LedgerCheckpointTable
}
