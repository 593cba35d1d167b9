/** What another charter, or a coming day, would change for solutions that are already there. */
import { Refusal, type Blocker } from '#src/kernel/refusal.ts'
import { programAt, type Charter } from './charter.ts'
import { ruling, type Ruling } from './decide.ts'
import { parseFacts } from './facts.ts'
import type { Verdict } from './documents.ts'
import type { Tier } from './space.ts'

export interface Solution {
  id: string
  /** Facts as written. */
  facts: unknown
}

export interface Effect {
  id: string
  tier: { before: Tier; after: Tier }
  verdict: { before: Verdict; after: Verdict }
  newlyProhibited: readonly string[]
  noLongerProhibited: readonly string[]
  /** Guardrails that stand in the way only under the new rules. */
  newlyBlocked: readonly string[]
  noLongerBlocked: readonly string[]
  approvals: { before: readonly string[]; after: readonly string[] }
  obligations: { added: readonly string[]; removed: readonly string[] }
}

export interface Impact {
  /** How many solutions were compared. */
  compared: number
  /** Those for which something changes, in the order given. */
  effects: readonly Effect[]
  /** Those whose facts one of the charters can't read, with what is wrong. */
  unreadable: readonly { id: string; charter: string; blockers: readonly Blocker[] }[]
}

/** Compares two charters over solutions at one instant. What it previews is what deciding again after adoption gives. */
export const impact = (before: Charter, after: Charter, solutions: Iterable<Solution>, now: Temporal.Instant): Impact => {
  const effects: Effect[] = []
  const unreadable: { id: string; charter: string; blockers: readonly Blocker[] }[] = []
  let compared = 0
  const rule = (charter: Charter, { id, facts }: Solution): Ruling | null => {
    try {
      return ruling(charter, parseFacts(charter, facts), now)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      unreadable.push({ id, charter: charter.version, blockers: error.blockers })
      return null
    }
  }
  for (const solution of solutions) {
    compared += 1
    const was = rule(before, solution)
    const is = rule(after, solution)
    const effect = was === null || is === null ? null : effectOf(solution.id, was, is)
    if (effect !== null) effects.push(effect)
  }
  return { compared, effects, unreadable }
}

/** The difference between two rulings on one solution; null where nothing that matters to it changes. */
const effectOf = (id: string, was: Ruling, is: Ruling): Effect | null => {
  const [prohibitedWas, prohibitedIs] = [was, is].map(({ prohibited }) => prohibited.map(({ rule }) => rule))
  const [blockedWas, blockedIs] = [was, is].map(({ guardrails }) => guardrails.map(({ rule }) => rule))
  const [dutiesWere, dutiesAre] = [was, is].map(({ obligations }) => obligations.map(obligation => obligation.id))
  const effect: Effect = {
    id,
    tier: { before: was.tier, after: is.tier },
    verdict: { before: was.verdict, after: is.verdict },
    newlyProhibited: without(prohibitedIs, prohibitedWas),
    noLongerProhibited: without(prohibitedWas, prohibitedIs),
    newlyBlocked: without(blockedIs, blockedWas),
    noLongerBlocked: without(blockedWas, blockedIs),
    approvals: { before: was.approvals, after: is.approvals },
    obligations: { added: without(dutiesAre, dutiesWere), removed: without(dutiesWere, dutiesAre) },
  }
  const lists = [
    effect.newlyProhibited,
    effect.noLongerProhibited,
    effect.newlyBlocked,
    effect.noLongerBlocked,
    effect.obligations.added,
    effect.obligations.removed,
  ]
  const same =
    was.tier === is.tier &&
    was.verdict === is.verdict &&
    was.approvals.join() === is.approvals.join() &&
    lists.every(list => list.length === 0)
  return same ? null : effect
}

const without = (list: readonly string[] = [], other: readonly string[] = []): readonly string[] => list.filter(one => !other.includes(one))

export interface ComingEffect {
  /** The instant from which it will be so. */
  from: Temporal.Instant
  effect: Effect
}

/** What rules that begin or end within `days` of now will change for one solution, day by day. */
export const comingEffects = (charter: Charter, { id, facts }: Solution, now: Temporal.Instant, days: number): readonly ComingEffect[] => {
  const parsed = parseFacts(charter, facts)
  const until = now.add({ hours: days * 24 }).epochMilliseconds
  const current = programAt(charter, now)
  let was = ruling(charter, parsed, now)
  const coming: ComingEffect[] = []
  for (const { from } of charter.engine.programs) {
    if (from <= current.from || from > until) continue
    const at = Temporal.Instant.fromEpochMilliseconds(from)
    const is = ruling(charter, parsed, at)
    const effect = effectOf(id, was, is)
    if (effect !== null) coming.push({ from: at, effect })
    was = is
  }
  return coming
}
