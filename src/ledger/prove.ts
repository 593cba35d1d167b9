import { formatProofFile } from '#src/engines/merkle/proof-file.ts'
import { consistencyRanges, inclusionRanges } from '#src/engines/merkle/range.ts'
import type { Hash } from '#src/engines/merkle/hash.ts'
import { writtenOnce } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'
import { storedHashes } from './tile-store.ts'

/** The newest checkpoint note, with the size it speaks of; null before the first. */
export const newestCheckpoint = async (db: Db): Promise<{ size: number; note: string } | null> =>
  (await newestCheckpoints(db, {}))[0] ?? null

const newestCheckpoints = writtenOnce(db => db.selectFrom('ledgerCheckpoint').select(['size', 'note']).orderBy('size', 'desc').limit(1))

/**
 * A C2SP tlog-proof of one entry under the newest checkpoint, with the entry's text as extra data. Null while the entry
 * waits to be sequenced, or where there is no entry of this id.
 */
export const proveEntry = async (db: Db, id: number): Promise<string | null> => {
  const entry = await db.selectFrom('ledgerEntry').select(['leafIndex', 'body']).where('id', '=', id).executeTakeFirst()
  const checkpoint = await newestCheckpoint(db)
  if (entry?.leafIndex == null || checkpoint === null) return null
  const path = await storedHashes(db, inclusionRanges(entry.leafIndex, checkpoint.size))
  return formatProofFile({ index: entry.leafIndex, path, checkpoint: checkpoint.note, extra: Buffer.from(entry.body) })
}

/** What shows that the tree of `newer` entries continues that of `older` (verify with `verifyConsistency`). */
export const proveConsistency = (db: Db, older: number, newer: number): Promise<Hash[]> => storedHashes(db, consistencyRanges(older, newer))
