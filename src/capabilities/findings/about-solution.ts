import type { Scope } from '#src/kernel/actor.ts'
import type { Db } from '../operation.ts'
import { pageOfFindings } from './list-store.ts'
import { lineOf } from './present.ts'

const MOST = 50

/** What is not cleared about a solution, as its own page shows it: the first findings that the list gives of it, without further names. */
export const findingsAbout = async (db: Db, solution: number, { scope, now }: { scope: Scope; now: Temporal.Instant }) => {
  const rows = await pageOfFindings(db, scope, { solution, unassigned: false }, MOST, undefined)
  return rows.slice(0, MOST).map(row => lineOf(row, now))
}
