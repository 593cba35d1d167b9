import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { signedIn } from '../permissions.ts'

/** Those who keep it running, lead it or audit it; and the operator at the terminal. */
export const seesHealth = (actor: Actor): Refusal | null =>
  signedIn(actor) ??
  (actor.kind === 'system' || hasRole(actor, 'administrator', 'program-lead', 'auditor')
    ? null
    : refuse(
        'forbidden',
        'installation-keepers-only',
        'How this installation is set and how it does is for those who keep or lead it.',
        'Ask an administrator.',
      ))
