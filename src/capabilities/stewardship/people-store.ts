import type { Db } from '#src/store/index.ts'

/** Accounts as they stand, unchanged until this transaction ends. */
export const lockAccounts = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { id: string; human: string; active: boolean }>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'human', 'state'])
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forShare()
    .execute()
  return new Map(rows.map(({ id, human, state }) => [id, { id, human, active: state === 'active' }]))
}
