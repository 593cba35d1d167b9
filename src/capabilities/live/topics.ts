import type { Asks, Seen } from './seen.ts'
import * as seen from './seen.ts'

/** What a listener hears of: the words by which pages know what to ask for again. */
export const topics = [
  'solution',
  'review',
  'finding',
  'finding-rule',
  'effect',
  'waiver',
  'content-review',
  'offer',
  'proposal',
  'tool',
  'tool-request',
  'charter',
  'person',
  'unit',
  'emergency',
  'stop',
  'incident',
  'job',
  'private-target',
  'data-key',
  'endpoint',
] as const
export type Topic = (typeof topics)[number]

interface Route {
  topic: Topic
  /** Of some subjects, those that whoever asks may see: the same answer that lists and pages give. */
  seen(asks: Asks, ids: readonly string[]): Promise<Seen[]>
  /** Whether what is told is the subject itself, so that the entry's version is its own. */
  itself?: true
}

/** What an entry of the ledger is told as, by the kind of its subject. */
export const routes: Readonly<Record<string, readonly Route[]>> = {
  solution: [{ topic: 'solution', seen: seen.solutions, itself: true }],
  declaration: [{ topic: 'solution', seen: seen.declarations }],
  ruling: [{ topic: 'solution', seen: seen.rulings }],
  inspection: [{ topic: 'solution', seen: seen.inspections }],
  referral: [{ topic: 'solution', seen: seen.referrals }],
  waiver: [{ topic: 'waiver', seen: seen.waivers, itself: true }],
  'content-review': [{ topic: 'content-review', seen: seen.contentReviews, itself: true }],
  'content-step': [{ topic: 'solution', seen: seen.solutions }],
  handover: [{ topic: 'offer', seen: seen.offers, itself: true }],
  review: [{ topic: 'review', seen: seen.reviews, itself: true }],
  'sign-off': [{ topic: 'review', seen: seen.signOffs }],
  'review-question': [{ topic: 'review', seen: seen.questions }],
  'second-look': [{ topic: 'review', seen: seen.secondLooks }],
  condition: [
    { topic: 'review', seen: seen.reviewConditions },
    { topic: 'solution', seen: seen.solutionConditions },
  ],
  finding: [{ topic: 'finding', seen: seen.findings, itself: true }],
  'finding-rule': [{ topic: 'finding-rule', seen: seen.overseen, itself: true }],
  'effect-night': [{ topic: 'finding-rule', seen: seen.overseen }],
  effect: [{ topic: 'effect', seen: seen.effects, itself: true }],
  proposal: [{ topic: 'proposal', seen: seen.proposals, itself: true }],
  tool: [{ topic: 'tool', seen: seen.everybody, itself: true }],
  'tool-request': [{ topic: 'tool-request', seen: seen.toolRequests, itself: true }],
  'charter-version': [{ topic: 'charter', seen: seen.charterVersions, itself: true }],
  person: [{ topic: 'person', seen: seen.people, itself: true }],
  absence: [{ topic: 'person', seen: seen.absences }],
  unit: [{ topic: 'unit', seen: seen.everybody, itself: true }],
  emergency: [{ topic: 'emergency', seen: seen.everybody, itself: true }],
  stop: [{ topic: 'stop', seen: seen.stops, itself: true }],
  hold: [{ topic: 'stop', seen: seen.holds }],
  incident: [{ topic: 'incident', seen: seen.incidents, itself: true }],
  'incident-note': [{ topic: 'incident', seen: seen.incidentNotes }],
  'incident-action': [{ topic: 'incident', seen: seen.incidentActions }],
  job: [{ topic: 'job', seen: seen.jobs }],
  'private-target': [{ topic: 'private-target', seen: seen.targets, itself: true }],
  'data-key': [{ topic: 'data-key', seen: seen.dataKeys, itself: true }],
  endpoint: [{ topic: 'endpoint', seen: seen.endpoints, itself: true }],
}

/** Kinds of governed rows that nobody hears of: ways in are their owner's own business, and the rest changes once or beside nothing. */
export const untold: readonly string[] = [
  'access',
  'link',
  'password',
  'second-factor',
  'saved-view',
  'standards-acceptance',
  'message-settings',
  'message-preference',
  'message-text',
  'personal-chat',
  'chat-setting',
  'installation',
  'demo-clock',
]
