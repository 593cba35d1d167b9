import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import { actorId, scopeOf } from '#src/kernel/actor.ts'
import type { Actor } from '#src/kernel/actor.ts'
import { endAnswering } from '#src/capabilities/access/index.ts'
import { insertMessages } from '#src/capabilities/messages/index.ts'
import type { Clock } from '#src/kernel/clock.ts'
import type { Message } from '#src/kernel/message.ts'
import type { Answering, Credential, Operation, Outcome, Run } from '#src/kernel/operation.ts'
import { parseInput } from '#src/kernel/parse.ts'
import { asProven, proofNeeded } from '#src/kernel/proof.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { Recorded, refuse } from '#src/kernel/refusal.ts'
import { withinToken } from '#src/kernel/token-scope.ts'
import type { Entry, Written } from '#src/ledger/index.ts'
import { insertEntries } from '#src/ledger/index.ts'
import { isOutage, isSerializationFailure, isUniqueViolation } from '#src/store/errors.ts'
import { transact } from '#src/store/index.ts'
import type { Db, Store } from '#src/store/index.ts'
import { requestOf, requestsNamed } from './requests.ts'

export interface RunnerParts {
  store: Store
  clock: Clock
  /** Who a credential belongs to now; throws `unauthenticated` where it ended. */
  identify(db: Db, credential: Credential, now: Temporal.Instant): Promise<Actor>
  /** Called after a commit that wrote entries. */
  onEntries(): void
}

/** What was kept although the answer is no. */
interface Refused {
  refused: Refusal
  entries: readonly number[]
}

/** Any operation, over our store and our ledger, that answers with an O. */
type Ours<O = unknown> = Operation<z.ZodObject, z.ZodType<O>, unknown, Db, Entry, unknown, unknown>

/**
 * The one way in which anything happens: parse → begin → identify → token → proof → allows → idempotency → run → messages → entries →
 * commit → present. What an operation does ahead stands before all that, behind a first look at whether the caller may. Whatever throws
 * on the way leaves the database as it was. A transaction that the database asks to repeat is repeated, three times at most.
 */
export const createRunner = ({ store, clock, identify, onEntries }: RunnerParts): Run => {
  /** Who asks, and what about: or why they may not. Where it runs next, what it begins with is asked for at the same moment. */
  const admit = async (db: Db, operation: Ours, input: Record<string, unknown>, credential: Credential, next: 'ahead' | 'run') => {
    const now = clock.now()
    const shown = identify(db, credential, now)
    const known = shown.then(shown => {
      const beyond = withinToken(shown, operation, input)
      if (beyond) throw beyond
      return asProven(shown, operation)
    })
    const beside = heardLater(async () => (next === 'run' ? operation.beside?.(db) : undefined))
    const named = heardLater(async () =>
      next === 'run' && operation.once ? requestsNamed(db, { requestId: String(input['requestId']) }) : [],
    )
    // Nothing is held for somebody who is not known.
    if (operation.effect !== 'read') await known
    const loading = heardLater(async () => (await operation.target?.(input, { db, actor: known })) ?? null)
    const actor = await known
    const target = await loading
    const refusal = operation.allows(actor, target)
    if (refusal) throw actor === (await shown) ? refusal : proofNeeded()
    return { now, actor, target, beside, named }
  }

  /** Long work is done for nobody who may not ask for it, and while no transaction is open. */
  const workAhead = async (operation: Ours, input: Record<string, unknown>, credential: Credential): Promise<unknown> => {
    if (!operation.ahead) return undefined
    await transact(store.db, kindOf(operation), db => admit(db, operation, input, credential, 'ahead'))
    return operation.ahead(input)
  }

  const attempt = <O>(
    operation: Ours<O>,
    input: Record<string, unknown>,
    credential: Credential,
    ahead: unknown,
  ): Promise<Outcome<O> | Refused> =>
    transact(store.db, kindOf(operation), async db => {
      const { now, actor, target, beside, named } = await admit(db, operation, input, credential, 'run')
      const request = operation.once && requestOf(operation, input, actor, await named)
      if (request?.answered) return { output: operation.output.parse(request.answered.output), entries: request.answered.entries }
      expectVersion(operation, input, target)

      const recorded: Entry[] = []
      const sent: Message[] = []
      const context = {
        actor,
        now,
        db,
        scope: scopeOf(actor),
        record: (entry: Entry) => void recorded.push(entry),
        send: (message: Message) => void sent.push(message),
        ahead,
        beside: await beside,
      }
      const answer = await operation.run(input, context, target).catch(keepRecorded)
      if (operation.effect === 'read') {
        if (sent.length > 0) throw new Error(`${operation.name} only reads, and sends messages.`)
        return { output: operation.output.parse(answer), entries: [] }
      }
      if (recorded.length === 0) throw new Error(`${operation.name} changed something without recording it.`)
      if (credential.kind === 'answer' && !(answer instanceof Recorded)) await endAnswering(context, actor)

      const written: Written = { actor: actorId(actor), at: now, operation: operation.name }
      await insertMessages(db, sent, written)
      if (answer instanceof Recorded)
        return { refused: answer.refusal, entries: await insertEntries(db, recorded, written, { last: true }) }
      const output = operation.output.parse(answer)
      return { output, entries: await insertEntries(db, recorded, written, { beside: request?.keep(output, now), last: true }) }
    })

  return async <O>(operation: Answering<O>, raw: unknown, credential: Credential) => {
    const input = readInput(operation, raw)
    const ahead = await workAhead(operation, input, credential).catch((error: unknown) => {
      throw asOutage(error)
    })
    for (let tries = 1; ; tries += 1) {
      let outcome
      try {
        outcome = await attempt(operation, input, credential, ahead)
      } catch (error) {
        if (!isTriedAgain(error, operation, tries)) throw asOutage(error)
        if (isSerializationFailure(error)) await sleep(Math.random() * 20 * tries)
        continue
      }
      if (outcome.entries.length > 0) onEntries()
      if ('refused' in outcome) throw outcome.refused
      return outcome
    }
  }
}

/** Also a create that fails for whatever reason, once: its twin may have been done meanwhile, and then it is answered as that one was. */
const isTriedAgain = (error: unknown, { once }: Ours, tries: number): boolean =>
  isSerializationFailure(error) || isUniqueViolation(error, 'request_pkey') ? tries < 3 : once === true && tries === 1 && !isOutage(error)

/** Begins at once; a rejection waits until it is asked for, because another may have to be told first. */
const heardLater = <T>(begin: () => Promise<T>): Promise<T> => {
  const begun = begin()
  begun.catch(() => undefined)
  return begun
}

const keepRecorded = (error: unknown): Recorded => {
  if (error instanceof Recorded) return error
  throw error
}

const kindOf = ({ effect }: Ours) => (effect === 'read' ? 'reads' : 'writes')

const readInput = (operation: Ours, raw: unknown): Record<string, unknown> => {
  if ('version' in operation.input.shape && fieldOf(raw, 'version') === undefined)
    throw refuse(
      'precondition-missing',
      'version-required',
      'The request does not say which version it changes.',
      'Read the thing first and send its version back (HTTP: the If-Match header).',
      'version',
    )
  if (operation.once && fieldOf(raw, 'requestId') === undefined)
    throw refuse(
      'precondition-missing',
      'request-id-required',
      'The request has no name of its own.',
      'Send a new random id with each request, and the same one when you repeat it (HTTP: the Idempotency-Key header).',
      'requestId',
    )
  return parseInput(operation.input, raw)
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

const expectVersion = ({ input: { shape } }: Ours, input: Record<string, unknown>, target: unknown): void => {
  if (!('version' in shape)) return
  const current = fieldOf(target, 'version')
  if (input['version'] !== current)
    throw refuse(
      'stale',
      'changed-meanwhile',
      `Somebody changed it: you read version ${String(input['version'])}, now it is version ${String(current)}.`,
      'Read it again, look at what changed, and send your change with the new version.',
      'version',
    )
}

const asOutage = (error: unknown): unknown => (isOutage(error) ? outage() : error)

const outage = (): Refusal =>
  refuse(
    'unavailable',
    'store-unavailable',
    'The database does not answer just now.',
    'Send the request again in a few seconds. If it was a change, keep its request id, so that it happens once.',
  )
