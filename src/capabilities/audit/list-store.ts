import type { Selectable } from 'kysely'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { numberOf } from '../registry/index.ts'

export type EntryRow = Pick<
  Selectable<Tables['ledgerEntry']>,
  'id' | 'type' | 'at' | 'actor' | 'subjectKind' | 'subjectId' | 'leafIndex' | 'body'
>

const columns = ['id', 'type', 'at', 'actor', 'subjectKind', 'subjectId', 'leafIndex', 'body'] as const

export const entryRow = (db: Db, id: number): Promise<EntryRow | undefined> =>
  db.selectFrom('ledgerEntry').select(columns).where('id', '=', id).executeTakeFirst()

export interface Wanted {
  kind?: string | undefined
  subject?: string | undefined
  type?: string | undefined
  actor?: string | undefined
  from?: Temporal.Instant | undefined
  to?: Temporal.Instant | undefined
}

/** A solution's key as people write it; everything else is known by its id. */
const solutionKey = /^SOL-\d+$/i

/** One page of entries and one entry more, the newest first. */
export const pageOfEntries = (db: Db, wanted: Wanted, limit: number, before: number | undefined): Promise<EntryRow[]> => {
  const { kind, subject, type, actor, from, to } = wanted
  let page = db
    .selectFrom('ledgerEntry')
    .select(columns)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (kind !== undefined) page = page.where('subjectKind', '=', kind)
  if (subject !== undefined)
    page = solutionKey.test(subject)
      ? page
          .where('subjectKind', '=', 'solution')
          .where('subjectId', 'in', db.selectFrom('solution').select('id').where('number', '=', numberOf(subject.toUpperCase())))
      : page.where('subjectId', '=', subject)
  if (type !== undefined) page = page.where('type', '=', type)
  if (actor !== undefined) page = page.where('actor', '=', actor)
  if (from !== undefined) page = page.where('at', '>=', at(from))
  if (to !== undefined) page = page.where('at', '<', at(to))
  return (before === undefined ? page : page.where('id', '<', before)).execute()
}
