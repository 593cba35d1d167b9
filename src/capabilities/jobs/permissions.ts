import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly, signedIn } from '../permissions.ts'

/** Jobs are for those who keep the program running, lead it or audit it. */
export const seesJobs = (actor: Actor): Refusal | null =>
  signedIn(actor) ??
  (actor.kind === 'system' || hasRole(actor, 'administrator', 'program-lead', 'coe-reviewer', 'auditor')
    ? null
    : refuse('forbidden', 'keepers-only', 'Jobs are shown to those who keep or lead the program.', 'Ask an administrator.'))

export const noSuchJob = (): Refusal =>
  refuse('not-found', 'no-such-job', 'There is no job with this id.', 'Take one from the list of jobs.', 'job')

export const keepsJobs = (actor: Actor): Refusal | null =>
  personsOnly(actor) ??
  (hasRole(actor, 'administrator')
    ? null
    : refuse('forbidden', 'administrators-only', 'Only an administrator starts or stops jobs.', 'Ask an administrator.'))
