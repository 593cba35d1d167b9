import type { Actor } from '#src/kernel/actor.ts'
import { hasRole, scopeOf } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly, signedIn } from '../permissions.ts'
import { seesIt } from '../registry/index.ts'
import type { Held } from './held.ts'

export const noSuchFinding = (): Refusal =>
  refuse('not-found', 'no-such-finding', 'There is no such finding that you may see.', 'Take it from the list of findings.', 'finding')

/** Those who see every solution see every finding; others those about solutions within their scope, about themselves, and their own work. */
export const seesFinding = (actor: Actor, held: Held | undefined): Refusal | null => {
  const stranger = signedIn(actor)
  if (stranger || !held) return stranger ?? noSuchFinding()
  if (scopeOf(actor).kind === 'everything') return null
  const { finding, solution } = held
  const theirs =
    actor.kind === 'person' &&
    (finding.assigneeId === actor.id ||
      (finding.subjectKind === 'person' && finding.subjectId === actor.id) ||
      (solution !== undefined && seesIt(actor, solution) === null))
  return theirs ? null : noSuchFinding()
}

/** The center of excellence hands work out. */
export const handsOut = (actor: Actor, held: Held | undefined): Refusal | null =>
  personsOnly(actor) ??
  seesFinding(actor, held) ??
  (hasRole(actor, 'coe-reviewer', 'program-lead')
    ? null
    : refuse(
        'forbidden',
        'coe-works-findings',
        'Findings are handed out and put off by the center of excellence.',
        'Settle what it says, or ask the center of excellence.',
      ))

/** The same, but nobody puts off what is found about their own. */
export const putsOff = (actor: Actor, held: Held | undefined): Refusal | null => {
  const refused = handsOut(actor, held)
  if (refused || !held || actor.kind !== 'person') return refused ?? noSuchFinding()
  const about = held.finding.subjectKind === 'person' && held.finding.subjectId === actor.id
  return about || held.behind.includes(actor.human)
    ? refuse(
        'forbidden',
        'own-finding',
        'Nobody puts off what is found about themself, or about what they made, own, changed or lead.',
        'Leave it to somebody who had nothing to do with it.',
      )
    : null
}

const overseers = ['coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'auditor'] as const

/** What tonight brings, and how rules are set, is for those who see every solution. */
export const oversees = (actor: Actor): Refusal | null =>
  signedIn(actor) ??
  (actor.kind === 'system' || hasRole(actor, ...overseers)
    ? null
    : refuse(
        'forbidden',
        'overseers-only',
        'This is for those who oversee the whole program.',
        'What is found about your own solutions stands in the list of findings.',
      ))

export const setsRules = (actor: Actor): Refusal | null =>
  personsOnly(actor) ??
  (hasRole(actor, 'program-lead')
    ? null
    : refuse('forbidden', 'lead-sets-rules', 'Only the program lead sets rules.', 'Ask the program lead.'))

export const noSuchEffect = (): Refusal =>
  refuse('not-found', 'no-such-effect', 'Nothing of this kind was done.', 'Take it from the list of what rules did by themselves.')
