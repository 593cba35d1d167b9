import { sql } from 'kysely'
import { reviewKeyOf } from '../review/index.ts'
import { incidentKeyOf } from '../incidents/index.ts'
import { keyOf, stopKeyOf } from '../registry/index.ts'
import type { Db } from '../operation.ts'
import { severityOf } from './security.ts'

/**
 * What endpoints are told of an entry: what kind of thing happened to what, by which operation and by what sort of actor. Nothing
 * that the entry says beyond that, and nobody: whoever may know more asks, with a token of their own.
 */
export interface Event {
  readonly type: string
  readonly at: Temporal.Instant
  readonly data: {
    readonly entry: number
    readonly subject: { readonly kind: string; readonly id: string; readonly key: string | null; readonly version: number | null }
    readonly operation: string
    readonly actor: 'visitor' | 'person' | 'program'
    readonly severity: ReturnType<typeof severityOf>
  }
}

interface EntryLine {
  entry: number
  type: string
  at: Temporal.Instant
  kind: string
  id: string
  version: number | null
  actor: string
  operation: string
}

/** Entries by their places in the ledger, as events. */
export const eventsAt = async (db: Db, entries: readonly number[]): Promise<ReadonlyMap<number, Event>> => {
  const { rows } = await sql<EntryLine>`
    select leaf_index as entry, type, at, subject_kind as kind, subject_id as id, subject_version as version, actor,
      body::json ->> 'operation' as operation
    from ledger_entry where leaf_index = any(${[...entries]}::bigint[])`.execute(db)
  const keys = await keysOf(db, rows)
  return new Map(rows.map(row => [row.entry, eventOf(row, keys.get(`${row.kind} ${row.id}`) ?? null)]))
}

const eventOf = ({ entry, type, at, kind, id, version, actor, operation }: EntryLine, key: string | null): Event => ({
  type,
  at,
  data: { entry, subject: { kind, id, key, version }, operation, actor: actorKind(actor), severity: severityOf(type) },
})

const actorKind = (actor: string): Event['data']['actor'] =>
  actor === 'anonymous' ? 'visitor' : actor.startsWith('system:') ? 'program' : 'person'

/** What people call a thing where it has a number. */
const keyed = { solution: keyOf, review: reviewKeyOf, stop: stopKeyOf, incident: incidentKeyOf }

const keysOf = async (db: Db, lines: readonly EntryLine[]): Promise<ReadonlyMap<string, string>> => {
  const keys = new Map<string, string>()
  for (const kind of ['solution', 'review', 'stop', 'incident'] as const) {
    const ids = lines.filter(line => line.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const { id, number } of await db.selectFrom(kind).select(['id', 'number']).where('id', 'in', ids).execute())
      keys.set(`${kind} ${id}`, keyed[kind](number))
  }
  return keys
}
