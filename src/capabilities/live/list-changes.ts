import { sql } from 'kysely'
import { z } from 'zod'
import { actorId } from '#src/kernel/actor.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import type { Kind } from '../proposals/index.ts'
import type { Asks } from './seen.ts'
import type { Topic } from './topics.ts'
import { routes, topics } from './topics.ts'

/** More entries than that are not gone through one by one: whoever slept so long asks for everything again. */
export const MOST_ENTRIES = 1_000

interface Change {
  topic: Topic
  id: string
  version?: number
}

/**
 * Goes by the places of entries in the ledger, as sweeps do: an entry whose transaction committed late gets a later place, so
 * none is passed over. Nothing of what changed is told but that it did.
 */
export const listChanges = (kinds: readonly Kind[]) =>
  operation({
    name: 'list-changes',
    summary: 'What changed since a moment, of what you may see: the topic, the id, and the version that it has now.',
    effect: 'read',
    http: { method: 'GET', path: '/changes' },
    input: z.strictObject({
      after: z.coerce.number().int().min(0).optional().describe('`next` of the answer before; left out: only where one is now.'),
    }),
    output: z.object({
      changes: z.array(
        z.object({
          topic: z.enum(topics),
          id: z.string().describe('A key where people use one, such as SOL-0042.'),
          version: z.int().optional(),
        }),
      ),
      next: z.int().describe('Pass it as `after` the next time.'),
      missed: z.boolean().describe('Whether more happened than is told one by one: ask for everything again.'),
      as: z.string().describe('Who asks, as the ledger names them.'),
    }),
    allows: signedIn,
    async run({ after }, { actor, db, scope }) {
      const size = (await db.selectFrom('ledgerHead').select('size').executeTakeFirst())?.size ?? 0
      const from = after ?? size
      const missed = from > size || size - from > MOST_ENTRIES
      const changes = missed || from === size ? [] : await changesBetween({ db, actor, scope, kinds }, from, size)
      return { changes, next: size, missed, as: actorId(actor) }
    },
  })

/** One query for the entries, and one or two for each kind of subject among them. */
const changesBetween = async (asks: Asks, from: number, to: number): Promise<Change[]> => {
  const told = new Map<string, Change>()
  for (const [kind, entries] of Map.groupBy(await subjectsBetween(asks.db, from, to), entry => entry.kind)) {
    const versions = new Map(entries.map(({ id, version }) => [id, version]))
    for (const { topic, seen, itself } of routes[kind] ?? [])
      for (const { subject, id } of await seen(asks, [...versions.keys()])) {
        const version = itself ? (versions.get(subject) ?? null) : null
        // A row beside it says nothing of its version, and must not hide the one that is known.
        if (version !== null || !told.has(`${topic} ${id}`))
          told.set(`${topic} ${id}`, { topic, id, ...(version === null ? {} : { version }) })
      }
  }
  return [...told.values()]
}

const subjectsBetween = async (db: Db, from: number, to: number) => {
  const { rows } = await sql<{ kind: string; id: string; version: number | null }>`
    select subject_kind as kind, subject_id as id, max(subject_version) as version from ledger_entry
    where leaf_index >= ${from} and leaf_index < ${to} group by subject_kind, subject_id`.execute(db)
  return rows
}
