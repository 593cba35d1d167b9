import { toBase64 } from '#src/engines/merkle/base64.ts'
import type { Db } from '#src/store/index.ts'
import { checkpointLine, entryLine, headerLine } from '#src/engines/merkle/export/format.ts'
import type { Disclosure } from '#src/engines/merkle/export/format.ts'
import { newestCheckpoint } from './prove.ts'

/** Entries a page: bounds memory and the size of an answer, whatever the ledger's size. */
const PAGE = 1_000

export interface ExportRange {
  /** Goes on behind this leaf index; -1 begins, with the header. */
  readonly after: number
  /** Up to the checkpoint of this size; null for the newest. */
  readonly size: number | null
  readonly personal: 'disclosed' | 'withheld'
}

export interface ExportPage {
  /** Lines of an export (see `engines/merkle/export/format.ts`), without line breaks. */
  readonly lines: readonly string[]
  /** Give both back for the next page; `next` is null on the last one, which ends with the checkpoint. */
  readonly size: number
  readonly next: number | null
}

/**
 * One page of an export. What is sequenced never changes, so pages read one after the other are of one state. Null where
 * there is no such checkpoint, or none yet.
 */
export const exportPage = async (db: Db, { after, size, personal }: ExportRange): Promise<ExportPage | null> => {
  const checkpoint =
    size === null
      ? await newestCheckpoint(db)
      : ((await db.selectFrom('ledgerCheckpoint').select(['size', 'note']).where('size', '=', size).executeTakeFirst()) ?? null)
  const head = await db.selectFrom('ledgerHead').select(['origin', 'vkey']).executeTakeFirst()
  if (checkpoint === null || head === undefined) return null
  const entries = await db
    .selectFrom('ledgerEntry')
    .select(['id', 'leafIndex', 'body', 'seal'])
    .where('leafIndex', '>', after)
    .where('leafIndex', '<', checkpoint.size)
    .orderBy('leafIndex')
    .limit(PAGE)
    .$narrowType<{ leafIndex: number }>()
    .execute()
  const disclosures =
    personal === 'disclosed'
      ? await disclosuresOf(
          db,
          entries.map(({ id }) => id),
        )
      : null
  const ends = entries.length < PAGE
  const last = entries.at(-1)?.leafIndex ?? after
  const between = ends ? null : await checkpointWithin(db, after + 1, last + 1)
  const lines = entries.flatMap(({ id, leafIndex, body, seal }) => {
    const shown = disclosures?.get(id)
    const line = entryLine({
      index: leafIndex,
      body,
      seal: toBase64(seal ?? Buffer.alloc(0)),
      ...(shown === undefined ? {} : { personal: shown }),
    })
    return between?.size === leafIndex + 1 ? [line, checkpointLine(between.note)] : [line]
  })
  return {
    lines: [...(after < 0 ? [headerLine({ ...head, personal })] : []), ...lines, ...(ends ? [checkpointLine(checkpoint.note)] : [])],
    size: checkpoint.size,
    next: ends ? null : last,
  }
}

/** The newest checkpoint above `low` entries and up to `high`: one a page, so that verifying them costs next to nothing. */
const checkpointWithin = async (db: Db, low: number, high: number): Promise<{ size: number; note: string } | null> =>
  (await db
    .selectFrom('ledgerCheckpoint')
    .select(['size', 'note'])
    .where('size', '>', low)
    .where('size', '<=', high)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

/** The lines of a whole export up to the newest checkpoint. Gives nothing where there is no ledger yet. */
export const exportLines = async function* (db: Db, { personal }: Pick<ExportRange, 'personal'>): AsyncGenerator<string> {
  for (let range: ExportRange | null = { after: -1, size: null, personal }; range !== null;) {
    const page: ExportPage | null = await exportPage(db, range)
    if (page === null) return
    yield* page.lines
    range = page.next === null ? null : { after: page.next, size: page.size, personal }
  }
}

const disclosuresOf = async (db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, { [field: string]: Disclosure }>> => {
  const found = new Map<number, { [field: string]: Disclosure }>()
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('ledgerPersonal')
    .selectAll()
    .where('entryId', 'in', [...ids])
    .execute()
  for (const { entryId, field, salt, value } of rows) {
    const shown = found.get(entryId) ?? {}
    shown[field] = { salt: toBase64(salt), value }
    found.set(entryId, shown)
  }
  return found
}
