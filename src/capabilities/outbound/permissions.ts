import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly, signedIn } from '../permissions.ts'
import type { PrivateTargetRow } from './store.ts'

/** The list says how the company's network is built; the program itself needs it to call out. */
export const readsTargets = (actor: Actor): Refusal | null => {
  if (actor.kind === 'system' || hasRole(actor, 'administrator', 'it-security', 'auditor')) return null
  return (
    signedIn(actor) ??
    refuse(
      'forbidden',
      'network-keepers-only',
      'Which private targets may be called is for administrators, IT security and auditors to see.',
      'Ask an administrator or IT security.',
    )
  )
}

export const noSuchTarget = (): Refusal =>
  refuse(
    'not-found',
    'no-such-target',
    'There is no such private target, or it was withdrawn.',
    'Take its id from the list of private targets.',
    'id',
  )

/** Closing takes one person where opening takes two. */
export const mayWithdraw = (actor: Actor, target: PrivateTargetRow | undefined): Refusal | null => {
  const nobody = personsOnly(actor)
  if (nobody) return nobody
  if (!hasRole(actor, 'administrator', 'it-security'))
    return refuse(
      'forbidden',
      'network-keepers-only',
      'Private targets are withdrawn by an administrator or by IT security.',
      'Ask one of them, and say what worries you.',
    )
  return target ? null : noSuchTarget()
}
