/** Who asks. A door turns what a caller shows (a cookie, a token) into one of these; rules see nothing else of them. */
export type Actor = Anonymous | Person | System

export interface Anonymous {
  kind: 'anonymous'
}

export interface Person {
  kind: 'person'
  id: string
  /** The human being behind the account. Accounts of one human are one person wherever two people are needed. */
  human: string
  name: string
  roles: readonly Role[]
  /** The unit they belong to. */
  unit: string | null
  /** The units they lead, with every unit below those. */
  leads: readonly string[]
  /** The sign-in or token through which they speak; ending it ends that way in. */
  access: string
  /** What a token may be used for; null where they signed in themselves and may whatever they may. */
  may: TokenScope | null
  /** Where a password alone was shown and more is needed: until then only what is marked `beforeProof` knows them. */
  unproven?: true
}

/** The program itself, at night or at start: never a way around a rule, only a name for who did it. */
export interface System {
  kind: 'system'
  job: string
}

/** What a token may do on behalf of its owner, who may do at least as much. */
export interface TokenScope {
  effects: readonly ('read' | 'write')[]
  /** Names of the only operations it is good for; null: all of those effects. */
  operations: readonly string[] | null
  /**
   * What the input of those operations has to say: an answer link is good for one thing. A person answers through it, so they may be
   * operations that no program does on somebody's behalf.
   */
  only?: Readonly<Record<string, string>> | undefined
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

/** Whether an actor is that human being, through whichever of their accounts. */
export const isHuman = (actor: Actor, human: string): boolean => actor.kind === 'person' && actor.human === human

/**
 * Which solutions an actor may know of, computed once per call. Every list, count, search and export takes it as one
 * SQL condition, so that `list(scope)` equals all that `allows` would let through.
 */
export type Scope = { kind: 'everything' } | { kind: 'some'; person: string; units: readonly string[] } | { kind: 'nothing' }

/** Roles that see every solution: they review, decide or audit, and can't do that in part. */
const overseers = ['coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'auditor'] as const

export const scopeOf = (actor: Actor): Scope => {
  if (actor.kind === 'system') return { kind: 'everything' }
  if (actor.kind === 'anonymous') return { kind: 'nothing' }
  return hasRole(actor, ...overseers) ? { kind: 'everything' } : { kind: 'some', person: actor.id, units: actor.leads }
}
