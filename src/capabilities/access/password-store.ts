import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type PasswordRow = Selectable<Tables['password']>

export const passwordOf = (db: Db, person: string) => db.selectFrom('password').selectAll().where('id', '=', person).executeTakeFirst()

/** Sets somebody's password, their first or another one. */
export const putPassword = (db: Db, person: string, hash: string, now: Temporal.Instant): Promise<PasswordRow> =>
  db
    .insertInto('password')
    .values({ id: person, version: 1, sealSalt: newSalt(), hash, changedAt: now.toString() })
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(eb => ({
        version: eb('password.version', '+', 1),
        hash: eb.ref('excluded.hash'),
        changedAt: eb.ref('excluded.changedAt'),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
