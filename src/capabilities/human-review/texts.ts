import type { Entry } from '#src/ledger/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import type { Vault } from '#src/vault/index.ts'
import { placeIn, sealedColumn } from '#src/vault/index.ts'
import type { Selectable } from 'kysely'

/** Where the texts stand: in parts, because a sealed value has a bound that a whole text may exceed. */
export const partColumn = sealedColumn({ table: 'contentPart', id: 'id', column: 'sealedPart' })

type Part = Selectable<Tables['contentPart']>
export type What = Part['what']

/** Below what the vault seals at once (64 KiB). */
const PART_BYTES = 60_000

interface Writing {
  db: Db
  now: Temporal.Instant
  record(entry: Entry): void
}

/** Seals a text for its review. The place of each part is bound in, so that none can take another's. */
export const keepText = async (
  vault: Vault<Entry>,
  context: Writing,
  { reviewId, what, text }: { reviewId: string; what: What; text: string },
): Promise<void> => {
  const bytes = Buffer.from(text)
  for (let part = 0; part * PART_BYTES < bytes.length; part += 1) {
    const id = `${reviewId}/${what}/${part}`
    const sealedPart = await vault.seal(context, placeIn(partColumn, id), bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES))
    await context.db.insertInto('contentPart').values({ id, reviewId, what, part, sealedPart }).execute()
  }
}

/** Every text of a review that there is. */
export const textsOf = async (vault: Vault<Entry>, db: Db, reviewId: string): Promise<Partial<Record<What, string>>> => {
  const parts = await db.selectFrom('contentPart').selectAll().where('reviewId', '=', reviewId).orderBy('what').orderBy('part').execute()
  const texts: Partial<Record<What, string>> = {}
  for (const [what, of] of Map.groupBy(parts, part => part.what)) {
    const opened: Buffer[] = []
    for (const { id, sealedPart } of of) opened.push(await vault.open(db, placeIn(partColumn, id), sealedPart))
    texts[what] = Buffer.concat(opened).toString()
  }
  return texts
}
