import type { Db } from '#src/store/index.ts'

/** Whether an account may come in: people who left or are suspended answer for nothing. */
export const isActive = async (db: Db, person: string): Promise<boolean> =>
  (await db.selectFrom('person').select('id').where('id', '=', person).where('state', '=', 'active').executeTakeFirst()) !== undefined

/** The human being behind an account. */
export const humanOf = async (db: Db, person: string): Promise<string> =>
  (await db.selectFrom('person').select('human').where('id', '=', person).executeTakeFirstOrThrow()).human
