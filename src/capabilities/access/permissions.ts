import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly } from '../permissions.ts'
import type { Account } from './account-store.ts'

export const administratorsOnly = (actor: Actor): Refusal | null =>
  personsOnly(actor) ??
  (hasRole(actor, 'administrator')
    ? null
    : refuse('forbidden', 'administrators-only', 'Only an administrator decides how others get in.', 'Ask an administrator.'))

/** Administrators, asked about somebody who exists. */
export const administersAccount = (actor: Actor, account: Account | undefined): Refusal | null =>
  administratorsOnly(actor) ?? (account ? null : noSuchAccount())

/** Auditors may look as well. */
export const seesAccount = (actor: Actor, account: Account | undefined): Refusal | null =>
  hasRole(actor, 'auditor') ? (account ? null : noSuchAccount()) : administersAccount(actor, account)

export const noSuchAccount = (): Refusal =>
  refuse('not-found', 'no-such-person', 'There is no such person.', 'Look for them in the list of people.', 'person')
