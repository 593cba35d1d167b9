import { sql } from 'kysely'
import type { Db } from '#src/store/index.ts'

/** Accounts as ways in see them: who may be let in, and how powerful that would be. */
const accounts = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('password', 'password.id', 'person.id')
    .select([
      'person.id',
      'person.human',
      'person.name',
      'person.email',
      'person.roles',
      'person.state',
      'password.hash',
      sql<boolean>`exists (select from unit led where led.lead_id = person.id and led.closed_at is null)`.as('leads'),
    ])

export type Account = NonNullable<Awaited<ReturnType<typeof accountById>>>

export const accountById = (db: Db, id: string) => accounts(db).where('person.id', '=', id).executeTakeFirst()

/** Whoever signs in with that address; nothing where it is nobody's. */
export const accountByEmail = (db: Db, email: string) =>
  accounts(db)
    .where(sql`lower(person.email)`, '=', email.toLowerCase())
    .executeTakeFirst()
