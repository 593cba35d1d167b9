import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { actorId } from '#src/kernel/actor.ts'
import type { Actor } from '#src/kernel/actor.ts'
import { canonical } from '#src/kernel/canonical.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { at, writtenOnce } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'

type Lookup = { free: boolean } & ({ operation: null } | { operation: string; inputDigest: Buffer; output: unknown; entries: number[] })

/**
 * One request id, one effect. While a request runs, a second one with its id is told so; afterwards it gets the first
 * answer again, without anything happening twice.
 */
export const openRequest = async (db: Db, operation: { name: string }, input: Record<string, unknown>, actor: Actor) => {
  const { requestId, ...content } = input
  const key = { actor: actorId(actor), requestId: String(requestId) }
  const inputDigest = Buffer.from(hash('sha256', canonical(content), 'hex'), 'hex')
  // One statement for both: where it reads just before a twin commits, the twin's row stops our own at the end, and the
  // runner begins again.
  const [found] = await lookups(db, { ...key, both: `${key.actor}\n${key.requestId}` })
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
    /** Keeps the answer, in the statement that writes the entries. */
    keep: (output: unknown, now: Temporal.Instant) => sql`
      insert into request (actor, request_id, operation, input_digest, output, entries, at)
      select ${key.actor}, ${key.requestId}, ${operation.name}, ${inputDigest}, ${JSON.stringify(output)}::jsonb, jsonb_agg(id order by id), ${at(now)}
      from given`,
  }
}

const lookups = writtenOnce(
  (_, { actor, requestId, both }: { actor: string; requestId: string; both: string }) => sql<Lookup>`
    select pg_try_advisory_xact_lock(hashtextextended(${both}, 0)) as free, request.operation, request.input_digest, request.output, request.entries
    from (values (1)) always (here) left join request on request.actor = ${actor} and request.request_id = ${requestId}`,
)
