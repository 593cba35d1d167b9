import type { Actor, Person } from '#src/kernel/actor.ts'
import type { AnyOperation } from '#src/kernel/operation.ts'
import { withinToken } from '#src/kernel/token-scope.ts'

/** One kind of caller. Whoever shows a secret that is no longer good is turned away before any permission is asked. */
export type Caller = {
  name: string
  group: 'people' | 'ways in'
  /** Who that is, in one line. */
  who: string
} & ({ actor: Actor } | { turnedAway: string })

/**
 * What operations with a target are asked about: operation → about what → the target, as its `target` would load it:
 * plain values with the fields that the permission reads, `undefined` for what does not exist, `byCaller` for what
 * differs by who asks. An operation that loads a target and has no example has no row, which fails the tests.
 */
export type Examples = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Who asks, as far as an example may depend on it. Visitors and the program are `nobody`. */
export type Asking = Pick<Person, 'id' | 'human' | 'roles'>

export const askingOf = (actor: Actor): Asking => (actor.kind === 'person' ? actor : { id: 'nobody', human: 'nobody', roles: [] })

class ByCaller {
  readonly make: (asking: Asking) => unknown

  constructor(make: (asking: Asking) => unknown) {
    this.make = make
  }
}

/** A target that is made anew for each caller, such as a proposal of one’s own. */
export const byCaller = (make: (asking: Asking) => unknown): unknown => new ByCaller(make)

const targetFor = (actor: Actor, example: unknown): unknown => (example instanceof ByCaller ? example.make(askingOf(actor)) : example)

/** What a caller is told: `yes`, or the code of the refusal. The same functions as the runner asks, and no copy of them. */
export const answerTo = (caller: Caller, operation: AnyOperation, example: unknown): string => {
  if ('turnedAway' in caller) return caller.turnedAway
  const { actor } = caller
  return (withinToken(actor, operation, {}) ?? operation.allows(actor, targetFor(actor, example)))?.code ?? 'yes'
}
