import type { Db } from '#src/store/index.ts'
import type { DataKeyRow } from './data-keys.ts'
import { allDataKeys, deleteRetiredKeys, lockKeys, rewrapDataKey } from './data-keys.ts'
import type { SealedColumn } from './place.ts'
import { countByKey, undeclared } from './sealed-rows.ts'
import type { Vault } from './vault.ts'

export interface KeySurvey {
  keys: readonly (DataKeyRow & { values: number })[]
  /** Values whose data key is not there: nothing opens them. */
  lost: number
}

/** Every data key, the oldest first, with how many values stand under it; counted in full. */
export const surveyKeys = async (db: Db, columns: readonly SealedColumn[]): Promise<KeySurvey> => {
  const counts = new Map<string, number>()
  for (const column of columns) for (const [key, count] of await countByKey(db, column)) counts.set(key, (counts.get(key) ?? 0) + count)
  const keys = (await allDataKeys(db)).map(row => ({ ...row, values: counts.get(row.id) ?? 0 }))
  for (const { id } of keys) counts.delete(id)
  return { keys, lost: [...counts.values()].reduce((sum, count) => sum + count, 0) }
}

/** Wraps every data key with the current master key that another one has wrapped; gives them before and after. */
export const rewrapKeys = async <E>(db: Db, vault: Vault<E>): Promise<{ before: DataKeyRow; after: DataKeyRow }[]> => {
  await lockKeys(db)
  const changed = []
  for (const before of await allDataKeys(db)) {
    const anew = await vault.rewrap(db, before)
    if (anew) changed.push({ before, after: await rewrapDataKey(db, before.id, anew.wrapped, anew.master) })
  }
  return changed
}

/**
 * Deletes the retired keys that no value names any more; gives them as they were. All that such a key has sealed is
 * committed (see `holdCurrentKey`), so that none is overlooked.
 * @throws Error where the schema has a column of sealed values that nobody declared: its keys would be taken for unused.
 */
export const deleteUnusedKeys = async (db: Db, columns: readonly SealedColumn[]): Promise<DataKeyRow[]> => {
  const unknown = await undeclared(db, columns)
  if (unknown.length > 0)
    throw new Error(`No data key is deleted while sealed values stand where nobody declared them: ${unknown.join(', ')}.`)
  await lockKeys(db)
  const { keys } = await surveyKeys(db, columns)
  return deleteRetiredKeys(
    db,
    keys.filter(({ values }) => values === 0).map(({ id }) => id),
  )
}
