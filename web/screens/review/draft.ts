import { useState } from 'react'
import type { SignOffReviewInput } from '../../client.generated.ts'
import { kept } from '../../data/kept.ts'
import { timeThere } from '../../data/server-time.ts'

export type Answer = NonNullable<SignOffReviewInput['answers']>[string]

export interface NewCondition {
  text: string
  needed: 'before' | 'after'
  dueOn: string
}

export interface DecisionDraft {
  answers: Readonly<Record<string, Answer>>
  reason: string
  conditions: readonly NewCondition[]
  savedAt: string | null
}

const empty: DecisionDraft = { answers: {}, reason: '', conditions: [], savedAt: null }

/**
 * What a reviewer has found so far, kept in this browser. It belongs to one content: what was found about another version is
 * not taken over.
 */
export const useDecisionDraft = (review: string, role: string, digest: string) => {
  const place = kept(`guildhall.decision.${review}.${role}`)
  const [draft, setDraft] = useState<DecisionDraft>(() => read(place.read(), digest))
  return {
    draft,
    change(part: Partial<Omit<DecisionDraft, 'savedAt'>>) {
      const next = { ...draft, ...part, savedAt: timeThere() }
      setDraft(place.write(JSON.stringify({ digest, ...next })) ? next : { ...next, savedAt: null })
    },
    forget: place.forget,
  }
}

const read = (text: string | null, digest: string): DecisionDraft => {
  if (text === null) return empty
  try {
    const found: unknown = JSON.parse(text)
    return isDraft(found) && found.digest === digest ? found : empty
  } catch {
    return empty
  }
}

/** Only we write there, but another version of this page may have. */
const isDraft = (value: unknown): value is DecisionDraft & { digest: string } =>
  typeof value === 'object' &&
  value !== null &&
  'digest' in value &&
  'answers' in value &&
  typeof value.answers === 'object' &&
  'reason' in value &&
  typeof value.reason === 'string' &&
  'conditions' in value &&
  Array.isArray(value.conditions) &&
  'savedAt' in value
