import type { Effect, Format, Recipients, TriggerKind } from './model.ts'

/** What an artifact's own file says about it. Fields of `facts` are stable names; their definitions: docs/readers.md. */
export interface Inspection {
  format: Format
  name: string | null
  shape: 'flow' | 'agent' | 'part'
  facts: DetectedFacts
  /** Everything that was seen, also what is too doubtful to become a fact. */
  evidence: Evidence[]
  /** What the file can't tell and a person can. */
  questions: DetectedQuestion[]
  warnings: string[]
  /** Whether what a model made can be in what leaves: a model runs before a step that sends or publishes outside. */
  aiLeaves: boolean
  /** Every product it reaches for certain, and what it does there; more than the facts name. */
  reaches: Reach[]
  /** A line for each step that does anything, sorted, without names and wording (see outline.ts). */
  outline: string[]
  /** SHA-256 over facts and outline: equal for two files that do the same, as far as a file tells. */
  digest: string
}

export interface Reach {
  system: string
  effect: Effect
  recipients?: Recipients['kind']
}

export interface DetectedFacts {
  usesAI: boolean
  aiVendors: string[]
  messageChannels: string[]
  sendsExternally: boolean
  publishesExternally: boolean
  directDatabaseAccess: boolean
  databaseEngines: string[]
  integratesEnterpriseSystem: boolean
  enterpriseSystems: string[]
  handlesFinancialSystem: boolean
  financialSystems: string[]
  hasHumanReviewStep: boolean
  runsCode: boolean
  callsHttp: boolean
  httpHosts: string[]
  triggers: TriggerKind[]
  callsSubflow: boolean
  sendsAsNamedPerson: boolean
  sensitiveDomains: string[]
  prohibitedCandidates: string[]
  /** Does a human review step stand on every path to a message or publication that leaves? `unknown` where nothing leaves or the paths can't be followed. */
  externalSendsReviewed: 'all' | 'some' | 'none' | 'unknown'
}

export type FactName = keyof DetectedFacts

/** One thing seen in one place. */
export interface Evidence {
  fact: FactName
  value: string | boolean
  where: string
  why: string
  /** 0–1. From `BELIEVED` on it makes the fact; from `CERTAIN` on it may raise a tier; below that it asks. */
  confidence: number
}

export const BELIEVED = 0.5
export const CERTAIN = 0.8
export const PLAIN = 0.95

export interface DetectedQuestion {
  fact: FactName
  question: string
  where: string
}
