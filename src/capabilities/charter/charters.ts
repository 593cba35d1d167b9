import type { Charter } from '#src/engines/charter/index.ts'
import { refuse, Refusal } from '#src/kernel/refusal.ts'
import type { Db } from '#src/store/index.ts'
import { readCharter } from './documents.ts'
import type { CharterDocuments, Shipped } from './documents.ts'
import { digestInForce, documentsByDigest } from './store.ts'

/** Where decisions get their charter from. */
export interface Charters {
  readonly shipped: Shipped
  /**
   * The charter in force for the caller's transaction: the adopted one, else the shipped one, unsigned. Which one it is
   * is read from the database each time; what it says cannot change and is kept in memory.
   * @throws Refusal `charter-unreadable` where the adopted one can't be read as it was adopted.
   */
  inForce(db: Db): Promise<Charter>
  /** Any charter that is stored, by its digest. @throws Refusal `charter-unreadable` */
  byDigest(db: Db, digest: string): Promise<Charter>
}

/** Compiled charters kept in memory: those in force on either side of an adoption, a proposal, and what they came from. */
const KEPT = 8

export const createCharters = (shipped: Shipped): Charters => {
  const compiled = new Map<string, Charter>()
  const keep = (charter: Charter): Charter => {
    compiled.delete(charter.digest)
    compiled.set(charter.digest, charter)
    const [oldest] = compiled.keys()
    if (compiled.size > KEPT && oldest !== undefined) compiled.delete(oldest)
    return charter
  }

  const byDigest = async (db: Db, digest: string): Promise<Charter> => {
    if (digest === shipped.charter.digest) return shipped.charter
    const found = compiled.get(digest)
    if (found) return found
    const documents = await documentsByDigest(db, digest)
    // Callers that arrive together compile once.
    return compiled.get(digest) ?? keep(readAgain(documents, digest))
  }
  return {
    shipped,
    byDigest,
    async inForce(db) {
      const digest = await digestInForce(db)
      return digest === undefined ? shipped.charter : byDigest(db, digest)
    },
  }
}

/**
 * Stored documents as they were when they were proposed. Another release could read them differently, or somebody could
 * have changed them in the database: then nothing is decided by them.
 */
const readAgain = (documents: CharterDocuments | undefined, digest: string): Charter => {
  if (!documents) throw unreadable('it is not stored')
  try {
    const charter = readCharter(documents)
    if (charter.digest === digest) return charter
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw unreadable(error.blockers[0]?.reason ?? error.message)
  }
  throw unreadable('its documents say something else than when they were proposed')
}

const unreadable = (why: string): Refusal =>
  refuse(
    'unavailable',
    'charter-unreadable',
    `The stored charter can’t be read by this release: ${why}.`,
    'Run the release that it was adopted with, or propose and adopt a charter that this release reads; `guildhall ledger verify --state` tells whether the stored one was changed.',
  )
