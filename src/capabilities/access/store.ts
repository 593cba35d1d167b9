import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { TokenScope } from '#src/kernel/actor.ts'
import { newSalt } from '#src/kernel/salt.ts'
import { at, writtenOnce } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { emergencyRoles } from '../emergency/index.ts'
import { ledUnits } from '../people/index.ts'

export type AccessRow = Selectable<Tables['access']>

/** Secrets are stored hashed: whoever reads the database can't sign in with what they find. */
export const hashSecret = (secret: string): Buffer => Buffer.from(hash('sha256', secret, 'hex'), 'hex')

export const insertAccess = (
  db: Db,
  { may, startedAt, expiresAt, ...row }: Omit<AccessRow, 'version' | 'sealSalt' | 'endedAt' | 'endedBecause'>,
): Promise<AccessRow> =>
  db
    .insertInto('access')
    .values({
      ...row,
      may: may === null ? null : JSON.stringify(may),
      startedAt: startedAt.toString(),
      expiresAt: expiresAt.toString(),
      version: 1,
      sealSalt: newSalt(),
      endedAt: null,
      endedBecause: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Who stands behind a secret now: nothing where it never was, ended or ran out, or where its person may not come in. */
export const openAccess = async (db: Db, kind: AccessRow['kind'], secretHash: Buffer, now: Temporal.Instant) =>
  (await openAccesses(db, { kind, secretHash, now: now.toString() }))[0]

const openAccesses = writtenOnce((db, { kind, secretHash, now }: { kind: AccessRow['kind']; secretHash: Buffer; now: string }) =>
  db
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .leftJoin('accessUse', 'accessUse.accessId', 'access.id')
    .select([
      'access.id as access',
      'access.method',
      'access.may',
      // A factor that was removed since counts no longer.
      sql<boolean>`access.second_factor and exists (
        select from second_factor where second_factor.id = person.id and second_factor.confirmed_at is not null)`.as('secondFactor'),
      'access.startedAt',
      'accessUse.usedAt',
      'person.id',
      'person.human',
      'person.name',
      'person.roles',
      'person.unitId as unit',
      ledUnits('person.id').as('leads'),
      emergencyRoles('person.id', sql`${now}::timestamptz`).as('emergency'),
    ])
    .where('access.kind', '=', kind)
    .where('access.secretHash', '=', secretHash)
    .where('access.endedAt', 'is', null)
    .where('access.expiresAt', '>', sql<Temporal.Instant>`${now}::timestamptz`)
    .where('person.state', '=', 'active')
    // Whoever was kept out and let back in signs in anew.
    .whereRef('access.startedAt', '>=', 'person.stateSince'),
)

/** Which accesses of a person's: all of some kinds, but for one, or one alone, or those alone that may just that. */
export interface Which {
  person: string
  kinds: readonly AccessRow['kind'][]
  except?: string
  only?: string
  may?: TokenScope
}

/** Ends those of a person's accesses that are open and have not run out. */
export const endAccesses = (
  db: Db,
  { person, kinds, except, only, may }: Which,
  because: string,
  now: Temporal.Instant,
): Promise<AccessRow[]> =>
  db
    .updateTable('access')
    .set(eb => ({ endedAt: now.toString(), endedBecause: because, version: eb('version', '+', 1) }))
    .where('personId', '=', person)
    .where('kind', 'in', kinds)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', at(now))
    .$if(except !== undefined, query => query.where('id', '<>', except ?? ''))
    .$if(only !== undefined, query => query.where('id', '=', only ?? ''))
    .$if(may !== undefined, query => query.where(sql<boolean>`may = ${JSON.stringify(may)}::jsonb`))
    .returningAll()
    .execute()

/** A person's open accesses with their last use, newest first. */
export const openAccessesOf = (db: Db, person: string, now: Temporal.Instant) =>
  db
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .leftJoin('accessUse', 'accessUse.accessId', 'access.id')
    .select([
      'access.id',
      'access.kind',
      'access.method',
      'access.name',
      'access.may',
      'access.startedAt',
      'access.expiresAt',
      'accessUse.usedAt',
    ])
    .where('access.personId', '=', person)
    .where('access.endedAt', 'is', null)
    .where('access.expiresAt', '>', at(now))
    .whereRef('access.startedAt', '>=', 'person.stateSince')
    .orderBy('access.startedAt', 'desc')
    .limit(100)
    .execute()

export const accessById = (db: Db, id: string): Promise<AccessRow | undefined> =>
  db.selectFrom('access').selectAll().where('id', '=', id).executeTakeFirst()

/** Marks an access as one that has shown the second factor. */
export const strengthenAccess = (db: Db, id: string): Promise<AccessRow> =>
  db
    .updateTable('access')
    .set(eb => ({ secondFactor: true, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
