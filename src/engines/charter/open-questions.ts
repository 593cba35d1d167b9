import type { Charter } from './charter.ts'
import type { Facts } from './facts.ts'
import type { Predicate } from './predicate.ts'
import type { Program, Signal } from './program.ts'
import { Budget, dependsOn } from './search.ts'
import { TIER } from './space.ts'
import { isKnown, narrowed, scratch, type Shape, type State } from './state.ts'

/**
 * Case distinctions for one list of questions; the default charter needs 433 with nothing known. When they end, what is
 * left is asked for: no question is left out unproven.
 */
const STEPS = 5_000

/**
 * The questions whose answer can still change the outcome, most decisive first. What one answer can settle by itself
 * counts before what it can only settle together with others; a prohibition counts before tier 4, tier 4 before tier 3;
 * then the number of outcomes it bears on, then the order of the charter. A question that is not here is proven to
 * change nothing, whatever the other answers turn out to be.
 */
export const openQuestions = ({ engine, questions }: Charter, program: Program, facts: Facts): string[] => {
  const { shape } = engine.coding
  const undecided = program.signals.filter(({ predicate }) => predicate.judge(facts) === 'open')
  const budget = new Budget(STEPS)
  const state = scratch(facts)
  const ranked = new Map<string, Decisiveness>()
  for (const fact of engine.space.facts) {
    if (fact.path === TIER || isKnown(facts, fact.index)) continue
    for (const signal of undecided) {
      if (!dependsOn(signal.predicate, fact.index, state, shape, budget)) continue
      const before = ranked.get(fact.question) ?? { alone: 0, together: 0, outcomes: 0 }
      ranked.set(fact.question, {
        alone: settles(signal.predicate, fact.index, state, shape) ? Math.max(before.alone, weight(signal)) : before.alone,
        together: Math.max(before.together, weight(signal)),
        outcomes: before.outcomes + 1,
      })
    }
  }
  const place = new Map(questions.map(({ id }, index) => [id, index]))
  return [...ranked]
    .sort(
      ([a, x], [b, y]) =>
        y.alone - x.alone || y.together - x.together || y.outcomes - x.outcomes || (place.get(a) ?? 0) - (place.get(b) ?? 0),
    )
    .map(([question]) => question)
}

interface Decisiveness {
  alone: number
  together: number
  outcomes: number
}

/** Whether one answer to this fact makes the outcome certain, whatever the others are; the state is a scratch copy. */
const settles = (predicate: Predicate, fact: number, state: State, shape: Shape): boolean => {
  const open = (state.may[fact] ?? 0) & ~(state.must[fact] ?? 0)
  for (let rest = open; rest !== 0; rest &= rest - 1)
    if (narrowed(state, shape, fact, rest & -rest, -1, answered => predicate.judge(answered) === true)) return true
  return false
}

/** Refused or referred ends the matter; a guardrail can be mended, which counts like a sign-off round. */
const weight = ({ what, tier }: Signal): number => (what === 'prohibited' ? 5 : what === 'guardrail' ? 2.5 : (tier ?? 1))
