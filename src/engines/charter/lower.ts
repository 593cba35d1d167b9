/** What a maker could really build differently to come to a lower tier. */
import type { Charter, Move } from './charter.ts'
import type { Language } from './documents.ts'
import type { Facts } from './facts.ts'
import { topTier } from './outlook.ts'
import type { Program } from './program.ts'
import { Budget, canBe } from './search.ts'
import type { Tier } from './space.ts'
import { isKnown, scratch, type State } from './state.ts'

export interface Lowering {
  /** Facts as they would then be written. */
  change: Record<string, unknown>
  tier: Tier
  because: string
}

/** More than this many changes at once is another solution, not a changed one. */
const MAX_CHANGES = 3
const MAX_SUGGESTIONS = 5
/** Candidates and case distinctions that one list of suggestions may cost. */
const STEPS = 4_000

interface Changed {
  moves: readonly Move[]
  picked: ReadonlyMap<number, readonly number[]>
}

/**
 * Minimal sets of design changes that lower the top and bring nothing newly prohibited: no suggestion contains
 * another. Only facts marked `design`, only to values that say what to do instead, only
 * where the answer is known: what somebody is unsure of can't be promised away. Bounded; a bound reached means fewer
 * suggestions, never a wrong one.
 */
export const toLower = (charter: Charter, program: Program, facts: Facts, top: Tier, language: Language): Lowering[] => {
  if (top === 1) return []
  const budget = new Budget(STEPS)
  const { shape } = charter.engine.coding
  const helpful = charter.engine.designMoves.filter(
    move => isKnown(facts, move.fact) && isRead(program, move.fact) && apply(charter, facts, new Map(), move) !== null,
  )
  const prohibitedNow = program.signals.filter(
    ({ what, predicate }) => what === 'prohibited' && !canBe(predicate, true, facts, shape, budget),
  )
  const found: { moves: readonly Move[]; tier: Tier; picked: Changed['picked'] }[] = []
  let level: Changed[] = [{ moves: [], picked: new Map() }]
  for (let size = 1; size <= MAX_CHANGES && found.length < MAX_SUGGESTIONS; size++) {
    const next: Changed[] = []
    for (const { moves, picked } of level) {
      const last = moves.at(-1)
      for (const move of helpful.slice(last === undefined ? 0 : helpful.indexOf(last) + 1)) {
        if (!budget.spend()) break
        const after = apply(charter, facts, picked, move)
        if (after === null || moves.some(earlier => earlier.fact === move.fact && move.without < 0)) continue
        const all = [...moves, move]
        if (found.some(known => known.moves.every(one => all.includes(one)))) continue
        const state = stateWith(charter, facts, after)
        const tier = topTier(shape, program, state, budget)
        if (budget.ended) break
        if (tier < top && prohibitedNow.every(({ predicate }) => !canBe(predicate, true, state, shape, budget)))
          found.push({ moves: all, tier, picked: after })
        else next.push({ moves: all, picked: after })
      }
    }
    level = next
  }
  return found
    .map((one, order) => ({ ...one, order }))
    .sort((a, b) => a.tier - b.tier || a.moves.length - b.moves.length || a.order - b.order)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ moves, tier, picked }) => ({
      change: written(charter, facts, picked),
      tier,
      because: moves.map(({ text }) => text[language]).join(' '),
    }))
}

const isRead = (program: Program, fact: number): boolean => program.atLeast.some(({ predicate }) => predicate.reads.includes(fact))

/** The answers after a move; null where it does not apply to what was answered. */
const apply = (charter: Charter, facts: Facts, changed: Changed['picked'], { fact, to, without }: Move): Changed['picked'] | null => {
  const described = charter.engine.space.facts[fact]
  const before = changed.get(fact) ?? facts.picked[fact] ?? []
  if (described === undefined || before.length === 0) return null
  if (without < 0) return before.includes(to) ? null : new Map(changed).set(fact, [to])
  if (!before.includes(without)) return null
  const kept = before.filter(value => value !== without)
  const after = to >= 0 && (kept.length === 0 || to !== described.exclusive) ? [...new Set([...kept, to])] : kept
  return after.length === 0
    ? null
    : new Map(changed).set(
        fact,
        after.sort((a, b) => a - b),
      )
}

const stateWith = ({ engine }: Charter, facts: Facts, changed: Changed['picked']): State => {
  const state = scratch(facts)
  for (const [fact, values] of changed) {
    const mask = engine.coding.maskOf(fact, new Set(values))
    state.must[fact] = mask
    state.may[fact] = mask
  }
  return state
}

const written = ({ engine }: Charter, facts: Facts, changed: Changed['picked']): Record<string, unknown> => {
  const change: Record<string, unknown> = {}
  for (const [index, values] of changed) {
    const fact = engine.space.facts[index]
    if (fact === undefined) continue
    const ids = values.flatMap(value =>
      value === fact.unlisted ? facts.unlisted.map(name => `other:${name}`) : [fact.values[value]?.id ?? ''],
    )
    const answer = fact.type === 'many' ? ids : fact.type === 'yesNo' ? ids[0] === 'yes' : ids[0]
    const [object, part] = fact.path.split('.')
    if (object !== undefined && part !== undefined) change[object] = { [part]: answer }
    else change[fact.path] = answer
  }
  return change
}
