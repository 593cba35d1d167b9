import type { z } from 'zod'
import type { Actor, Scope } from './actor.ts'
import type { Message } from './message.ts'
import type { Refusal } from './refusal.ts'

/**
 * Whatever the program can be asked. Doors mount operations and hold no rule; the runner (`src/runner.ts`) is the only
 * one who calls `run`. The API document, the generated client, the authorization matrix and the reference pages are
 * drawn from the list of operations in `src/program.ts`.
 *
 * `Db` is the store's transaction and `Entry` the ledger's: the kernel knows neither.
 */
export interface Operation<I extends z.ZodObject, O extends z.ZodType, T, Db, Entry, A = undefined, B = undefined> {
  /** Verb first, kebab-case: `register-solution`. */
  name: string
  /** One sentence, for the API document and the terminal's help. */
  summary: string
  /**
   * `read` runs in a read-only transaction. A `write` that records nothing is rolled back as a bug.
   * `destroy` is a write that cannot be undone: doors ask before they call it.
   */
  effect: 'read' | 'write' | 'destroy'
  /** Where HTTP mounts it below `/api`. Left out: only the program itself, or a protocol door, may ask for it. */
  http?: { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: `/${string}`; maxBytes?: number }
  input: I
  /** Strips what it does not name: the only presenter there is. */
  output: O
  /**
   * Loads only what the permission needs, and locks it where the operation writes. What only reads begins while the caller is still
   * being looked up, and is heard of once they are known.
   */
  target?(input: z.output<I>, read: { db: Db; actor: Promise<Actor> }): Promise<T>
  /** Pure: null where the actor may, else why not and who can. */
  allows(actor: Actor, target: T): Refusal | null
  /** Only somebody who signed in themself may ask: no token does this on anyone's behalf. A `destroy` is always so. */
  attended?: true
  /** Also for somebody who has yet to show a second factor: what they need in order to set one up, and no more. */
  beforeProof?: true
  /** A create: the caller names the request, and a repeated request gives the first answer again. */
  once?: true
  /**
   * Whether an answer is one that may change soon. A door then asks anew for as many seconds as the input's `wait` says, each time
   * in a transaction of its own, before it answers.
   */
  waits?(output: NoInfer<z.output<O>>): boolean
  /** Where the answer is a file to keep, of this media type: HTTP answers its content. Its name is letters, digits, points and hyphens. */
  file?: { type: string; of(output: NoInfer<z.output<O>>): { name: string; content: string } }
  /**
   * Work on the input alone that takes longer than a transaction should stay open. It is done once the caller is known and
   * allowed; `run` then asks again, and finds the result in its context.
   */
  ahead?(input: z.output<I>): Promise<A>
  /**
   * What the work begins with whoever asks and whatever about, such as the charter in force: asked for at one moment with who asks, so
   * that nobody waits for it. It holds nothing, and is of before a target that waits for a lock.
   */
  beside?(db: Db): Promise<B>
  run(input: z.output<I>, context: Context<Db, Entry, A, B>, target: T): Promise<z.input<O>>
}

/** Everything an operation may reach besides its input. */
export interface Context<Db, Entry, A = undefined, B = undefined> {
  actor: Actor
  now: Temporal.Instant
  db: Db
  scope: Scope
  /** Adds to the ledger, in the same transaction as the change; nothing changes without its entry. */
  record(entry: Entry): void
  /** Tells somebody, in the same transaction as the change. Nobody is told what they did themself. */
  send(message: Message): void
  /** What was done ahead of the transaction. */
  ahead: A
  /** What the work begins with. */
  beside: B
}

/** What a caller shows of itself. The runner turns it into an actor inside the transaction, never from a cache. */
export type Credential =
  | { kind: 'none' }
  /** Somebody who signed in through the pages; `unattended` where a page asks by itself, which keeps no sign-in from running out. */
  | { kind: 'session'; secret: string; unattended?: true }
  /** A program that somebody gave a token to. */
  | { kind: 'token'; secret: string }
  /** Somebody who opened a link in a letter to them, to answer the one thing that it asks. */
  | { kind: 'answer'; secret: string }
  /** Somebody at the terminal who may read the data directory, where the running server left this secret. */
  | { kind: 'operator'; secret: string }
  /** The program itself; no door ever makes this of a request. */
  | { kind: 'system'; job: string }

/**
 * What an operation answered: its output, and the ledger entries that it wrote (their ids; places in the tree follow
 * within a second).
 */
export interface Outcome<O> {
  output: O
  entries: readonly number[]
}

/** Any operation, as doors and generators handle it: they know its shape, not its types. */
export type AnyOperation = Operation<z.ZodObject, z.ZodType, unknown, unknown, unknown, unknown, unknown>

/** An operation whose answer the caller knows the shape of. */
export type Answering<O> = AnyOperation & { output: z.ZodType<O> }

/** Calls an operation. Throws a `Refusal` for an expected no; anything else thrown is a bug. */
export type Run = <O>(operation: Answering<O>, input: unknown, credential: Credential) => Promise<Outcome<O>>
