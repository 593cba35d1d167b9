import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly, signedIn } from '../permissions.ts'

/** Who stops, and who lets run again: one of them is enough for the first, two for the second. */
export const stoppers = ['it-security', 'coe-reviewer', 'program-lead'] as const

/** One person is enough to stop. */
export const startsStops = (actor: Actor): Refusal | null =>
  personsOnly(actor) ??
  (hasRole(actor, ...stoppers)
    ? null
    : refuse(
        'forbidden',
        'stoppers-only',
        'A tool, a model or a unit is stopped by IT security, the center of excellence or the program lead.',
        'Call one of them at once. What you answer for yourself you stop on its own page.',
      ))

/** What is stopped concerns those who oversee the program, and those who run it. Which solutions that reaches is for each by what they may see. */
export const readsStops = (actor: Actor): Refusal | null =>
  signedIn(actor) ??
  (actor.kind === 'system' || hasRole(actor, ...stoppers, 'legal', 'change-manager', 'auditor', 'administrator')
    ? null
    : refuse(
        'forbidden',
        'stops-overseers-only',
        'The list of stops is for those who oversee the whole program.',
        'What stops one of your solutions stands on its own page.',
      ))

export const unknownStop = (): Refusal =>
  refuse('not-found', 'no-such-stop', 'There is no such stop.', 'Take it from the list of stops.', 'stop')
