import type { Actor } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly } from '../permissions.ts'
import type { Held } from './held.ts'

export const noSuchContent = (): Refusal =>
  refuse('not-found', 'no-such-content', 'There is no such content that you may see.', 'Take it from the list of content.', 'id')

/** Personal data: for those who look at it, those who answer for the solution, and who submitted it. No role opens it. */
export const seesContent = (actor: Actor, held: Held | undefined): Refusal | null => {
  const unsigned = personsOnly(actor)
  if (unsigned || !held || actor.kind !== 'person') return unsigned ?? noSuchContent()
  const { review, step, solution } = held
  const theirs = [review.submittedBy, solution.ownerId, solution.backupOwnerId, ...step.reviewers].includes(actor.id)
  return theirs ? null : noSuchContent()
}

/** Whom the owner named, and nobody else. */
export const decidesContent = (actor: Actor, held: Held | undefined): Refusal | null => {
  const unseen = seesContent(actor, held)
  if (unseen || !held || actor.kind !== 'person') return unseen ?? noSuchContent()
  return held.step.reviewers.includes(actor.id)
    ? null
    : refuse('forbidden', 'content-reviewers-decide', 'Only its named reviewers decide about content.', 'Ask the owner to name you.')
}

/** Who submitted it, or answers for the solution. */
export const withdrawsContent = (actor: Actor, held: Held | undefined): Refusal | null => {
  const unseen = seesContent(actor, held)
  if (unseen || !held || actor.kind !== 'person') return unseen ?? noSuchContent()
  const { review, solution } = held
  return [review.submittedBy, solution.ownerId, solution.backupOwnerId].includes(actor.id)
    ? null
    : refuse(
        'forbidden',
        'content-not-yours',
        'Content is taken back by who submitted it, or who answers for its solution.',
        'Reject it, with the reason.',
      )
}
