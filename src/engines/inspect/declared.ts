import { CERTAIN, type DetectedQuestion, type Evidence, type Inspection } from './inspection.ts'
import { systems } from './tables/systems.ts'
import type { System } from './tables/table.ts'

/** Detected facts in a charter's words: what is certain enough to count, and what has to be asked. */
export interface DeclaredFrom {
  /** Facts as a charter reads them. A list ends in `not-sure`: these for certain, perhaps more. Nothing else is claimed. */
  facts: Record<string, unknown>
  /** The most harmless reading of what `facts` only narrows: explains the lowest tier, and is never a claim. */
  harmless: Record<string, unknown>
  /** Charter facts that the artifact raises and cannot settle. */
  ask: { fact: string; because: string }[]
  questions: readonly DetectedQuestion[]
}

const OPEN = 'not-sure'

/**
 * From detected to declared. What is seen with certainty raises the tier; what is doubtful only asks. A candidate for
 * a prohibited use always asks: no file can tell whether a database is production or whose name a sender's is.
 */
export const declaredFrom = (inspection: Inspection, known: Readonly<Record<string, System>> = systems): DeclaredFrom => {
  const { facts, evidence } = inspection
  const sure = evidence.filter(({ confidence, value }) => confidence >= CERTAIN && value !== false)
  const has = (fact: Evidence['fact']): boolean => sure.some(item => item.fact === fact)
  const values = (fact: Evidence['fact']): string[] => [...new Set(sure.flatMap(item => (item.fact === fact && typeof item.value === 'string' ? [item.value] : [])))]
  const declared: Record<string, unknown> = {}
  const harmless: Record<string, unknown> = {}
  const ask: DeclaredFrom['ask'] = []

  const connected = [...values('enterpriseSystems'), ...values('financialSystems'), ...values('databaseEngines'), ...inspection.reaches.flatMap(({ system, effect }) => (effect === 'writes' ? [system] : []))]
  const integrations = [...new Set(connected.flatMap(id => known[id]?.integration ?? []))].toSorted()
  if (integrations.length > 0) declared['integrations'] = [...integrations, OPEN]
  if (facts.directDatabaseAccess) ask.push({ fact: 'integrations', because: 'It connects to a database. Is that a production database?' })

  const leaves = has('publishesExternally') || has('sendsExternally')
  if (leaves) declared['decisionImpact'] = ['external-facing', OPEN]
  if (leaves && inspection.aiLeaves) declared['externalContent'] = true
  if (!leaves && inspection.aiLeaves) ask.push({ fact: 'externalContent', because: 'It may send or publish to people outside. Does what the AI writes leave the company?' })
  if (!leaves && othersSee(inspection, sure, known)) {
    declared['audience'] = { among: ['my-team', 'business-unit', 'whole-company', 'outside'] }
    harmless['audience'] = 'my-team'
  }

  if (facts.externalSendsReviewed === 'all') declared['humanReview'] = { present: true }
  else if (facts.externalSendsReviewed === 'some' || facts.externalSendsReviewed === 'none') ask.push({ fact: 'humanReview', because: 'No review step in the file stands on every way out. Does a person look before it leaves?' })

  const sectors = values('sensitiveDomains').flatMap(domain => sectorOf[domain] ?? [])
  if (sectors.length > 0) declared['regulatedUses'] = [...sectors, OPEN]
  if (values('sensitiveDomains').includes('autonomous-financial')) declared['movesMoney'] = true
  for (const domain of facts.sensitiveDomains) ask.push({ fact: 'decidesAboutIndividuals', because: `Its prompts or steps point to ${domain}. Does it decide, score or rank people?` })
  if (facts.sendsAsNamedPerson) ask.push({ fact: 'sendsAs', because: 'Its messages carry a personal name. Whose is it, and does that person press send?' })
  if (facts.aiVendors.length > 0) declared['tools'] = [...facts.aiVendors.map(vendor => `other:${vendor}`), OPEN]
  return { facts: declared, harmless, ask, questions: inspection.questions }
}

/** Colleagues see or do something: team chat not only to oneself, an approval asked of somebody, a list that is shared. */
const othersSee = ({ reaches }: Inspection, sure: readonly Evidence[], known: Readonly<Record<string, System>>): boolean =>
  sure.some(({ fact }) => fact === 'hasHumanReviewStep')
  || reaches.some(({ system, effect, recipients }) =>
    effect === 'sends' ? recipients === 'directory' || (recipients !== 'runner' && teamChannels.has(known[system]?.channel ?? '')) : effect === 'writes' && sharedLists.has(system))

const sharedLists = new Set(['sharepoint', 'office365-groups', 'teams'])

const teamChannels = new Set(['slack', 'teams', 'discord', 'mattermost', 'google-chat', 'rocketchat', 'matrix', 'zulip', 'webex'])

/** Charter ids of regulated uses (charter fact `regulatedUses`). */
const sectorOf: Readonly<Record<string, string>> = {
  hiring: 'sector-hiring', credit: 'sector-credit', medical: 'sector-medical', 'education-access': 'sector-education', insurance: 'sector-insurance-life-health',
  'employee-evaluation': 'eu-annex3-4b', 'legal-decision': 'eu-annex3-8a', fraud: 'sector-credit',
}
