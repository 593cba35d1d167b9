import type { Actor } from '#src/kernel/actor.ts'
import { hasRole, isHuman } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly } from '../permissions.ts'
import type { AskedEmergency } from './store.ts'

/** Whoever keeps something running may have to act at night. */
export const mayOpen = (actor: Actor): Refusal | null =>
  personsOnly(actor) ??
  (hasRole(actor, 'administrator', 'it-security', 'program-lead')
    ? null
    : refuse(
        'forbidden',
        'keepers-only',
        'Emergency access is for administrators, IT security and program leads.',
        'Call one of them; the list of contacts says how.',
      ))

export const noSuchEmergency = (): Refusal =>
  refuse('not-found', 'no-such-emergency', 'There is no such emergency access.', 'Take its id from the list.', 'emergency')

/** Opened by whoever asks: as the human being that they were then, or that they are now. */
const openedIt = (actor: Actor, { human, own }: AskedEmergency): boolean => own || isHuman(actor, human)

export const mayEnd = (actor: Actor, emergency: AskedEmergency | undefined): Refusal | null => {
  const nobody = personsOnly(actor)
  if (nobody || !emergency) return nobody ?? noSuchEmergency()
  return openedIt(actor, emergency) ? null : mayOpen(actor)
}

/** Looked at by somebody else, always; the ledger shows what was done meanwhile. */
export const mayReview = (actor: Actor, emergency: AskedEmergency | undefined): Refusal | null => {
  const unfit = personsOnly(actor) ?? (hasRole(actor, 'auditor') ? null : mayOpen(actor))
  if (unfit || !emergency) return unfit ?? noSuchEmergency()
  return openedIt(actor, emergency)
    ? refuse(
        'forbidden',
        'own-emergency',
        'Nobody reviews their own emergency access.',
        'Ask an auditor, or another administrator, program lead or IT security.',
      )
    : null
}
