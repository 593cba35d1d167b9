import type { Answering, Outcome } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { SealedColumn } from '#src/vault/index.ts'
import type { deleteUnusedKeys } from './delete-unused-keys.ts'
import type { resealPage } from './reseal-page.ts'

/** The steps of a rotation, and the columns that they go through. */
export interface Rotation {
  columns: readonly SealedColumn[]
  resealPage: ReturnType<typeof resealPage>
  deleteUnusedKeys: ReturnType<typeof deleteUnusedKeys>
}

/** Calls an operation as the program. */
export type CallAsProgram = <O>(operation: Answering<O>, input: Record<string, unknown>) => Promise<Outcome<O>>

/**
 * Seals everything that stands under retired keys anew, a page at a time, and then deletes the keys that nothing names.
 * Can be stopped at any point and begun again by anybody: what is done stays done, and several at once share the work.
 * @param onPage told after each page, with how many values were sealed anew so far.
 * @returns how many values were sealed anew.
 */
export const resealEverything = async (
  call: CallAsProgram,
  { columns, resealPage, deleteUnusedKeys }: Rotation,
  onPage: (resealed: number) => void,
): Promise<number> => {
  let resealed = 0
  // Another round while one finds something: rows that others held were passed over.
  for (let before = -1; before < resealed;) {
    before = resealed
    for (const { table, column } of columns)
      for (let after: string | null = ''; after !== null;) {
        const page: Page = (await call(resealPage, { table, column, after }).catch(unless('nothing-to-reseal')))?.output ?? done
        after = page.next
        resealed += page.resealed
        onPage(resealed)
      }
  }
  await call(deleteUnusedKeys, {}).catch(unless('no-unused-keys'))
  return resealed
}

interface Page {
  resealed: number
  next: string | null
}
const done: Page = { resealed: 0, next: null }

const unless =
  (code: string) =>
  (error: unknown): undefined => {
    if (!(error instanceof Refusal && error.code === code)) throw error
  }
