import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly, signedIn } from '../permissions.ts'

/** Who keeps the program running also keeps its mail running. */
export const keepsMessages = (actor: Actor): Refusal | null => personsOnly(actor) ?? administrators(actor)

/** What is said in everybody's name may be read by those who answer for it. */
export const readsTexts = (actor: Actor): Refusal | null =>
  signedIn(actor) ??
  (hasRole(actor, 'administrator', 'program-lead', 'auditor')
    ? null
    : refuse(
        'forbidden',
        'text-keepers-only',
        'The texts of messages are shown to administrators, the program lead and auditors.',
        'Ask an administrator.',
      ))

const administrators = (actor: Actor): Refusal | null =>
  hasRole(actor, 'administrator')
    ? null
    : refuse('forbidden', 'message-keepers-only', 'How messages are sent is for administrators.', 'Ask an administrator.')

export const noSuchDelivery = (): Refusal =>
  refuse('not-found', 'no-such-delivery', 'There is no letter with this id.', 'Take one from the list of letters.', 'delivery')

export const noSuchKind = (): Refusal =>
  refuse('not-found', 'no-such-message-kind', 'There is no such kind of message.', 'Take one from the list of texts.', 'kind')

export const changedMeanwhile = (): Refusal =>
  refuse('stale', 'changed-meanwhile', 'Somebody changed this just now.', 'Read it again, and change it then.', 'version')
