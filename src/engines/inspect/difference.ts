import type { DetectedFacts, FactName, Inspection } from './inspection.ts'

/** What changed from one version of an artifact to the next, in words. */
export interface Difference {
  /** Nothing changed that an approval covers: layout, names, wording at most. */
  same: boolean
  /** Changes of facts first, then of single steps. */
  sentences: string[]
  /** Facts that changed. */
  facts: FactName[]
}

export const difference = (before: Inspection, after: Inspection): Difference => {
  const changed = phrases.flatMap(([fact, now, noLonger = now]) =>
    sentencesOf(before.facts[fact], after.facts[fact], now, noLonger).map(sentence => ({ fact, sentence })),
  )
  const steps = [
    ...missing(after.outline, before.outline).map(line => `New step: ${line}.`),
    ...missing(before.outline, after.outline).map(line => `Gone: ${line}.`),
  ]
  return {
    same: before.digest === after.digest,
    sentences: [...changed.map(({ sentence }) => sentence), ...steps],
    facts: [...new Set(changed.map(({ fact }) => fact))],
  }
}

/** How a fact is spoken of after "It now" and "It no longer"; facts that only repeat another one are left out. */
const phrases: readonly (readonly [FactName, string, string?])[] = [
  ['usesAI', 'uses AI'],
  ['aiVendors', 'sends data to the model vendor'],
  ['messageChannels', 'sends messages by'],
  ['sendsExternally', 'can send messages out of the organisation', 'sends messages out of the organisation'],
  ['publishesExternally', 'publishes outside'],
  ['databaseEngines', 'connects to the database'],
  ['enterpriseSystems', 'works with the enterprise system'],
  ['financialSystems', 'works with the finance system'],
  ['hasHumanReviewStep', 'stops until a person answers'],
  ['externalSendsReviewed', 'has what leaves reviewed by a person:'],
  ['runsCode', 'runs code'],
  ['httpHosts', 'calls'],
  ['triggers', 'is started by'],
  ['callsSubflow', 'runs another flow'],
  ['sendsAsNamedPerson', 'sends in the name of a person'],
  ['sensitiveDomains', 'touches'],
]

type Value = DetectedFacts[FactName]

const sentencesOf = (old: Value, fresh: Value, now: string, noLonger: string): string[] => {
  if (Array.isArray(old) && Array.isArray(fresh)) {
    const [added, gone] = [missing(fresh, old), missing(old, fresh)]
    return [
      ...(added.length > 0 ? [`It now ${now} ${added.join(', ')}.`] : []),
      ...(gone.length > 0 ? [`It no longer ${noLonger} ${gone.join(', ')}.`] : []),
    ]
  }
  if (old === fresh) return []
  if (typeof fresh === 'boolean') return [fresh ? `It now ${now}.` : `It no longer ${noLonger}.`]
  return [`It now ${now} ${String(fresh)} (before: ${String(old)}).`]
}

/** What stands in `from` more often than in `without`. */
const missing = (from: readonly string[], without: readonly string[]): string[] => {
  const left = new Map<string, number>()
  for (const item of without) left.set(item, (left.get(item) ?? 0) + 1)
  return from.filter(item => {
    const count = left.get(item) ?? 0
    left.set(item, count - 1)
    return count <= 0
  })
}
