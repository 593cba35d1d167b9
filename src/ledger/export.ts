import { toBase64 } from '#src/engines/merkle/base64.ts'
import type { Db } from '#src/store/index.ts'
import { checkpointLine, entryLine, headerLine } from '#src/engines/merkle/export/format.ts'
import type { Disclosure } from '#src/engines/merkle/export/format.ts'
import { newestCheckpoint } from './prove.ts'

/** Rows read at once: bounds the memory whatever the ledger's size. */
const PAGE = 1_000

/**
 * The lines of an export (see `engines/merkle/export/format.ts`) up to the newest checkpoint, without line breaks. What is sequenced
 * never changes, so the export is of one state although it reads page by page. Gives nothing where there is no ledger yet.
 */
export const exportLines = async function* (db: Db, { personal }: { personal: 'disclosed' | 'withheld' }): AsyncGenerator<string> {
  const checkpoint = await newestCheckpoint(db)
  const head = await db.selectFrom('ledgerHead').select(['origin', 'vkey']).executeTakeFirst()
  if (checkpoint === null || head === undefined) return
  yield headerLine({ ...head, personal })
  for (let after = -1; ;) {
    const entries = await db
      .selectFrom('ledgerEntry')
      .select(['id', 'leafIndex', 'body', 'seal'])
      .where('leafIndex', '>', after)
      .where('leafIndex', '<', checkpoint.size)
      .orderBy('leafIndex')
      .limit(PAGE)
      .execute()
    const disclosures = personal === 'disclosed' ? await disclosuresOf(db, entries.map(({ id }) => id)) : null
    for (const { id, leafIndex, body, seal } of entries) {
      after = leafIndex ?? after
      const shown = disclosures?.get(id)
      yield entryLine({ index: after, body, seal: toBase64(seal ?? Buffer.alloc(0)), ...(shown === undefined ? {} : { personal: shown }) })
    }
    if (entries.length < PAGE) break
  }
  yield checkpointLine(checkpoint.note)
}

const disclosuresOf = async (db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, { [field: string]: Disclosure }>> => {
  const found = new Map<number, { [field: string]: Disclosure }>()
  if (ids.length === 0) return found
  const rows = await db.selectFrom('ledgerPersonal').selectAll().where('entryId', 'in', [...ids]).execute()
  for (const { entryId, field, salt, value } of rows) {
    const shown = found.get(entryId) ?? {}
    shown[field] = { salt: toBase64(salt), value }
    found.set(entryId, shown)
  }
  return found
}
