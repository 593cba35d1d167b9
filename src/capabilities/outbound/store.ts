import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import type { HostAndPort } from '#src/outbound/index.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type PrivateTargetRow = Selectable<Tables['privateTarget']>

/** The targets that may be called now, in the order of their names. */
export const currentTargets = (db: Db): Promise<PrivateTargetRow[]> =>
  db.selectFrom('privateTarget').selectAll().where('endedAt', 'is', null).orderBy('host').orderBy('port').execute()

export const countCurrent = async (db: Db): Promise<number> => {
  const { count } = await db
    .selectFrom('privateTarget')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export const currentByName = (db: Db, { host, port }: HostAndPort): Promise<PrivateTargetRow | undefined> =>
  db
    .selectFrom('privateTarget')
    .selectAll()
    .where('host', '=', host)
    .where('port', '=', port)
    .where('endedAt', 'is', null)
    .executeTakeFirst()

/** The target, locked until the transaction ends; one that was withdrawn is over and is not found. */
export const lockTarget = (db: Db, id: string): Promise<PrivateTargetRow | undefined> =>
  db.selectFrom('privateTarget').selectAll().where('id', '=', id).where('endedAt', 'is', null).forUpdate().executeTakeFirst()

export type NewTarget = Pick<PrivateTargetRow, 'id' | 'host' | 'port' | 'reason'>

export const insertTarget = (db: Db, target: NewTarget, now: Temporal.Instant): Promise<PrivateTargetRow> =>
  db
    .insertInto('privateTarget')
    .values({ ...target, version: 1, sealSalt: newSalt(), addedAt: now.toString() })
    .returningAll()
    .executeTakeFirstOrThrow()

export const endTarget = (db: Db, id: string, now: Temporal.Instant): Promise<PrivateTargetRow> =>
  db
    .updateTable('privateTarget')
    .set(eb => ({ endedAt: now.toString(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
