import { Refusal } from '#src/kernel/refusal.ts'
import { placeIn } from './place.ts'
import type { SealedColumn } from './place.ts'
import type { SealedRow } from './sealed-rows.ts'
import { holdRowsUnderOtherKeys, replaceSealed } from './sealed-rows.ts'
import type { Vault, Writing } from './vault.ts'

/** Rows that one transaction seals anew: few, because it holds them. */
const PAGE = 100

export interface ResealedPage {
  resealed: number
  /** The last row that was looked at; null where no further one is left. */
  next: string | null
}

/**
 * Seals the next values of a column anew that stand under other keys than `current`. What can't be opened stays as it is,
 * and keeps its key from being deleted. Stopped at any point it leaves each value under the old key or the new one.
 */
export const resealPage = async <E>(
  vault: Vault<E>,
  context: Writing<E>,
  column: SealedColumn,
  { current, after }: { current: string; after: string },
): Promise<ResealedPage> => {
  let resealed = 0
  for (let from = after; ;) {
    const rows = await holdRowsUnderOtherKeys(context.db, column, current, { after: from, limit: PAGE })
    for (const row of rows) if (await reseal(vault, context, column, row)) resealed += 1
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return { resealed, next: null }
    if (resealed > 0) return { resealed, next: last.id }
    from = last.id
  }
}

const reseal = async <E>(vault: Vault<E>, context: Writing<E>, column: SealedColumn, row: SealedRow): Promise<boolean> => {
  const place = placeIn(column, row.id)
  const plain = await vault.open(context.db, place, row.sealed).catch(unlessBeyondRepair)
  if (plain === null) return false
  try {
    return await replaceSealed(context.db, column, row, await vault.seal(context, place, plain))
  } finally {
    plain.fill(0)
  }
}

/** A value that no key opens any more must not keep the others from a new key. */
const unlessBeyondRepair = (error: unknown): null => {
  if (error instanceof Refusal && ['sealed-value-refused', 'data-key-missing', 'data-key-damaged'].includes(error.code)) return null
  throw error
}
