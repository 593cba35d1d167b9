import { BELIEVED, type DetectedFacts, type Evidence, type FactName } from '../inspection.ts'
import type { TriggerKind } from '../model.ts'
import type { Resolved } from '../resolve.ts'
import { aiRule } from './ai.ts'
import { domainRule } from './domains.ts'
import { messageRule } from './messages.ts'
import { personRule } from './person.ts'
import { externalSendsReviewed } from './review.ts'
import type { FactRule } from './rule.ts'
import { runningRule } from './running.ts'
import { systemRule } from './systems.ts'

const rules: readonly FactRule[] = [aiRule, messageRule, systemRule, runningRule, personRule, domainRule]

/** All evidence, strongest first within a fact, and each fact once for a place and a value. */
export const evidenceOf = (artifact: Resolved): Evidence[] => {
  const best = new Map<string, Evidence>()
  const seen = rules.flatMap(rule => rule(artifact))
  for (const evidence of [...seen, ...candidatesOf(seen)]) {
    const key = `${evidence.fact}\n${String(evidence.value)}\n${evidence.where}`
    const known = best.get(key)
    if (!known || known.confidence < evidence.confidence) best.set(key, evidence)
  }
  return [...best.values()].toSorted((a, b) => a.fact.localeCompare(b.fact) || b.confidence - a.confidence)
}

/** Uses that every charter forbids and that these facts point to. A candidate opens a question; no file can convict. */
const candidatesOf = (seen: readonly Evidence[]): Evidence[] =>
  seen
    .filter(({ confidence }) => confidence >= BELIEVED)
    .flatMap((evidence): Evidence[] => {
      const candidate = candidateOf(evidence)
      return candidate === null ? [] : [{ ...evidence, fact: 'prohibitedCandidates', value: candidate }]
    })

const candidateOf = ({ fact, value }: Evidence): string | null => {
  if (fact === 'directDatabaseAccess') return 'direct-database-access'
  if (fact === 'sendsAsNamedPerson') return 'impersonation'
  const judgesPeople = fact === 'sensitiveDomains' && (value === 'hiring' || value === 'employee-evaluation')
  return judgesPeople ? 'decision-about-individual-employee-or-applicant' : null
}

const triggerKinds: readonly TriggerKind[] = ['manual', 'schedule', 'webhook', 'form', 'chat', 'app-event', 'subflow', 'error', 'mcp']

/** Facts from evidence: one place that is believed is enough. */
export const factsOf = (artifact: Resolved, evidence: readonly Evidence[]): DetectedFacts => {
  const believed = evidence.filter(({ confidence }) => confidence >= BELIEVED)
  const yes = (fact: FactName): boolean => believed.some(seen => seen.fact === fact && seen.value === true)
  const all = (fact: FactName): string[] =>
    [...new Set(believed.flatMap(seen => (seen.fact === fact && typeof seen.value === 'string' ? [seen.value] : [])))].toSorted()
  return {
    usesAI: yes('usesAI'),
    aiVendors: all('aiVendors'),
    messageChannels: all('messageChannels'),
    sendsExternally: yes('sendsExternally'),
    publishesExternally: yes('publishesExternally'),
    directDatabaseAccess: yes('directDatabaseAccess'),
    databaseEngines: all('databaseEngines'),
    integratesEnterpriseSystem: yes('integratesEnterpriseSystem'),
    enterpriseSystems: all('enterpriseSystems'),
    handlesFinancialSystem: yes('handlesFinancialSystem'),
    financialSystems: all('financialSystems'),
    hasHumanReviewStep: yes('hasHumanReviewStep'),
    runsCode: yes('runsCode'),
    callsHttp: yes('callsHttp'),
    httpHosts: all('httpHosts'),
    triggers: triggerKinds.filter(kind => all('triggers').includes(kind)),
    callsSubflow: yes('callsSubflow'),
    sendsAsNamedPerson: yes('sendsAsNamedPerson'),
    sensitiveDomains: all('sensitiveDomains'),
    prohibitedCandidates: all('prohibitedCandidates'),
    externalSendsReviewed: externalSendsReviewed(artifact),
  }
}
