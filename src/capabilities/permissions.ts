import type { Actor, Person } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** Small sentences that operations say in `allows`. */
export const anyone = (): null => null

export const signedIn = (actor: Actor): Refusal | null =>
  actor.kind === 'anonymous'
    ? refuse('unauthenticated', 'sign-in-needed', 'Nobody is signed in.', 'Sign in first; what you typed is kept on the page.')
    : null

export const onlyTheProgram = (actor: Actor): Refusal | null =>
  actor.kind === 'system'
    ? null
    : refuse('forbidden', 'program-only', 'Only the program itself does this.', 'There is nothing to do for you here.')

/** Somebody who answers for what they do: neither a visitor nor the program. */
export const personsOnly = (actor: Actor): Refusal | null =>
  actor.kind === 'system' ? refuse('forbidden', 'people-only', 'Only a person can do this.', 'Sign in as a person.') : signedIn(actor)

/** The person behind an actor that `personsOnly` let through. */
export const asPerson = (actor: Actor): Person => {
  if (actor.kind !== 'person') throw new Error('The permission of this operation let somebody through who is no person.')
  return actor
}
