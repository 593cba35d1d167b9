import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Charter, ToolList } from '#src/engines/charter/index.ts'
import { withTools } from '#src/engines/charter/index.ts'
import { refuse, Refusal } from '#src/kernel/refusal.ts'
import type { Db } from '#src/store/index.ts'
import { readCharter } from './documents.ts'
import type { CharterDocuments, Shipped } from './documents.ts'
import { documentsByDigest, readingInForce } from './store.ts'

/** Where decisions get their charter from. */
export interface Charters {
  readonly shipped: Shipped
  /**
   * What the caller's transaction decides by: the adopted charter, else the shipped one, unsigned, under the tool list as it
   * stands. Which ones these are is read from the database each time; what they say cannot change and is kept in memory.
   * @throws Refusal `charter-unreadable` where the adopted one can't be read as it was adopted; `too-many-sorts-of-tools`
   */
  inForce(db: Db): Promise<Charter>
  /** The same as it was adopted, with the tool list of its documents: for naming and comparing documents. */
  adopted(db: Db): Promise<Charter>
  /** Any charter that is stored, by its digest, as it was proposed. @throws Refusal `charter-unreadable` */
  byDigest(db: Db, digest: string): Promise<Charter>
  /** A charter under the tool list as it stands. @throws Refusal `too-many-sorts-of-tools` */
  underTools(db: Db, charter: Charter): Promise<Charter>
}

/** The tools that a company keeps beside its charter. */
export interface ToolsKept {
  /** SQL for what settles what they say; null where they say nothing. */
  mark: RawBuilder<string | null>
  /** A charter's list with what is kept laid over it, and the mark of what was read. */
  over(db: Db, list: ToolList): Promise<{ mark: string; list: ToolList }>
}

const noTools: ToolsKept = { mark: sql<null>`null`, over: (_, list) => Promise.resolve({ mark: '', list }) }

/** Compiled charters kept in memory: those in force on either side of an adoption, a proposal, and what they came from. */
const KEPT = 8

export const createCharters = (shipped: Shipped, tools: ToolsKept = noTools): Charters => {
  const compiled = newestFew()
  const listed = newestFew()
  const inForceUnder = readingInForce(tools.mark)

  const byDigest = async (db: Db, digest: string): Promise<Charter> => {
    if (digest === shipped.charter.digest) return shipped.charter
    const found = compiled.get(digest)
    if (found) return found
    const documents = await documentsByDigest(db, digest)
    // Callers that arrive together compile once.
    return compiled.get(digest) ?? compiled.keep(digest, readAgain(documents, digest))
  }
  const adoptedAs = async (db: Db, digest: string | null): Promise<Charter> => (digest === null ? shipped.charter : byDigest(db, digest))
  const under = async (db: Db, mark: string | null, charter: Charter): Promise<Charter> => {
    if (mark === null) return charter
    const found = listed.get(`${charter.digest} ${mark}`)
    if (found) return found
    // Another transaction may have changed the list since its mark was read: what is kept goes by the mark of what was read.
    const read = await tools.over(db, charter.documents['tools.yaml'])
    const key = `${charter.digest} ${read.mark}`
    return listed.get(key) ?? listed.keep(key, listedAs(charter, read.list))
  }
  return {
    shipped,
    byDigest,
    adopted: async db => adoptedAs(db, (await inForceUnder(db)).digest),
    underTools: async (db, charter) => under(db, (await inForceUnder(db)).mark, charter),
    async inForce(db) {
      const { digest, mark } = await inForceUnder(db)
      return under(db, mark, await adoptedAs(db, digest))
    },
  }
}

const newestFew = () => {
  const kept = new Map<string, Charter>()
  return {
    get: (key: string) => kept.get(key),
    keep(key: string, charter: Charter): Charter {
      kept.delete(key)
      kept.set(key, charter)
      const [oldest] = kept.keys()
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
      return charter
    },
  }
}

/** @throws Refusal `too-many-sorts-of-tools` */
export const listedAs = (charter: Charter, list: ToolList): Charter => {
  const made = withTools(charter, list)
  if ('charter' in made) return made.charter
  throw refuse(
    'unavailable',
    'too-many-sorts-of-tools',
    `The tool list can’t be decided by: ${made.tooMany}`,
    'Approve tools that are used alike for the same classes of data and tiers, so that fewer sorts of them are told apart.',
  )
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
