import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db } from '#src/store/index.ts'
import type { StopRow, StopTarget } from '../registry/index.ts'

type New = StopTarget & Pick<StopRow, 'because' | 'incidentId' | 'startedBy' | 'startedByHuman' | 'running'>

export const insertStop = (db: Db, stop: New, now: Temporal.Instant): Promise<StopRow> =>
  db
    .insertInto('stop')
    .values({ ...stop, id: newId(), version: 1, sealSalt: newSalt(), startedAt: now.toString() })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Writes the next version of a stop that the caller holds. */
export const moveStop = (
  db: Db,
  id: string,
  change: {
    fullAt?: string
    liftedAt?: string
    liftedBy?: string
    liftProposedBy?: string
    releasedAt?: string
    incidentId?: string | null
  },
): Promise<StopRow> =>
  db
    .updateTable('stop')
    .set(eb => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const stopByNumber = (db: Db, number: number): Promise<StopRow | undefined> =>
  db.selectFrom('stop').selectAll().where('number', '=', number).executeTakeFirst()

export const stopById = (db: Db, id: string): Promise<StopRow | undefined> =>
  db.selectFrom('stop').selectAll().where('id', '=', id).executeTakeFirst()

export const stopsById = (db: Db, ids: readonly string[]): Promise<StopRow[]> =>
  db
    .selectFrom('stop')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()

export const lockStop = (db: Db, id: string): Promise<StopRow | undefined> =>
  db.selectFrom('stop').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Those with these numbers, held. */
export const lockStops = (db: Db, numbers: readonly number[]): Promise<StopRow[]> =>
  numbers.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('stop')
        .selectAll()
        .where('number', 'in', [...numbers])
        .orderBy('id')
        .forUpdate()
        .execute()

/** The stop of the very same thing that is in force. */
export const sameInForce = (db: Db, { kind, targetId, model }: StopTarget): Promise<StopRow | undefined> =>
  db
    .selectFrom('stop')
    .selectAll()
    .where('kind', '=', kind)
    .where('targetId', '=', targetId)
    .where('model', model === null ? 'is' : '=', model)
    .where('liftedAt', 'is', null)
    .executeTakeFirst()

/** A page, newest first; those in force, those lifted, or all. */
export const pageOfStops = (
  db: Db,
  { inForce, before, limit }: { inForce: boolean | undefined; before: number | undefined; limit: number },
): Promise<StopRow[]> => {
  let page = db
    .selectFrom('stop')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(limit + 1)
  if (inForce !== undefined) page = page.where('liftedAt', inForce ? 'is' : 'is not', null)
  if (before !== undefined) page = page.where('number', '<', before)
  return page.execute()
}

export const stopsOfIncident = (db: Db, incident: string): Promise<StopRow[]> =>
  db.selectFrom('stop').selectAll().where('incidentId', '=', incident).orderBy('number').execute()

/** Stops in force, the oldest first. */
export const inForce = (db: Db, limit: number): Promise<StopRow[]> =>
  db.selectFrom('stop').selectAll().where('liftedAt', 'is', null).orderBy('number').limit(limit).execute()

/** Lifted ones that still have to let go of something. */
export const lifting = (db: Db, limit: number): Promise<StopRow[]> =>
  db
    .selectFrom('stop')
    .selectAll()
    .where('liftedAt', 'is not', null)
    .where('releasedAt', 'is', null)
    .orderBy('number')
    .limit(limit)
    .execute()

/** The incident with this key, held so that nobody closes it meanwhile. */
export const incidentNamed = (db: Db, key: string) =>
  db
    .selectFrom('incident')
    .select(['id', 'state'])
    .where('number', '=', Number(key.slice('INC-'.length)))
    .forShare()
    .executeTakeFirst()

export const incidentKeyOf = (number: number): string => `INC-${String(number).padStart(4, '0')}`

export const incidentKeysOf = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = ids.length === 0 ? [] : await db.selectFrom('incident').select(['id', 'number']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, number }) => [id, incidentKeyOf(number)]))
}
