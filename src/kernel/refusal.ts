/**
 * An expected "no". Operations throw it or return it from `allows`; doors present it; nothing else is ever shown
 * to a caller. Whatever else is thrown is a bug and leaves the house as a bare "internal error".
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: RefusalKind
  /** Stable, kebab-case: programs may branch on it. */
  readonly code: string
  /** Everything that stands in the way, each with what would clear it. Never empty. */
  readonly blockers: readonly Blocker[]

  constructor(kind: RefusalKind, code: string, message: string, blockers: readonly Blocker[]) {
    super(message)
    this.kind = kind
    this.code = code
    this.blockers = blockers
  }
}

/**
 * An expected "no" that is itself an event, such as a wrong password: what the operation wrote and recorded until then
 * is kept, and only then is the caller refused. Only `run` may throw it.
 */
export class Recorded extends Error {
  override readonly name = 'Recorded'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

export interface Blocker {
  /** The input field at fault as a dotted path (`facts.audience`); left out where no single field is. */
  field?: string
  reason: string
  remedy: string
}

/**
 * What sort of "no" it is. Doors map kinds, never codes: HTTP to a status (`doors/http/problem.ts`),
 * the command line to an exit code (`doors/cli/command.ts`).
 */
export type RefusalKind =
  | 'invalid' // the input cannot be understood or breaks a stated limit
  | 'unauthenticated' // nobody is signed in, or the sign-in ended
  | 'forbidden' // somebody is signed in who may not do this
  | 'not-found' // no such thing, or not for this caller to know of
  | 'conflict' // it contradicts what stands now
  | 'stale' // it was changed by someone else since the caller read it
  | 'precondition-missing' // the caller must say which version it read, or which request this is
  | 'mismatch' // the same request id came with different content
  | 'too-large' // over a stated limit of size
  | 'too-many' // asked too often; asking again after a while works
  | 'unavailable' // cannot be done safely just now; asking again later may work

/** The common case: one reason, one remedy. */
export const refuse = (kind: RefusalKind, code: string, reason: string, remedy: string, field?: string): Refusal =>
  new Refusal(kind, code, reason, [{ ...(field === undefined ? {} : { field }), reason, remedy }])
