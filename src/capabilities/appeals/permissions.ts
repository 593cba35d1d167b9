import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse, Refusal as No } from '#src/kernel/refusal.ts'
import { personsOnly, signedIn } from '../permissions.ts'
import type { SolutionRow } from '../registry/index.ts'
import { seesIt, unknownSolution } from '../registry/index.ts'
import type { HeldReview } from '../review/index.ts'
import { signerFault } from '../review/index.ts'

const unknownLook = (): Refusal =>
  refuse('not-found', 'no-such-review', 'There is no second look with this key that you may give.', 'Take it from the queue.', 'review')

/** Whoever could review it and had no part in it. */
export const looksAgain = (actor: Actor, held: HeldReview | undefined): Refusal | null => {
  const nobody = personsOnly(actor)
  if (nobody) return nobody
  if (held?.review.purpose !== 'second-look' || !hasRole(actor, 'coe-reviewer', 'it-security', 'legal', 'change-manager'))
    return unknownLook()
  const faults = signerFault(held, null)
  return faults.length === 0 ? null : new No('forbidden', 'no-second-look', 'It takes somebody else’s look.', faults)
}

/** The central team’s contacts here: the center of excellence and whoever leads the program. */
export const receivesIdeas = (actor: Actor, solution: SolutionRow | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? seesIt(actor, solution)
  if (unseen || !solution) return unseen ?? unknownSolution()
  return hasRole(actor, 'coe-reviewer', 'program-lead') ? null : notYours()
}

export const seesReferrals = (actor: Actor): Refusal | null =>
  signedIn(actor) ??
  (actor.kind === 'system' || hasRole(actor, 'coe-reviewer', 'program-lead', 'auditor')
    ? null
    : refuse(
        'forbidden',
        'central-team-only',
        'Referred ideas are for the center of excellence.',
        'You see what became of yours on its own page.',
      ))

const notYours = (): Refusal =>
  refuse(
    'forbidden',
    'central-team-only',
    'Only the center of excellence and whoever leads the program confirm for the central team.',
    'Ask them whether it has arrived.',
  )
