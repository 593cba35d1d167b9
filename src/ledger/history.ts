import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { writtenOnce } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import type { Subject } from './define-entry.ts'

/** An entry as a page lists it: what happened, when, by whom, and its place in the tree once it has one. */
export type HistoryItem = Pick<Selectable<Tables['ledgerEntry']>, 'id' | 'type' | 'at' | 'actor' | 'leafIndex'>

/** The entries about one subject, the newest first. */
export const historyOf = (db: Db, { kind, id }: Pick<Subject, 'kind' | 'id'>, limit: number): Promise<HistoryItem[]> =>
  entriesAbout(db, { kind, id, limit })

const entriesAbout = writtenOnce((db, { kind, id, limit }: { kind: string; id: string; limit: number }) =>
  db
    .selectFrom('ledgerEntry')
    .select(['id', 'type', 'at', 'actor', 'leafIndex'])
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .orderBy('id', 'desc')
    .limit(limit),
)

/** The entries about several subjects, the newest first. */
export const historyOfEach = (
  db: Db,
  subjects: readonly { kind: string; ids: readonly string[] }[],
  limit: number,
): Promise<(HistoryItem & { subjectId: string })[]> =>
  db
    .selectFrom('ledgerEntry')
    .select(['id', 'type', 'at', 'actor', 'leafIndex', 'subjectId'])
    .where(eb =>
      eb.or(
        subjects.map(({ kind, ids }) =>
          eb.and([eb('subjectKind', '=', kind), eb('subjectId', '=', sql<string>`any(${[...ids]}::text[])`)]),
        ),
      ),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
