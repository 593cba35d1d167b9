import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly } from '../permissions.ts'
import type { EndpointRow } from './store.ts'

/** Auditors may look where events go, and whether they arrive. */
export const readsEndpoints = (actor: Actor): Refusal | null =>
  personsOnly(actor) ??
  (hasRole(actor, 'administrator', 'auditor')
    ? null
    : refuse('forbidden', 'endpoint-keepers-only', 'Where events go is for administrators and auditors to see.', 'Ask an administrator.'))

export const keepsEndpoints = (actor: Actor): Refusal | null =>
  personsOnly(actor) ??
  (hasRole(actor, 'administrator')
    ? null
    : refuse('forbidden', 'endpoint-keepers-only', 'Where events go is for administrators to say.', 'Ask an administrator.'))

export const readsEndpoint = (actor: Actor, endpoint: EndpointRow | undefined): Refusal | null =>
  readsEndpoints(actor) ?? (endpoint ? null : noSuchEndpoint())

export const keepsEndpoint = (actor: Actor, endpoint: EndpointRow | undefined): Refusal | null =>
  keepsEndpoints(actor) ?? (endpoint ? null : noSuchEndpoint())

export const noSuchEndpoint = (): Refusal =>
  refuse(
    'not-found',
    'no-such-endpoint',
    'There is no such endpoint, or it was removed.',
    'Take one from the list of endpoints.',
    'endpoint',
  )
