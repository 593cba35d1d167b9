import type { Charter } from '#src/engines/charter/index.ts'
import { NOT_SURE, parseFacts } from '#src/engines/charter/index.ts'
import type { Evidence, FactName, Inspection } from '#src/engines/inspect/index.ts'
import { declaredFrom, shownBy } from '#src/engines/inspect/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Seen, SeenEvidence } from '#src/store/tables.ts'
import { shownText } from './shown-text.ts'

/**
 * What is read and never decides. A vendor of models is no tool of the list, so a person says which tool it is; a review step in the
 * file is shown, but who looks and where stays for a person to say.
 */
const onlyShown: readonly string[] = ['tools', 'humanReview']

/** What an artifact shows, in the words of this charter; what the charter does not ask about is left out. */
export const seenIn = (charter: Charter, inspection: Inspection): Seen => {
  const { facts, ask } = declaredFrom(inspection)
  const seen: Seen = { artifact: inspection.digest, facts: {}, doubts: {} }
  for (const [fact, value] of Object.entries(facts)) {
    const known = onlyShown.includes(fact) ? undefined : knownOf(charter, fact, value)
    if (known !== undefined) seen.facts[fact] = { value: known, confidence: confidenceOf(inspection, fact) }
  }
  for (const { fact, settledBy = [] } of ask)
    if (!onlyShown.includes(fact) && isKnown(charter, fact, null)) seen.doubts[fact] = [...settledBy]
  return seen
}

/** As much of what was read as this charter has words for. */
const knownOf = (charter: Charter, fact: string, value: unknown): unknown => {
  if (!Array.isArray(value)) return isKnown(charter, fact, value) ? value : undefined
  const known = value.filter(item => item !== NOT_SURE && isKnown(charter, fact, [item, NOT_SURE]))
  return known.length > 0 ? known : undefined
}

const isKnown = (charter: Charter, fact: string, value: unknown): boolean => {
  try {
    parseFacts(charter, { [fact]: value })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const confidenceOf = ({ evidence }: Inspection, fact: string): number =>
  Math.max(0, ...evidenceFor(fact, evidence).map(({ confidence }) => confidence))

/** What shows a fact of the charter: evidence that speaks for it, the surest first. */
export const evidenceFor = <E extends SeenEvidence | Evidence>(fact: string, evidence: readonly E[]): E[] => {
  const shown: readonly string[] = shownBy[fact] ?? []
  return evidence
    .filter(({ fact, value }) => shown.includes(fact) && value !== false)
    .toSorted((one, other) => other.confidence - one.confidence)
}

/** What a file may show and no fact of a charter asks about. */
const besides: readonly FactName[] = ['usesAI', 'aiVendors', 'messageChannels', 'httpHosts', 'runsCode', 'callsSubflow', 'triggers']

/** What else was seen, once for each value. */
export const seenBesides = (evidence: readonly SeenEvidence[]): SeenEvidence[] => {
  const first = new Map<string, SeenEvidence>()
  for (const item of evidence) {
    const known: readonly string[] = besides
    const key = `${item.fact} ${item.value}`
    if (known.includes(item.fact) && item.value !== false && !first.has(key)) first.set(key, item)
  }
  return [...first.values()].toSorted(
    (one, other) => besides.findIndex(fact => fact === one.fact) - besides.findIndex(fact => fact === other.fact),
  )
}

const MOST_EVIDENCE = 200
const MOST_PLACES = 3

/**
 * As much of the evidence as is kept: the surest places of each value, in words that can be shown. A file with thousands of steps
 * says the same thousands of times.
 */
export const keptEvidence = ({ evidence }: Inspection): { evidence: SeenEvidence[]; evidenceLeftOut: number } => {
  const places = new Map<string, number>()
  const kept = evidence
    .toSorted((one, other) => other.confidence - one.confidence)
    .filter(({ fact, value }) => {
      const key = `${fact} ${value}`
      places.set(key, (places.get(key) ?? 0) + 1)
      return (places.get(key) ?? 0) <= MOST_PLACES
    })
    .slice(0, MOST_EVIDENCE)
  return {
    evidence: kept.map(({ fact, value, where, why, confidence }) => ({
      fact,
      value: typeof value === 'string' ? shownText(value) : value,
      where: shownText(where),
      why: shownText(why),
      confidence,
    })),
    evidenceLeftOut: evidence.length - kept.length,
  }
}
