/**
 * Forty everyday ideas with what the default charter must say to each, told as differences from a harmless one. They
 * were made to be checked by hand: expected results come from the program's rules, not from running the engine.
 */
export interface Scenario {
  id: string
  idea: string
  facts: Readonly<Record<string, unknown>>
  tier: 1 | 2 | 3 | 4
  prohibited?: readonly string[]
  guardrails?: readonly string[]
  verdict: string
}

export const HARMLESS = {
  kind: 'automation-flow',
  tools: ['protected-workspace'],
  audience: 'only-me',
  dataClasses: ['internal'],
  decisionImpact: ['recoverable'],
  decidesAboutIndividuals: ['none'],
  autonomy: 'assists',
  externalContent: false,
  humanReview: { present: true, by: 'whoever is responsible', where: 'before it is used or sent' },
  integrations: ['none'],
  movesMoney: false,
  sendsAs: 'nothing',
  sendsUnattended: false,
  peopleTalkToIt: 'none',
  syntheticMedia: ['none'],
  vulnerablePeople: false,
  writesCodeOrSettings: false,
  regulatedUses: ['none'],
  ownerActive: true,
} as const

const content = { kind: 'ai-assisted-content', syntheticMedia: ['text'] }
const team = { audience: 'my-team' }
const goesOut = { externalContent: true, decisionImpact: ['recoverable', 'external-facing'] }
const ONE = { tier: 1, verdict: 'approved-by-default' } as const
const TWO = { tier: 2, verdict: 'review' } as const
const THREE = { tier: 3, verdict: 'review' } as const
const FOUR = { tier: 4, verdict: 'referred' } as const

export const SCENARIOS: readonly Scenario[] = [
  {
    id: 's01',
    idea: 'A buyer reads trade news every morning as a half-page summary',
    facts: { dataClasses: ['public'], decisionImpact: ['none'] },
    ...ONE,
  },
  { id: 's02', idea: 'A project lead drafts a weekly update from his bullet points', facts: content, ...ONE },
  { id: 's03', idea: 'An analyst lets AI write formulas for her own table', facts: { ...content, integrations: ['office-suite'] }, ...ONE },
  {
    id: 's04',
    idea: 'A flow blocks focus time in its builder’s calendar by itself',
    facts: { decisionImpact: ['none'], autonomy: 'acts-alone', integrations: ['office-suite'] },
    ...ONE,
  },
  { id: 's05', idea: 'An engineer translates a published standard for herself', facts: { ...content, dataClasses: ['public'] }, ...ONE },
  { id: 's06', idea: 'A newcomer makes flash cards from the annual report', facts: { kind: 'app', dataClasses: ['public'] }, ...ONE },
  { id: 's07', idea: 'A flow lists tasks found in its builder’s internal mail', facts: { integrations: ['office-suite'] }, ...ONE },
  { id: 's08', idea: 'A trainer rehearses a talk with made-up customers', facts: { kind: 'app', dataClasses: ['public'] }, ...ONE },
  {
    id: 's09',
    idea: 'A bid manager watches public tenders with a tool not on the list',
    facts: { kind: 'app', dataClasses: ['public'], tools: ['other:web helper'] },
    tier: 1,
    guardrails: ['tool-not-approved'],
    verdict: 'blocked',
  },
  { id: 's10', idea: 'A controller gets caption ideas for published figures', facts: { ...content, dataClasses: ['public'] }, ...ONE },
  { id: 's11', idea: 'Facilities requests are filed into folders by themselves', facts: { ...team, autonomy: 'acts-alone' }, ...TWO },
  {
    id: 's12',
    idea: 'A stand-up summary is posted in the team channel',
    facts: { ...team, kind: 'document-processing', integrations: ['collaboration'] },
    ...TWO,
  },
  {
    id: 's13',
    idea: 'Drawings of a department are tagged by machine type',
    facts: { kind: 'document-processing', audience: 'business-unit', autonomy: 'acts-alone' },
    ...TWO,
  },
  { id: 's14', idea: 'Shift leaders turn dictated notes into a hand-over list', facts: { ...content, audience: 'business-unit' }, ...TWO },
  { id: 's15', idea: 'A reminder says when stationery runs low', facts: team, ...TWO },
  {
    id: 's16',
    idea: 'A help bot explains office software to everybody',
    facts: { kind: 'ai-agent', audience: 'whole-company', peopleTalkToIt: 'colleagues' },
    ...TWO,
  },
  {
    id: 's17',
    idea: 'A unit searches its lessons learned by chat',
    facts: { kind: 'app', audience: 'business-unit', peopleTalkToIt: 'colleagues' },
    ...TWO,
  },
  { id: 's18', idea: 'An app proposes meeting rooms for a team', facts: { ...team, kind: 'app' }, ...TWO },
  {
    id: 's19',
    idea: 'A glossary meant for one is shared with the team',
    facts: { ...team, kind: 'app', peopleTalkToIt: 'colleagues' },
    ...TWO,
  },
  { id: 's20', idea: 'A planner for internal events', facts: { audience: 'business-unit' }, ...TWO },
  {
    id: 's21',
    idea: 'Service staff get reply drafts for customers',
    facts: { ...content, ...team, ...goesOut, dataClasses: ['customer-pii'], integrations: ['office-suite'] },
    ...THREE,
  },
  { id: 's22', idea: 'Texts for vacancies on the careers page', facts: { ...content, ...goesOut, audience: 'outside' }, ...THREE },
  { id: 's23', idea: 'One reader prepares with board papers', facts: { kind: 'app', dataClasses: ['confidential'] }, ...THREE },
  {
    id: 's24',
    idea: 'Visit notes fill fields of the customer system',
    facts: { ...team, kind: 'document-processing', dataClasses: ['customer-pii'], autonomy: 'acts-after-approval', integrations: ['crm'] },
    ...THREE,
  },
  {
    id: 's25',
    idea: 'Clauses are found in contracts',
    facts: { ...team, kind: 'document-processing', dataClasses: ['confidential'] },
    ...THREE,
  },
  {
    id: 's26',
    idea: 'Invoices are matched with orders, and a clerk confirms',
    facts: { ...team, kind: 'app', dataClasses: ['financial-records'], autonomy: 'acts-after-approval', integrations: ['erp'] },
    ...THREE,
  },
  {
    id: 's27',
    idea: 'Visitors ask the website a question and nobody reads the answers',
    facts: {
      ...goesOut,
      kind: 'ai-agent',
      audience: 'outside',
      dataClasses: ['public'],
      autonomy: 'acts-alone',
      humanReview: { present: false },
      peopleTalkToIt: 'outside',
      syntheticMedia: ['text'],
    },
    tier: 3,
    guardrails: ['external-without-review'],
    verdict: 'blocked',
  },
  {
    id: 's28',
    idea: 'Notes of a secret restructuring are summed up for directors',
    facts: { ...team, kind: 'document-processing', dataClasses: ['confidential'] },
    ...THREE,
  },
  {
    id: 's29',
    idea: 'Bank statements go into a reader that is not on the list',
    facts: { ...team, kind: 'document-processing', dataClasses: ['financial-records'], tools: ['other:web helper'] },
    tier: 3,
    guardrails: ['data-boundary', 'tool-not-approved'],
    verdict: 'blocked',
  },
  {
    id: 's30',
    idea: 'Suppliers are reminded from a shared mailbox, a buyer approves',
    facts: {
      ...goesOut,
      audience: 'outside',
      autonomy: 'acts-after-approval',
      integrations: ['erp', 'office-suite'],
      sendsAs: 'shared-identity',
    },
    ...THREE,
  },
  {
    id: 's31',
    idea: 'Loan requests are sorted by likely answer',
    facts: {
      ...team,
      kind: 'app',
      dataClasses: ['customer-pii', 'financial-records'],
      decisionImpact: ['significant-financial'],
      decidesAboutIndividuals: ['customers'],
      regulatedUses: ['eu-annex3-5b', 'sector-credit'],
    },
    ...FOUR,
  },
  {
    id: 's32',
    idea: 'CVs are ranked by fit',
    facts: {
      ...team,
      kind: 'document-processing',
      dataClasses: ['applicant-pii'],
      decisionImpact: ['legal'],
      decidesAboutIndividuals: ['applicants'],
      regulatedUses: ['eu-annex3-4a', 'sector-hiring'],
    },
    ...FOUR,
  },
  {
    id: 's33',
    idea: 'Sales people are scored for their yearly rating',
    facts: {
      ...team,
      kind: 'ml-model',
      dataClasses: ['confidential', 'employee-pii'],
      decisionImpact: ['legal'],
      decidesAboutIndividuals: ['employees'],
      integrations: ['office-suite'],
      regulatedUses: ['eu-annex3-4b'],
    },
    tier: 4,
    prohibited: ['decides-about-employees'],
    verdict: 'refused',
  },
  {
    id: 's34',
    idea: 'Small complaints are refunded without anybody',
    facts: {
      ...team,
      dataClasses: ['customer-pii', 'financial-records'],
      decidesAboutIndividuals: ['customers'],
      autonomy: 'acts-alone',
      integrations: ['payment'],
      movesMoney: true,
    },
    ...FOUR,
  },
  // Telling staff how urgent their symptoms are is a decision about employees as well as triage: the stricter answer stands.
  {
    id: 's35',
    idea: 'Staff describe symptoms and learn whom to see',
    facts: {
      ...team,
      kind: 'app',
      dataClasses: ['health'],
      decisionImpact: ['safety'],
      decidesAboutIndividuals: ['employees', 'patients'],
      peopleTalkToIt: 'colleagues',
      vulnerablePeople: true,
      regulatedUses: ['eu-annex3-5d', 'sector-medical'],
    },
    tier: 4,
    prohibited: ['decides-about-employees'],
    verdict: 'refused',
  },
  {
    id: 's36',
    idea: 'Members’ faith is guessed from photos to choose offers',
    facts: {
      kind: 'app',
      audience: 'outside',
      dataClasses: ['customer-pii', 'biometric'],
      decisionImpact: ['legal'],
      decidesAboutIndividuals: ['customers'],
      regulatedUses: ['eu-art5-g'],
    },
    tier: 4,
    prohibited: ['eu-article-5'],
    verdict: 'refused',
  },
  {
    id: 's37',
    idea: 'A model picks who gets a scholarship',
    facts: {
      kind: 'ml-model',
      audience: 'outside',
      dataClasses: ['applicant-pii'],
      decisionImpact: ['legal'],
      decidesAboutIndividuals: ['students'],
      regulatedUses: ['eu-annex3-3a', 'sector-education'],
    },
    ...FOUR,
  },
  {
    id: 's38',
    idea: 'Analysts ask the live order database in plain words',
    facts: {
      ...team,
      kind: 'data-analysis',
      dataClasses: ['customer-pii'],
      decisionImpact: ['significant-financial'],
      integrations: ['other-enterprise', 'production-database'],
      peopleTalkToIt: 'colleagues',
    },
    tier: 4,
    prohibited: ['production-database-access'],
    verdict: 'refused',
  },
  {
    id: 's39',
    idea: 'Operators are told whether a faulty press may go on',
    facts: { kind: 'app', audience: 'business-unit', decisionImpact: ['safety'] },
    ...FOUR,
  },
  {
    id: 's40',
    idea: 'A bot answers in the team chat under the lead’s account',
    facts: {
      ...team,
      kind: 'ai-agent',
      autonomy: 'acts-alone',
      humanReview: { present: false },
      integrations: ['collaboration'],
      sendsAs: 'named-employee',
      sendsUnattended: true,
      peopleTalkToIt: 'colleagues',
    },
    tier: 2,
    prohibited: ['impersonates-named-employee'],
    verdict: 'refused',
  },
]
