import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { signedIn } from '../permissions.ts'

/** Administrators, and the operator at the terminal, who holds the master key itself. */
export const keyKeepers = (actor: Actor): Refusal | null => {
  if (actor.kind === 'system' || hasRole(actor, 'administrator')) return null
  return (
    signedIn(actor) ??
    refuse('forbidden', 'key-keepers-only', 'The keys of this installation are for administrators.', 'Ask an administrator.')
  )
}
