import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly } from '../permissions.ts'
import type { SolutionRow } from '../registry/index.ts'
import { answersForIt, seesIt, unknownSolution } from '../registry/index.ts'
import type { HeldOffer } from './held-offer.ts'

/** Whoever answers for it asks somebody to do so after them; the center of excellence where they are gone. */
export const offersIt = (actor: Actor, solution: SolutionRow | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesIt(actor, solution)
  if (unseen || !solution) return unseen ?? unknownSolution()
  return hasRole(actor, 'coe-reviewer', 'program-lead') ? null : answersForIt(actor, solution)
}

/** Those who answer for it, and whoever made it, say who builds it too. */
export const namesMakers = (actor: Actor, solution: SolutionRow | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesIt(actor, solution)
  if (unseen || !solution) return unseen ?? unknownSolution()
  return actor.kind === 'person' && actor.id === solution.makerId ? null : answersForIt(actor, solution)
}

/** One person is enough to stop it: who answers for it, IT security, or the center of excellence. */
export const stopsIt = (actor: Actor, solution: SolutionRow | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesIt(actor, solution)
  if (unseen || !solution) return unseen ?? unknownSolution()
  return hasRole(actor, 'it-security', 'coe-reviewer', 'program-lead') ? null : answersForIt(actor, solution)
}

export const takesBack = (actor: Actor, solution: SolutionRow | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesIt(actor, solution)
  if (unseen || !solution) return unseen ?? unknownSolution()
  return hasRole(actor, 'coe-reviewer', 'program-lead') ? null : answersForIt(actor, solution)
}

export const unknownOffer = (): Refusal =>
  refuse('not-found', 'no-such-offer', 'There is no such offer that you may see.', 'Take it from the list of offers to you.', 'offer')

/** Nobody answers for something because somebody else said so: only whoever was asked says yes or no. */
export const wasAsked = (actor: Actor, held: HeldOffer | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesOffer(actor, held)
  if (unseen || !held) return unseen ?? unknownOffer()
  return actor.kind === 'person' && actor.id === held.offer.offeredTo
    ? null
    : refuse('forbidden', 'not-asked', 'Only whoever was asked says yes or no.', 'Withdraw the offer, if you made it.')
}

export const withdrawsOffer = (actor: Actor, held: HeldOffer | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesOffer(actor, held)
  if (unseen || !held) return unseen ?? unknownOffer()
  return actor.kind === 'person' && actor.id === held.offer.offeredBy ? null : offersIt(actor, held.solution)
}

/** Whoever was asked knows of the offer before they see the solution. */
const seesOffer = (actor: Actor, held: HeldOffer | undefined): Refusal | null => {
  if (!held) return unknownOffer()
  const asked = actor.kind === 'person' && actor.id === held.offer.offeredTo
  return asked || seesIt(actor, held.solution) === null ? null : unknownOffer()
}
