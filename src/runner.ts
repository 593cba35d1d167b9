import { hash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { z } from 'zod'
import { actorId, scopeOf } from '#src/kernel/actor.ts'
import type { Actor } from '#src/kernel/actor.ts'
import { canonical } from '#src/kernel/canonical.ts'
import type { Clock } from '#src/kernel/clock.ts'
import type { Answering, Credential, Operation, Outcome, Run } from '#src/kernel/operation.ts'
import { parseInput } from '#src/kernel/parse.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Entry, Written } from '#src/ledger/index.ts'
import { insertEntries } from '#src/ledger/index.ts'
import { isOutage, isSerializationFailure, isUniqueViolation } from '#src/store/errors.ts'
import type { Db, Store } from '#src/store/index.ts'

export interface RunnerParts {
  store: Store
  clock: Clock
  /** Who a credential belongs to now; throws `unauthenticated` where it ended. */
  identify(db: Db, credential: Credential, now: Temporal.Instant): Promise<Actor>
  /** Called after a commit that wrote entries. */
  onEntries(): void
}

/** Any operation, over our store and our ledger, that answers with an O. */
type Ours<O = unknown> = Operation<z.ZodObject, z.ZodType<O>, unknown, Db, Entry>

/**
 * The one way in which anything happens: parse → begin → identify → allows → idempotency → run → entries → commit →
 * present. Whatever throws on the way leaves the database as it was. A transaction that the database asks to repeat is
 * repeated, three times at most.
 */
export const createRunner = ({ store, clock, identify, onEntries }: RunnerParts): Run => {
  const attempt = async <O>(operation: Ours<O>, input: Record<string, unknown>, credential: Credential): Promise<Outcome<O>> =>
    begin(store, operation).execute(async db => {
      const now = clock.now()
      const actor = await identify(db, credential, now)
      const target = (await operation.target?.(input, { db, actor })) ?? null
      const refusal = operation.allows(actor, target)
      if (refusal) throw refusal

      const request = operation.once ? await openRequest(db, operation, input, actor) : undefined
      if (request?.answered) return { output: operation.output.parse(request.answered.output), entries: request.answered.entries }
      expectVersion(operation, input, target)

      const recorded: Entry[] = []
      const answer = await operation.run(
        input,
        { actor, now, db, scope: scopeOf(actor), record: entry => void recorded.push(entry) },
        target,
      )
      if (operation.effect === 'read') return { output: operation.output.parse(answer), entries: [] }
      if (recorded.length === 0) throw new Error(`${operation.name} changed something without recording it.`)

      const written: Written = { actor: actorId(actor), at: now, operation: operation.name }
      const entries = await insertEntries(db, recorded, written)
      const outcome = { output: operation.output.parse(answer), entries }
      await request?.close(outcome, now)
      return outcome
    })

  return async <O>(operation: Answering<O>, raw: unknown, credential: Credential) => {
    const input = readInput(operation, raw)
    for (let tries = 1; ; tries += 1) {
      try {
        const outcome = await attempt(operation, input, credential)
        if (outcome.entries.length > 0) onEntries()
        return outcome
      } catch (error) {
        if ((isSerializationFailure(error) || isUniqueViolation(error, 'request_pkey')) && tries < 3)
          await sleep(Math.random() * 20 * tries)
        else throw isOutage(error) ? outage() : error
      }
    }
  }
}

/** A read runs on one snapshot in a transaction that the database keeps from writing. */
const begin = ({ db }: Store, { effect }: Ours) =>
  effect === 'read' ? db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only') : db.transaction()

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

type Lookup = { free: boolean } & ({ operation: null } | { operation: string; inputDigest: Buffer; output: unknown; entries: number[] })

/**
 * One request id, one effect. While a request runs, a second one with its id is told so; afterwards it gets the first
 * answer again, without anything happening twice.
 */
const openRequest = async (db: Db, operation: Ours, input: Record<string, unknown>, actor: Actor) => {
  const { requestId, ...content } = input
  const key = { actor: actorId(actor), requestId: String(requestId) }
  const inputDigest = Buffer.from(hash('sha256', canonical(content), 'hex'), 'hex')
  // One statement for both: where it reads just before a twin commits, the twin's row stops our own at the end, and the
  // runner begins again.
  const { rows } = await sql<Lookup>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${key.actor}\n${key.requestId}`}, 0)) as free, request.operation, request.input_digest, request.output, request.entries
    from (values (1)) always (here) left join request on request.actor = ${key.actor} and request.request_id = ${key.requestId}`.execute(db)
  const [found] = rows
  if (!found?.free)
    throw refuse(
      'conflict',
      'request-running',
      'This very request is still being worked on.',
      'Wait a moment and send it again unchanged; you will get its answer.',
      'requestId',
    )
  const before = found.operation === null ? undefined : found
  if (before && (before.operation !== operation.name || !before.inputDigest.equals(inputDigest)))
    throw refuse(
      'mismatch',
      'request-id-reused',
      'This request id was used for another request.',
      'Send a new id with a new request.',
      'requestId',
    )

  return {
    answered: before && { output: before.output, entries: before.entries },
    close: (outcome: Outcome<unknown>, now: Temporal.Instant) =>
      db
        .insertInto('request')
        .values({
          ...key,
          operation: operation.name,
          inputDigest,
          output: JSON.stringify(outcome.output),
          entries: JSON.stringify(outcome.entries),
          at: now.toString(),
        })
        .execute(),
  }
}

const outage = (): Refusal =>
  refuse(
    'unavailable',
    'store-unavailable',
    'The database does not answer just now.',
    'Send the request again in a few seconds. If it was a change, keep its request id, so that it happens once.',
  )
