import { sql } from 'kysely'
import type { RawBuilder, Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import { writtenOnce } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import type { CharterDocuments } from './documents.ts'

export type CharterRow = Selectable<Tables['charterVersion']>

/** The digest of the adopted charter in force, null where none was adopted yet, and the mark of the tools kept beside it: one query. */
export const readingInForce = (mark: RawBuilder<string | null>) => {
  const reading = writtenOnce(
    () => sql<{ digest: string | null; mark: string | null }>`
      select (select digest from charter_version where state = 'in-force') as digest, ${mark} as mark`,
  )
  return async (db: Db) => (await reading(db, {}))[0] ?? { digest: null, mark: null }
}

/** Who adopted the charter in force, and when. */
export const adoptionInForce = (db: Db) =>
  db
    .selectFrom('charterVersion')
    .innerJoin('person as proposer', 'proposer.id', 'charterVersion.proposedBy')
    .innerJoin('person as adopter', 'adopter.id', 'charterVersion.adoptedBy')
    .select(['adopter.name as by', 'proposer.name as proposedBy', 'charterVersion.adoptedAt as at'])
    .where('charterVersion.state', '=', 'in-force')
    .executeTakeFirst()

/** Documents by digest, whether a company's own or a shipped charter that one was made from. */
export const documentsByDigest = async (db: Db, digest: string): Promise<CharterDocuments | undefined> => {
  const own = await db.selectFrom('charterVersion').select('documents').where('digest', '=', digest).limit(1).executeTakeFirst()
  return (own ?? (await shippedByDigest(db, digest)))?.documents
}

export const isShippedKept = async (db: Db, digest: string): Promise<boolean> => (await shippedByDigest(db, digest)) !== undefined

export const shippedByDigest = (db: Db, digest: string) =>
  db.selectFrom('shippedCharter').select(['label', 'digest', 'documents']).where('digest', '=', digest).executeTakeFirst()

/** Keeps a shipped charter for later: the next release ships another one, and no longer this. */
export const keepShipped = async (
  db: Db,
  { digest, label, documents }: { digest: string; label: string; documents: CharterDocuments },
  now: Temporal.Instant,
): Promise<void> => {
  await db
    .insertInto('shippedCharter')
    .values({ digest, label, documents: JSON.stringify(documents), keptAt: now.toString() })
    .onConflict(conflict => conflict.column('digest').doNothing())
    .execute()
}

export const versionInForce = (db: Db): Promise<CharterRow | undefined> =>
  db.selectFrom('charterVersion').selectAll().where('state', '=', 'in-force').executeTakeFirst()

/** The version with a digest. A withdrawn one gives way to the same documents proposed anew. */
export const versionByDigest = (db: Db, digest: string): Promise<CharterRow | undefined> =>
  db
    .selectFrom('charterVersion')
    .selectAll()
    .where('digest', '=', digest)
    .orderBy(sql`state = 'withdrawn'`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Whose label this is, among all that were not withdrawn. */
export const versionByLabel = (db: Db, label: string): Promise<CharterRow | undefined> =>
  db.selectFrom('charterVersion').selectAll().where('label', '=', label).where('state', '<>', 'withdrawn').executeTakeFirst()

export type Proposed = Pick<CharterRow, 'id' | 'label' | 'digest' | 'basedOn' | 'note' | 'proposedBy'> & { documents: CharterDocuments }

/** A version that is proposed, under the id of its proposal. */
export const insertProposed = (db: Db, { documents, ...row }: Proposed, now: Temporal.Instant): Promise<CharterRow> =>
  db
    .insertInto('charterVersion')
    .values({
      ...row,
      documents: JSON.stringify(documents),
      state: 'proposed',
      version: 1,
      sealSalt: newSalt(),
      proposedAt: now.toString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Moves a version on in its life. */
const move = (
  db: Db,
  id: string,
  change: { state: CharterRow['state']; adoptedBy?: string; adoptedAt?: string; endedAt?: string },
): Promise<CharterRow> =>
  db
    .updateTable('charterVersion')
    .set(eb => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const adopt = (db: Db, id: string, by: string, now: Temporal.Instant): Promise<CharterRow> =>
  move(db, id, { state: 'in-force', adoptedBy: by, adoptedAt: now.toString() })
export const supersede = (db: Db, id: string, now: Temporal.Instant): Promise<CharterRow> =>
  move(db, id, { state: 'superseded', endedAt: now.toString() })
/** @throws where no proposed version has this digest. */
export const withdraw = async (db: Db, digest: string, now: Temporal.Instant): Promise<CharterRow> => {
  const { id } = await db
    .selectFrom('charterVersion')
    .select('id')
    .where('digest', '=', digest)
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow()
  return move(db, id, { state: 'withdrawn', endedAt: now.toString() })
}

/** One page of versions without their documents, newest first; `before` is the last page's last id. */
export const pageOfVersions = (db: Db, { limit, before }: { limit: number; before: string | undefined }) => {
  const page = db
    .selectFrom('charterVersion')
    .select([
      'id',
      'version',
      'label',
      'digest',
      'state',
      'basedOn',
      'note',
      'proposedBy',
      'proposedAt',
      'adoptedBy',
      'adoptedAt',
      'endedAt',
    ])
    .orderBy('id', 'desc')
    .limit(limit + 1)
  return (before === undefined ? page : page.where('id', '<', before)).execute()
}
