import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { onlyTheProgram, personsOnly, signedIn } from '../permissions.ts'
import type { Held } from './held.ts'
import { signerFault } from './held.ts'
import { refusalFor } from './signer.ts'

const lookers = ['coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'auditor'] as const

/** The queue is for those who review, lead or audit; makers see the reviews of what is theirs on its own page. */
export const seesQueue = (actor: Actor): Refusal | null =>
  signedIn(actor) ??
  (actor.kind === 'system' || hasRole(actor, ...lookers)
    ? null
    : refuse(
        'forbidden',
        'reviewers-only',
        'The queue is for those who review.',
        'You find the reviews of your own solutions on their pages.',
      ))

export const unknownReview = (): Refusal =>
  refuse('not-found', 'no-such-review', 'There is no review with this key, or it is none of yours to see.', 'Check the key.', 'review')

export const seesReview = (actor: Actor, held: Held | undefined): Refusal | null =>
  signedIn(actor) ?? (held && (seesQueue(actor) === null || held.subject.readBy(actor)) ? null : unknownReview())

/** Whoever could give one of its open sign-offs. */
export const mayReview = (actor: Actor, held: Held | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesReview(actor, held)
  if (unseen || !held) return unseen ?? unknownReview()
  return refusalFor(signerFault(held, null))
}

/** Those who lead the program hand work out; whoever could review takes it. */
export const mayAssign = (actor: Actor, held: Held | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesReview(actor, held)
  if (unseen || !held) return unseen ?? unknownReview()
  return hasRole(actor, 'program-lead', 'coe-reviewer') ? null : mayReview(actor, held)
}

/** Whoever answers for the subject answers questions about it. */
export const mayAnswer = (actor: Actor, held: Held | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesReview(actor, held)
  if (unseen || !held) return unseen ?? unknownReview()
  return actor.kind === 'person' && held.subject.speakers.includes(actor.id)
    ? null
    : refuse('forbidden', 'not-yours', 'Only those who build or own it answer for it.', 'Ask its owner to answer.')
}

/** Planned by those who bring it in, or by change management. */
export const mayPlanChange = (actor: Actor, held: Held | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesReview(actor, held)
  if (unseen || !held) return unseen ?? unknownReview()
  return hasRole(actor, 'change-manager') || mayAnswer(actor, held) === null
    ? null
    : refuse('forbidden', 'not-yours', 'Only its owner, its makers and change management plan how it is brought in.', 'Ask one of them.')
}

export const onlyUpkeep = (actor: Actor, _held: Held | undefined): Refusal | null => onlyTheProgram(actor)
