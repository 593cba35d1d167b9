import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { actorId } from '#src/kernel/actor.ts'
import type { Actor } from '#src/kernel/actor.ts'
import { canonical } from '#src/kernel/canonical.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { at, writtenOnce } from '#src/store/index.ts'

/** Of whomever: who asks is not known yet. */
export const requestsNamed = writtenOnce((db, { requestId }: { requestId: string }) =>
  db.selectFrom('request').select(['actor', 'operation', 'inputDigest', 'output', 'entries']).where('requestId', '=', requestId),
)

/**
 * One request id, one effect. Two that come at one moment both do their work; the second to write its id waits for the first, fails, and
 * gives the first one's answer when it is tried again.
 */
export const requestOf = (
  operation: { name: string },
  input: Record<string, unknown>,
  who: Actor,
  named: Awaited<ReturnType<typeof requestsNamed>>,
) => {
  const { requestId, ...content } = input
  const actor = actorId(who)
  const inputDigest = Buffer.from(hash('sha256', canonical(content), 'hex'), 'hex')
  const before = named.find(request => request.actor === actor)
  if (before && (before.operation !== operation.name || !before.inputDigest.equals(inputDigest)))
    throw refuse(
      'mismatch',
      'request-id-reused',
      'This request id was used for another request.',
      'Send a new id with a new request.',
      'requestId',
    )
  return {
    /** What it was answered before; undefined where it is new. */
    answered: before,
    /** Keeps the answer, in the statement that writes the entries. */
    keep: (output: unknown, now: Temporal.Instant) => sql`
      insert into request (actor, request_id, operation, input_digest, output, entries, at)
      select ${actor}, ${String(requestId)}, ${operation.name}, ${inputDigest}, ${JSON.stringify(output)}::jsonb, jsonb_agg(id order by id), ${at(now)}
      from given`,
  }
}
