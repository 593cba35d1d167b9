/** Who asks. A door turns what a caller shows (a cookie, a token) into one of these; rules see nothing else of them. */
export type Actor = Anonymous | Person | System

export interface Anonymous {
  kind: 'anonymous'
}

export interface Person {
  kind: 'person'
  id: string
  name: string
  roles: readonly Role[]
  /** The sign-in through which this person speaks; ending it ends that way in. */
  session: string
}

/** The program itself, at night or at start: never a way around a rule, only a name for who did it. */
export interface System {
  kind: 'system'
  job: string
}

export const anonymous: Anonymous = { kind: 'anonymous' }

/** The roles of a citizen developer program, in the order in which people meet them. */
export const roles = [
  'maker',
  'unit-lead',
  'coe-reviewer',
  'it-security',
  'legal',
  'change-manager',
  'program-lead',
  'auditor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** How the ledger and the idempotency table name an actor: an opaque id, never a person's name. */
export const actorId = (actor: Actor): string =>
  actor.kind === 'person' ? actor.id : actor.kind === 'system' ? `system:${actor.job}` : 'anonymous'

export const hasRole = (actor: Actor, ...any: readonly Role[]): boolean =>
  actor.kind === 'person' && any.some(role => actor.roles.includes(role))

/**
 * Which solutions an actor may know of, computed once per call. Every list, count, search and export takes it as one
 * SQL condition, so that `list(scope)` equals all that `allows` would let through.
 */
export type Scope = { kind: 'everything' } | { kind: 'own'; person: string } | { kind: 'nothing' }

export const scopeOf = (actor: Actor): Scope => {
  if (actor.kind === 'system') return { kind: 'everything' }
  if (actor.kind === 'anonymous') return { kind: 'nothing' }
  const seesAll = hasRole(actor, 'coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'auditor')
  return seesAll ? { kind: 'everything' } : { kind: 'own', person: actor.id }
}
