import type { z } from 'zod'
import type { Charter, Effect, Language, Solution } from '#src/engines/charter/index.ts'
import { comingEffects, impact } from '#src/engines/charter/index.ts'
import type { Db } from '../operation.ts'
import type { comingRule, effectView, impactView } from './contract.ts'

/** The registry as an impact needs it: solutions in the order of their keys, with the facts that decide about them. */
export type SolutionsAfter = (db: Db, after: string | undefined, limit: number) => Promise<readonly (Solution & { name: string })[]>

/** How far ahead coming rules are announced. */
const AHEAD = 60
const PAGE = 1_000

interface Walk {
  before: Charter
  after: Charter
  now: Temporal.Instant
  language: Language
  /** From which key on; undefined walks through the whole registry and counts. */
  from: string | undefined
  /** How many lines are given at most; the walk goes on only to count. */
  limit: number
}

/** What would change for whom if `after` took the place of `before`, and what coming rules will change under it. */
export const walkRegistry = async (
  db: Db,
  solutionsAfter: SolutionsAfter,
  { before, after, now, language, from, limit }: Walk,
): Promise<z.input<typeof impactView>> => {
  const totals = {
    compared: 0,
    changed: 0,
    higherTier: 0,
    lowerTier: 0,
    newlyProhibited: 0,
    newlyBlocked: 0,
    unreadable: 0,
    reachedByComingRules: 0,
  }
  const effects: z.input<typeof effectView>[] = []
  const unreadable: z.input<typeof impactView>['unreadable'] = []
  const coming: z.input<typeof impactView>['coming'] = []
  const lane = { before: laneTitles(before, language), after: laneTitles(after, language) }
  const line = ({ id: key, ...effect }: Effect, name: string) => ({
    key,
    name,
    ...effect,
    lane: { before: lane.before(effect.tier.before), after: lane.after(effect.tier.after) },
  })
  let shown = 0
  let lastShown: string | null = null
  let more = false
  for (let cursor = from; ;) {
    const page = await solutionsAfter(db, cursor, PAGE)
    const compared = impact(before, after, page, now)
    const changes = new Map(compared.effects.map(effect => [effect.id, effect]))
    const misreadings = Map.groupBy(compared.unreadable, ({ id }) => id)
    for (const solution of page) {
      const effect = changes.get(solution.id)
      const misread = misreadings.get(solution.id)
      const ahead = misread ? [] : comingEffects(after, solution, now, AHEAD)
      count(totals, effect, misread !== undefined, ahead.length > 0)
      if (!effect && !misread && ahead.length === 0) continue
      more = shown >= limit
      if (more) continue
      shown += 1
      lastShown = solution.id
      if (effect) effects.push(line(effect, solution.name))
      for (const { charter, blockers } of misread ?? [])
        unreadable.push({
          key: solution.id,
          name: solution.name,
          charter,
          reasons: blockers.map(({ field, reason }) => `${field ?? 'facts'}: ${reason}`),
        })
      for (const { from: on, effect: later } of ahead) coming.push({ ...line(later, solution.name), on: on.toString() })
    }
    if (page.length < PAGE || (more && from !== undefined)) break
    cursor = page.at(-1)?.id
  }
  return { totals: from === undefined ? totals : null, effects, unreadable, coming, next: more ? lastShown : null }
}

const laneTitles =
  ({ documents }: Charter, language: Language) =>
  (tier: number): string =>
    documents['lanes.yaml'].lanes.find(lane => lane.tier === tier)?.title[language] ?? ''

type Totals = NonNullable<z.input<typeof impactView>['totals']>

const count = (totals: Totals, effect: Effect | undefined, isUnreadable: boolean, isReached: boolean): void => {
  totals.compared += 1
  if (isUnreadable) totals.unreadable += 1
  if (isReached) totals.reachedByComingRules += 1
  if (!effect) return
  totals.changed += 1
  if (effect.tier.after > effect.tier.before) totals.higherTier += 1
  if (effect.tier.after < effect.tier.before) totals.lowerTier += 1
  if (effect.newlyProhibited.length > 0) totals.newlyProhibited += 1
  if (effect.newlyBlocked.length > 0) totals.newlyBlocked += 1
}

/** Rules of a charter that begin or end within the days announced, soonest first. */
export const comingRules = ({ rules, documents }: Charter, now: Temporal.Instant, language: Language): z.input<typeof comingRule>[] => {
  const today = now.toZonedDateTimeISO(documents['charter.yaml'].timeZone).toPlainDate()
  const isSoon = (day: string) => {
    const date = Temporal.PlainDate.from(day)
    return Temporal.PlainDate.compare(date, today) > 0 && Temporal.PlainDate.compare(date, today.add({ days: AHEAD })) <= 0
  }
  return rules
    .flatMap(({ id, title, validFrom, validUntil }) => [
      ...(validFrom !== null && isSoon(validFrom) ? [{ rule: id, title: title[language], does: 'begin' as const, on: validFrom }] : []),
      ...(validUntil !== null && isSoon(validUntil) ? [{ rule: id, title: title[language], does: 'end' as const, on: validUntil }] : []),
    ])
    .toSorted((a, b) => a.on.localeCompare(b.on))
}
