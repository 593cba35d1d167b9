import { contentRules } from './content-rules.ts'
import { entryRules } from './entry-rules.ts'
import { programRules, reviewRules, toolRules } from './other-rules.ts'
import { ownerRules, personRules } from './owner-rules.ts'
import { acts } from './effect.ts'
import type { Found, Given, Rule } from './rule.ts'
import { soonest } from './rule.ts'
import { verdictRules } from './verdict-rules.ts'

const solutionRules = [...entryRules, ...ownerRules, ...contentRules, ...verdictRules]

/** Every rule there is, by what it looks at. */
export const rulesOf = {
  solution: solutionRules,
  review: reviewRules,
  tool: toolRules,
  person: personRules,
  program: programRules,
} as const

/** What can be said of every rule without a case. */
export const allRules: readonly Pick<Rule<never>, 'id' | 'subject' | 'says' | 'changes' | 'effect'>[] = Object.values(rulesOf).flat()

/** Those that do something by themselves. */
export const actingRules = solutionRules.filter(acts)

/** What all rules together say of one subject, and until when that holds by itself. */
export interface Judged {
  id: string
  found: ReadonlyMap<string, Found>
  next: Temporal.Instant | null
}

export const judge = <Case extends { id: string }>(rules: readonly Rule<Case>[], subject: Case, given: Given): Judged => ({
  id: subject.id,
  found: new Map(
    rules.flatMap(rule => {
      const found = rule.decide(subject, given)
      return found === null ? [] : [[rule.id, found] as const]
    }),
  ),
  next: soonest(
    given.now,
    rules.map(rule => rule.nextChange(subject, given)),
  ),
})
