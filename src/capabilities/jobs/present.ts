import type { z } from 'zod'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import type { jobView } from './contract.ts'
import type { JobKind } from './kind.ts'
import type { JobRow } from './store.ts'

export const presentJobs = async (db: Db, rows: readonly JobRow[], kinds: readonly JobKind[]): Promise<z.input<typeof jobView>[]> => {
  const names = await namesOf(
    db,
    rows.flatMap(({ askedBy }) => askedBy ?? []),
  )
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    called: kinds.find(({ name }) => name === row.kind)?.called ?? row.kind,
    state: row.state,
    done: row.done,
    of: row.ofAll,
    dueAt: row.dueAt.toString(),
    tries: row.tries,
    trouble: row.trouble,
    askedBy: row.askedBy === null ? null : { id: row.askedBy, name: names.get(row.askedBy) ?? 'Former colleague' },
    startedAt: row.startedAt?.toString() ?? null,
    endedAt: row.endedAt?.toString() ?? null,
  }))
}
