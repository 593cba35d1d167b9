import type { Db } from '../operation.ts'
import type { CharterDocuments, Shipped } from './documents.ts'
import type { CharterRow } from './store.ts'
import { versionByDigest } from './store.ts'

/** The charter that comes with this release, where nobody here proposed it. */
interface AsShipped {
  state: 'shipped'
  label: string
  digest: string
  documents: CharterDocuments
}

/** A version that was proposed here, or the shipped charter; undefined where there is neither. */
export const versionSeen = async (db: Db, { charter, documents }: Shipped, digest: string): Promise<CharterRow | AsShipped | undefined> =>
  (await versionByDigest(db, digest)) ??
  (digest === charter.digest ? { state: 'shipped', label: charter.version, digest, documents } : undefined)
