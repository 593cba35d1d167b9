import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { sealedColumn } from '#src/vault/index.ts'

export type EndpointRow = Selectable<Tables['endpoint']>

export const addressColumn = sealedColumn({ table: 'endpoint', id: 'id', column: 'sealedAddress' })
export const endpointSecretColumn = sealedColumn({ table: 'endpoint', id: 'id', column: 'sealedSecret' })
export const oldSecretColumn = sealedColumn({ table: 'endpoint', id: 'id', column: 'sealedOldSecret' })

export const allEndpoints = (db: Db): Promise<EndpointRow[]> =>
  db.selectFrom('endpoint').selectAll().orderBy('madeAt').orderBy('id').execute()

export const endpointById = (db: Db, id: string): Promise<EndpointRow | undefined> =>
  db.selectFrom('endpoint').selectAll().where('id', '=', id).executeTakeFirst()

/** The row, held until the transaction ends. */
export const lockEndpoint = (db: Db, id: string): Promise<EndpointRow | undefined> =>
  db.selectFrom('endpoint').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

type New = Pick<EndpointRow, 'id' | 'kind' | 'name' | 'host' | 'groups' | 'sealedAddress' | 'sealedSecret' | 'nextEntry'>

/** @returns undefined where another has the name */
export const insertEndpoint = (db: Db, { groups, ...endpoint }: New, now: Temporal.Instant): Promise<EndpointRow | undefined> =>
  db
    .insertInto('endpoint')
    .values({
      ...endpoint,
      version: 1,
      sealSalt: newSalt(),
      groups: JSON.stringify(groups),
      state: 'active',
      madeAt: now.toString(),
    })
    .onConflict(conflict => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()

export interface Change {
  name?: string
  host?: string
  groups?: readonly string[]
  state?: EndpointRow['state']
  pausedBecause?: EndpointRow['pausedBecause']
  failingSince?: null
  sealedAddress?: Buffer
  sealedSecret?: Buffer
  sealedOldSecret?: Buffer | null
  oldSecretUntil?: Temporal.Instant | null
}

/** Writes what changed as the next version of a row that is held. */
export const updateEndpoint = (db: Db, id: string, { groups, oldSecretUntil, ...change }: Change): Promise<EndpointRow> =>
  db
    .updateTable('endpoint')
    .set(eb => ({
      ...change,
      ...(groups && { groups: JSON.stringify(groups) }),
      ...(oldSecretUntil !== undefined && { oldSecretUntil: oldSecretUntil?.toString() ?? null }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const nameIsTaken = async (db: Db, name: string, besides: string): Promise<boolean> =>
  (await db
    .selectFrom('endpoint')
    .select('id')
    .where(eb => eb(eb.fn<string>('lower', ['name']), '=', eb.fn<string>('lower', [eb.val(name)])))
    .where('id', '<>', besides)
    .executeTakeFirst()) !== undefined

export const deleteEndpoint = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('endpoint').where('id', '=', id).execute()
}

/** A secret that signs nothing any more is kept no longer. */
export const dropOldSecrets = async (db: Db, now: Temporal.Instant): Promise<void> => {
  await sql`update endpoint set sealed_old_secret = null, old_secret_until = null where old_secret_until <= ${at(now)}`.execute(db)
}

/** How many entries have their place. */
export const ledgerSize = async (db: Db): Promise<number> =>
  (await db.selectFrom('ledgerHead').select('size').executeTakeFirst())?.size ?? 0

/** What became of the newest attempt: since when nothing is taken, or that things are. */
export const noteAttempt = async (db: Db, id: string, taken: boolean, now: Temporal.Instant): Promise<void> => {
  await (
    taken
      ? sql`update endpoint set failing_since = null, last_sent_at = ${at(now)} where id = ${id}`
      : sql`update endpoint set failing_since = coalesce(failing_since, ${at(now)}) where id = ${id}`
  ).execute(db)
}
