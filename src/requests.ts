import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { actorId } from '#src/kernel/actor.ts'
import type { Actor } from '#src/kernel/actor.ts'
import { canonical } from '#src/kernel/canonical.ts'
import type { Outcome } from '#src/kernel/operation.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { at } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'

/**
 * One request id, one effect. What is new is not looked up: whoever comes a second time finds the id taken when they write it, having
 * waited for the first where that is not done, and then gets the first answer, without anything happening twice.
 */
export const requestOf = (operation: { name: string }, input: Record<string, unknown>, actor: Actor) => {
  const { requestId, ...content } = input
  const key = { actor: actorId(actor), requestId: String(requestId) }
  const inputDigest = Buffer.from(hash('sha256', canonical(content), 'hex'), 'hex')
  return {
    /** What it was answered before; undefined where it is new. Refuses one that was another request then. */
    async answered(db: Db): Promise<Outcome<unknown> | undefined> {
      const before = await db
        .selectFrom('request')
        .select(['operation', 'inputDigest', 'output', 'entries'])
        .where('actor', '=', key.actor)
        .where('requestId', '=', key.requestId)
        .executeTakeFirst()
      if (before && (before.operation !== operation.name || !before.inputDigest.equals(inputDigest)))
        throw refuse(
          'mismatch',
          'request-id-reused',
          'This request id was used for another request.',
          'Send a new id with a new request.',
          'requestId',
        )
      return before
    },
    /** Keeps the answer, in the statement that writes the entries. */
    keep: (output: unknown, now: Temporal.Instant) => sql`
      insert into request (actor, request_id, operation, input_digest, output, entries, at)
      select ${key.actor}, ${key.requestId}, ${operation.name}, ${inputDigest}, ${JSON.stringify(output)}::jsonb, jsonb_agg(id order by id), ${at(now)}
      from given`,
  }
}
