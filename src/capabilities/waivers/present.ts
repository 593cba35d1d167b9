import type { z } from 'zod'
import type { Charter, Language } from '#src/engines/charter/index.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { keyOf } from '../registry/index.ts'
import type { waiverView } from './contract.ts'
import { todayIn } from './held.ts'
import type { Listed, WaiverRow } from './store.ts'
import { standingOf, waivableIn } from './waiver.ts'

/** What leave says by itself, without the names of those who had to do with it. */
export const lineOf = (row: WaiverRow, { charter, language, now }: { charter: Charter; language: Language; now: Temporal.Instant }) => ({
  id: row.id,
  title: waivableIn(charter, row.what)?.title[language] ?? row.what,
  reason: row.reason,
  endsOn: row.endsOn,
  standing: standingOf(row, todayIn(charter, now).toString()),
})

/** Waivers as pages show them: one query for everybody's names. */
export const presentWaivers = async (
  db: Db,
  rows: readonly Listed[],
  said: { charter: Charter; language: Language; now: Temporal.Instant },
): Promise<z.input<typeof waiverView>[]> => {
  const names = await namesOf(
    db,
    rows.flatMap(({ requestedBy, decidedBy, endedBy }) => [requestedBy, decidedBy, endedBy].filter(id => id !== null)),
  )
  const person = (id: string) => ({ id, name: names.get(id) ?? 'Former colleague' })
  return rows.map(row => ({
    ...lineOf(row, said),
    version: row.version,
    what: row.what,
    solution: { key: keyOf(row.number), name: row.name },
    by: waivableIn(said.charter, row.what)?.by ?? null,
    requested: { by: person(row.requestedBy), at: row.requestedAt.toString() },
    decided:
      row.decidedBy === null || row.decidedAt === null
        ? null
        : { by: person(row.decidedBy), at: row.decidedAt.toString(), note: row.decisionNote },
    ended: row.endedBy === null || row.endedAt === null ? null : { by: person(row.endedBy), at: row.endedAt.toString() },
  }))
}
