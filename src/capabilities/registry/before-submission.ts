import type { Charter } from '#src/engines/charter/index.ts'
import type { Blocker } from '#src/kernel/refusal.ts'
import type { Cost } from './cost.ts'
import { whatBlocks } from './cost.ts'
import type { Decided } from './decide-facts.ts'
import type { DeclaredFacts } from './material.ts'
import { purposeOf } from './weigh.ts'

interface Said {
  facts: DeclaredFacts
  /** Answers to what the profile of its kind asks, by the question. */
  answers: Readonly<Record<string, string>>
}

/** Everything that keeps content from being submitted, each with what would clear it: checklist, previews and refusal are made of it. */
export const beforeSubmission = (charter: Charter, way: Cost, decided: Decided, said: Said): Blocker[] =>
  way === 'noted' ? [] : [...whatBlocks(decided), ...(isLookedAt(way, decided) ? unanswered(charter, said) : [])]

/** Tier 1 goes ahead at once; what somebody will look at has to say what they read. */
const isLookedAt = (way: Cost, { tier }: Decided): boolean => purposeOf(way) !== null || (way === 'blocked' && tier > 1)

const unanswered = ({ documents }: Charter, { facts, answers }: Said): Blocker[] => {
  const profile = documents['scope.yaml'].kinds.find(({ id }) => id === facts['kind'])
  return (profile?.registrationQuestions ?? [])
    .filter(({ en }) => (answers[en] ?? '').trim() === '')
    .map(({ en }) => ({
      field: `answers.${en}`,
      reason: `Nobody has answered “${en}” yet.`,
      remedy: 'Answer it; whoever reviews it reads that.',
    }))
}
