import { z } from 'zod'
import { id } from '#src/kernel/text.ts'
import type { Db } from '../operation.ts'
import { proposalKind, proposing } from '../proposals/index.ts'
import { keyOf, lockSolutionById, solutionById } from '../registry/index.ts'
import { behindIt, letRun } from '../stewardship/index.ts'
import { MOST_A_NIGHT, day, effectUndoing, ruleName } from './contract.ts'
import type { Listed } from './effect-store.ts'
import { effectsById, effectsOfNight, lockEffects, undoEffect } from './effect-store.ts'
import { noSuchEffect } from './permissions.ts'
import * as said from './said.ts'
import { refusalFor, whyNotUndone } from './undo.ts'

/**
 * Taking back what rules did by themselves. What they stopped runs again, and that takes two people whoever stopped it; those who
 * own or build it gain by it. A solution that somebody changed since stays as it is, and is named.
 */
export const undoEffects = proposalKind({
  kind: 'undo-effects',
  called: 'the undoing of what a rule did by itself',
  content: z.strictObject({
    about: z.string().max(100).describe('One effect, or a rule and a night.'),
    effects: z.array(z.string().max(60)).min(1).max(MOST_A_NIGHT),
    behind: z.array(z.string().max(60)).max(MOST_A_NIGHT * 40),
  }),
  details: z.object({ solutions: z.array(effectUndoing), total: z.int(), next: z.string().nullable() }).meta({ id: 'EffectsUndoing' }),
  proposedBy: ['it-security', 'coe-reviewer', 'program-lead'],
  decidedBy: ['it-security', 'coe-reviewer', 'program-lead'],
  readBy: ['auditor'],
  subject: ({ about }) => about,
  favours: ({ behind }) => behind.map(person => ({ person })),
  lock: ({ effects }, db) => lockEffects(db, effects),
  async check({ effects }, { db, now }) {
    const kept = (await effectsById(db, effects)).map(effect => whyNotUndone(effect, now))
    const [first] = kept
    if (first && !kept.includes(null)) throw refusalFor(first)
  },
  async preview({ effects }, { db, now, language, after, limit }) {
    const all = await effectsById(db, effects)
    const back = all.filter(effect => whyNotUndone(effect, now) === null).length
    const rest = all.filter(effect => after === undefined || effect.id > after)
    const page = rest.slice(0, limit)
    return {
      words: [sayBack(back, all.length, language)],
      details: {
        solutions: page.map(effect => ({
          effect: effect.id,
          key: keyOf(effect.number),
          name: effect.name,
          kept: whyNotUndone(effect, now),
        })),
        total: all.length,
        next: rest.length > limit ? (page.at(-1)?.id ?? null) : null,
      },
    }
  },
  async effect({ effects }, { db, now, record, send, proposal: { proposedBy, adoptedBy } }) {
    for (const effect of await effectsById(db, effects)) {
      if (whyNotUndone(effect, now) !== null) continue
      const solution = await lockSolutionById(db, effect.solutionId)
      if (!solution) continue
      await letRun({ db, now, record, send }, solution)
      record(said.undone(await undoEffect(db, effect.id, { by: adoptedBy, proposedBy }, now)))
    }
  },
})

const sayBack = (back: number, all: number, language: 'en' | 'de'): string => {
  if (back === all && all === 1) return language === 'de' ? 'Sie läuft wieder wie zuvor.' : 'It runs again as before.'
  if (back === all) return language === 'de' ? `Alle ${all} Lösungen laufen wieder wie zuvor.` : `All ${all} solutions run again as before.`
  return language === 'de'
    ? `${back} von ${all} Lösungen laufen wieder wie zuvor; die anderen bleiben, wie sie jetzt sind.`
    : `${back} of ${all} solutions run again as before; the others stay as they are now.`
}

const contentOf = async (db: Db, about: string, effects: readonly Listed[]) => {
  if (effects.length === 0) throw noSuchEffect()
  const behind = new Set<string>()
  for (const { solutionId } of effects) {
    const solution = await solutionById(db, solutionId)
    for (const person of solution ? behindIt(solution) : []) behind.add(person)
  }
  return { about, effects: effects.map(({ id }) => id), behind: [...behind].toSorted() }
}

export const proposeUndoEffect = proposing(undoEffects, {
  name: 'propose-undo-effect',
  summary: 'Propose that something which a rule did by itself is undone; a second person decides.',
  path: '/proposals/undone-effects',
  input: z.strictObject({ effect: id() }),
  content: async ({ effect }, { db }) => contentOf(db, effect, await effectsById(db, [effect])),
})

export const proposeUndoNight = proposing(undoEffects, {
  name: 'propose-undo-night',
  summary: 'Propose that everything which a rule did by itself in one night is undone; a second person decides.',
  path: '/proposals/undone-nights',
  input: z.strictObject({ rule: ruleName(), night: day() }),
  content: async ({ rule, night }, { db }) => contentOf(db, `${rule} ${night}`, await effectsOfNight(db, rule, night, MOST_A_NIGHT)),
})
