import type { Db } from '../operation.ts'
import type { CharterDocuments, Shipped } from './documents.ts'
import type { CharterRow } from './store.ts'
import { shippedByDigest, versionByDigest } from './store.ts'

/** A charter that this release ships, or that an earlier one shipped and somebody here started from. */
interface AsShipped {
  state: 'shipped'
  label: string
  digest: string
  documents: CharterDocuments
}

/** A version that was proposed here, or a shipped charter; undefined where there is neither. */
export const versionSeen = async (db: Db, shipped: Shipped, digest: string): Promise<CharterRow | AsShipped | undefined> => {
  const own = await versionByDigest(db, digest)
  if (own) return own
  const { charter, documents } = shipped
  if (digest === charter.digest) return { state: 'shipped', label: charter.version, digest, documents }
  const kept = await shippedByDigest(db, digest)
  return kept && { state: 'shipped', ...kept }
}
