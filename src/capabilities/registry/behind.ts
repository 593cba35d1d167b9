import type { Db } from '#src/store/index.ts'
import type { SolutionRow } from './store.ts'

/** The human beings who made or own a solution: none of them decides about it. */
export const humansBehind = async (db: Db, { makerId, ownerId }: Pick<SolutionRow, 'makerId' | 'ownerId'>): Promise<string[]> => {
  const rows = await db.selectFrom('person').select('human').where('id', 'in', [makerId, ownerId]).execute()
  return [...new Set(rows.map(({ human }) => human))]
}
