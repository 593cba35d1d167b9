import { hash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Insertable, Selectable } from 'kysely'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type PersonRow = Selectable<Tables['person']>
export type SessionRow = Selectable<Tables['session']>

/** Whether any person exists yet: an installation without people has not been set up. */
export const hasPeople = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined

/** Keeps other transactions from adding people until this one ends; reading goes on. */
export const lockPeople = async (db: Db): Promise<void> => {
  await sql`lock table person in share row exclusive mode`.execute(db)
}

export const insertPeople = (db: Db, people: readonly Omit<PersonRow, 'version' | 'sealSalt' | 'active'>[]): Promise<PersonRow[]> =>
  db
    .insertInto('person')
    .values(people.map(person => ({ ...person, roles: JSON.stringify(person.roles), version: 1, sealSalt: randomBytes(16), active: true })))
    .returningAll()
    .execute()

export const activePeople = (db: Db): Promise<PersonRow[]> =>
  db.selectFrom('person').selectAll().where('active', '=', true).orderBy('name').execute()

export const activePerson = (db: Db, id: string): Promise<PersonRow | undefined> =>
  db.selectFrom('person').selectAll().where('id', '=', id).where('active', '=', true).executeTakeFirst()

/** Names by id, for presenting rows of other capabilities; one query however many are asked for. */
export const namesOf = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Secrets are stored hashed: whoever reads the database can't sign in with what they find. */
export const hashSecret = (secret: string): Buffer => Buffer.from(hash('sha256', secret, 'hex'), 'hex')

export const insertSession = (
  db: Db,
  session: Pick<Insertable<Tables['session']>, 'id' | 'secretHash' | 'personId' | 'startedAt' | 'expiresAt'>,
): Promise<SessionRow> =>
  db
    .insertInto('session')
    .values({ ...session, version: 1, sealSalt: randomBytes(16), endedAt: null })
    .returningAll()
    .executeTakeFirstOrThrow()

/** The running session of a secret with its person, or undefined where it ended, expired, or never was. */
export const openSession = (db: Db, secretHash: Buffer, now: Temporal.Instant) =>
  db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.personId')
    .select(['session.id as sessionId', 'person.id', 'person.name', 'person.jobTitle', 'person.unit', 'person.roles'])
    .where('session.secretHash', '=', secretHash)
    .where('session.endedAt', 'is', null)
    .where('session.expiresAt', '>', at(now))
    .where('person.active', '=', true)
    .executeTakeFirst()

export const endSessionRow = (db: Db, id: string, now: Temporal.Instant): Promise<SessionRow> =>
  db
    .updateTable('session')
    .set(eb => ({ endedAt: now.toString(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
