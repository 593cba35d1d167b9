import type { Charter, Language } from '#src/engines/charter/index.ts'
import type { Scope } from '#src/kernel/actor.ts'
import type { Db } from '../operation.ts'
import { todayIn } from './held.ts'
import { lineOf } from './present.ts'
import { pageOfWaivers } from './store.ts'

const MOST = 50

/** Leave about a solution, as its own page shows it: the first lines that the list gives of it. */
export const waiversAbout = async (
  db: Db,
  charter: Charter,
  solution: number,
  { scope, language, now }: { scope: Scope; language: Language; now: Temporal.Instant },
) => {
  const today = todayIn(charter, now).toString()
  const rows = await pageOfWaivers(db, scope, { solution, standing: undefined, limit: MOST, before: undefined, today })
  return rows.slice(0, MOST).map(row => lineOf(row, { charter, language, now }))
}
