import type { Actor } from '#src/kernel/actor.ts'
import { scopeOf } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { signedIn } from '../permissions.ts'
import type { SolutionRow } from './store.ts'

/** Whether this row is within what the actor may know of: the same answer that the lists give by SQL. */
export const maySee = (actor: Actor, solution: Pick<SolutionRow, 'makerId' | 'ownerId' | 'unitId'>): boolean => {
  const scope = scopeOf(actor)
  if (scope.kind !== 'some') return scope.kind === 'everything'
  const own = scope.person === solution.ownerId || scope.person === solution.makerId
  return own || (solution.unitId !== null && scope.units.includes(solution.unitId))
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

/** Its owner or its maker, and nobody else, whatever their role. */
export const speaksForIt = (actor: Actor, solution: SolutionRow | undefined): Refusal | null => {
  const unseen = seesIt(actor, solution)
  if (unseen || !solution) return unseen
  const own = actor.kind === 'person' && (actor.id === solution.ownerId || actor.id === solution.makerId)
  return own ? null : refuse('forbidden', 'not-yours', 'Only its owner or its maker may change it.', 'Ask the owner to make the change.')
}
