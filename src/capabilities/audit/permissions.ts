import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { signedIn } from '../permissions.ts'

/** Auditors, and the operator at the terminal, who holds the data itself. */
export const auditors = (actor: Actor): Refusal | null => {
  if (actor.kind === 'system' || hasRole(actor, 'auditor')) return null
  return (
    signedIn(actor) ??
    refuse(
      'forbidden',
      'auditors-only',
      'The whole ledger is for auditors.',
      'Ask an auditor, or take the proof of a single entry from a solution’s history.',
    )
  )
}
