import type { Actor } from '#src/kernel/actor.ts'
import { hasRole, scopeOf } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly, signedIn } from '../permissions.ts'
import type { Parties, SolutionRow } from './store.ts'

/** Whether an account builds it, owns it or stands in for its owner. */
export const isParty = (person: string, { makerId, ownerId, backupOwnerId, coMakers }: Parties): boolean =>
  person === ownerId || person === makerId || person === backupOwnerId || coMakers.includes(person)

/** Whether this row is within what the actor may know of: the same answer that the lists give by SQL. */
export const maySee = (actor: Actor, solution: Parties): boolean => {
  const scope = scopeOf(actor)
  if (scope.kind !== 'some') return scope.kind === 'everything'
  return isParty(scope.person, solution) || (solution.unitId !== null && scope.units.includes(solution.unitId))
}

/** What one may not see does not exist for them: the answer is the same for both. */
export const unknownSolution = (): Refusal =>
  refuse(
    'not-found',
    'no-such-solution',
    'There is no such solution that you may see.',
    'Check the key, or ask its owner or the center of excellence.',
    'key',
  )

export const seesIt = (actor: Actor, solution: SolutionRow | undefined): Refusal | null =>
  signedIn(actor) ?? (solution && maySee(actor, solution) ? null : unknownSolution())

/** Those who build it and those who answer for it, and nobody else, whatever their role. */
export const speaksForIt = (actor: Actor, solution: SolutionRow | undefined): Refusal | null => {
  const unseen = seesIt(actor, solution)
  if (unseen || !solution) return unseen
  return actor.kind === 'person' && isParty(actor.id, solution)
    ? null
    : refuse('forbidden', 'not-yours', 'Only its owners and its makers may change it.', 'Ask the owner to make the change.')
}

/** Its owner, or whoever stands in for them. */
export const answersForIt = (actor: Actor, solution: SolutionRow | undefined): Refusal | null => {
  const unseen = seesIt(actor, solution)
  if (unseen || !solution) return unseen
  return actor.kind === 'person' && (actor.id === solution.ownerId || actor.id === solution.backupOwnerId)
    ? null
    : refuse('forbidden', 'owners-only', 'Only whoever answers for it decides this.', 'Ask its owner or the backup owner.')
}

/** Whoever may give a sign-off on some review; on which one is looked at with the review itself. */
export const reviewsIt = (actor: Actor, solution: SolutionRow | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesIt(actor, solution)
  if (unseen || !solution) return unseen
  return hasRole(actor, 'coe-reviewer', 'it-security', 'legal', 'change-manager')
    ? null
    : refuse('forbidden', 'reviewers-decide', 'Only those who review settle facts.', 'Answer their questions, and they will.')
}

/** The center of excellence says what others should build on. */
export const recommendsIt = (actor: Actor, solution: SolutionRow | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesIt(actor, solution)
  if (unseen || !solution) return unseen
  return hasRole(actor, 'coe-reviewer', 'program-lead')
    ? null
    : refuse(
        'forbidden',
        'coe-recommends',
        'Only the center of excellence recommends solutions as templates.',
        'Ask the center of excellence.',
      )
}
