import type { Actor } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly } from '../permissions.ts'
import { offersIt, seesIt } from '../registry/index.ts'
import type { HeldOffer } from './held-offer.ts'

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
