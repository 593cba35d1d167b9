import { CERTAIN, type DetectedQuestion, type Evidence, type FactName, type Inspection } from './inspection.ts'
import { systems } from './tables/systems.ts'
import type { System } from './tables/table.ts'

/** Detected facts in a charter's words: what is certain enough to count, and what has to be asked. */
export interface DeclaredFrom {
  /** Facts as a charter reads them. A list ends in `not-sure`: these for certain, perhaps more. Nothing else is claimed. */
  facts: Record<string, unknown>
  /** The most harmless reading of what `facts` only narrows: explains the lowest tier, and is never a claim. */
  harmless: Record<string, unknown>
  /** Charter facts that the artifact raises and cannot settle. */
  ask: CharterQuestion[]
  questions: readonly DetectedQuestion[]
}

export interface CharterQuestion {
  fact: string
  because: string
  /** Answers of a list that account for what was seen; left out where any answer but a plain no does. */
  settledBy?: readonly string[]
}

const OPEN = 'not-sure'

/**
 * From detected to declared. What is seen with certainty raises the tier; what is doubtful only asks. A candidate for
 * a prohibited use always asks: no file can tell whether a database is production or whose name a sender's is.
 *
 * @param known the systems of the tables that `inspect` was given, for what reaching each of them means.
 */
export const declaredFrom = (inspection: Inspection, known: Readonly<Record<string, System>> = systems): DeclaredFrom => {
  const sure = inspection.evidence.filter(({ confidence, value }) => confidence >= CERTAIN && value !== false)
  const leaves = sure.some(({ fact }) => fact === 'publishesExternally' || fact === 'sendsExternally')
  const facts: Record<string, unknown> = {}
  const harmless: Record<string, unknown> = {}

  const integrations = integrationsOf(inspection, sure, known)
  if (integrations.length > 0) facts['integrations'] = [...integrations, OPEN]
  if (leaves) facts['decisionImpact'] = ['external-facing', OPEN]
  if (leaves && inspection.aiLeaves) facts['externalContent'] = true
  if (!leaves && othersSee(inspection, sure, known)) {
    facts['audience'] = { among: ['my-team', 'business-unit', 'whole-company', 'outside'] }
    harmless['audience'] = 'my-team'
  }
  if (inspection.facts.externalSendsReviewed === 'all') facts['humanReview'] = { present: true }
  const domains = valuesOf(sure, 'sensitiveDomains')
  const regulated = domains.flatMap(domain => regulatedUse[domain] ?? [])
  if (regulated.length > 0) facts['regulatedUses'] = [...regulated, OPEN]
  if (domains.includes('autonomous-financial')) facts['movesMoney'] = true
  if (inspection.facts.aiVendors.length > 0) facts['tools'] = [...inspection.facts.aiVendors.map(vendor => `other:${vendor}`), OPEN]

  return { facts, harmless, ask: asked(inspection, leaves), questions: inspection.questions }
}

const valuesOf = (evidence: readonly Evidence[], fact: FactName): string[] => [
  ...new Set(evidence.flatMap(item => (item.fact === fact && typeof item.value === 'string' ? [item.value] : []))),
]

const integrationsOf = ({ reaches }: Inspection, sure: readonly Evidence[], known: Readonly<Record<string, System>>): string[] => {
  const named = (['enterpriseSystems', 'financialSystems', 'databaseEngines'] as const).flatMap(fact => valuesOf(sure, fact))
  const written = reaches.filter(({ effect }) => effect === 'writes').map(({ system }) => system)
  return [...new Set([...named, ...written].flatMap(id => known[id]?.integration ?? []))].toSorted()
}

/** Colleagues see or do something: team chat not only to oneself, an approval asked of somebody, a list that is shared. */
const othersSee = ({ reaches }: Inspection, sure: readonly Evidence[], known: Readonly<Record<string, System>>): boolean =>
  sure.some(({ fact }) => fact === 'hasHumanReviewStep') ||
  reaches.some(({ system, effect, recipients }) => {
    if (effect === 'writes') return sharedLists.has(system)
    if (effect !== 'sends') return false
    return recipients === 'directory' || (recipients !== 'runner' && teamChannels.has(known[system]?.channel ?? ''))
  })

const sharedLists = new Set(['sharepoint', 'office365-groups', 'teams'])

const teamChannels = new Set(['slack', 'teams', 'discord', 'mattermost', 'google-chat', 'rocketchat', 'matrix', 'zulip', 'webex'])

const asked = ({ facts, aiLeaves }: Inspection, leaves: boolean): CharterQuestion[] => {
  const ask: CharterQuestion[] = []
  if (facts.directDatabaseAccess)
    ask.push({
      fact: 'integrations',
      because: 'It connects to a database. Is that a production database?',
      settledBy: ['data-warehouse', 'production-database'],
    })
  if (!leaves && aiLeaves)
    ask.push({ fact: 'externalContent', because: 'It may send or publish to people outside. Does what the AI writes leave the company?' })
  if (facts.externalSendsReviewed === 'some' || facts.externalSendsReviewed === 'none') {
    ask.push({ fact: 'humanReview', because: 'No review step in the file stands on every way out. Does a person look before it leaves?' })
  }
  for (const domain of facts.sensitiveDomains) {
    ask.push({ fact: 'decidesAboutIndividuals', because: `Its prompts or steps point to ${domain}. Does it decide, score or rank people?` })
  }
  if (facts.sendsAsNamedPerson)
    ask.push({ fact: 'sendsAs', because: 'Its messages carry a personal name. Whose is it, and does that person press send?' })
  return ask
}

/** By which detected facts a charter's fact is shown, for the evidence of it. */
export const shownBy: Readonly<Record<string, readonly FactName[]>> = {
  audience: ['messageChannels', 'hasHumanReviewStep', 'triggers'],
  decidesAboutIndividuals: ['sensitiveDomains'],
  decisionImpact: ['sendsExternally', 'publishesExternally'],
  externalContent: ['sendsExternally', 'publishesExternally', 'usesAI'],
  humanReview: ['externalSendsReviewed', 'hasHumanReviewStep'],
  integrations: ['enterpriseSystems', 'financialSystems', 'databaseEngines', 'directDatabaseAccess'],
  movesMoney: ['sensitiveDomains', 'financialSystems'],
  regulatedUses: ['sensitiveDomains'],
  sendsAs: ['sendsAsNamedPerson'],
  tools: ['aiVendors'],
}

/** Charter ids (fact `regulatedUses`) of what the domains point to. */
const regulatedUse: Readonly<Record<string, string>> = {
  hiring: 'sector-hiring',
  credit: 'sector-credit',
  fraud: 'sector-credit',
  medical: 'sector-medical',
  insurance: 'sector-insurance-life-health',
  'education-access': 'sector-education',
  'employee-evaluation': 'eu-annex3-4b',
  'legal-decision': 'eu-annex3-8a',
}
