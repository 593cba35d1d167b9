import type { z } from 'zod'
import type { Charter, Language } from '#src/engines/charter/index.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { keyOf } from '../registry/index.ts'
import type { waiverView } from './contract.ts'
import { todayIn } from './held.ts'
import type { Listed } from './store.ts'
import { standingOf, waivableIn } from './waiver.ts'

/** Waivers as pages show them: one query for everybody's names. */
export const presentWaivers = async (
  db: Db,
  rows: readonly Listed[],
  { charter, language, now }: { charter: Charter; language: Language; now: Temporal.Instant },
): Promise<z.input<typeof waiverView>[]> => {
  const names = await namesOf(
    db,
    rows.flatMap(({ requestedBy, decidedBy, endedBy }) => [requestedBy, decidedBy, endedBy].filter(id => id !== null)),
  )
  const person = (id: string) => ({ id, name: names.get(id) ?? 'Former colleague' })
  const today = todayIn(charter, now).toString()
  return rows.map(row => {
    const { id, version, what, reason, endsOn, number, name } = row
    const known = waivableIn(charter, what)
    return {
      id,
      version,
      what,
      title: known?.title[language] ?? what,
      solution: { key: keyOf(number), name },
      reason,
      endsOn,
      standing: standingOf(row, today),
      by: known?.by ?? null,
      requested: { by: person(row.requestedBy), at: row.requestedAt.toString() },
      decided:
        row.decidedBy === null || row.decidedAt === null
          ? null
          : { by: person(row.decidedBy), at: row.decidedAt.toString(), note: row.decisionNote },
      ended: row.endedBy === null || row.endedAt === null ? null : { by: person(row.endedBy), at: row.endedAt.toString() },
    }
  })
}
