import { sql } from 'kysely'
import type { Db } from '#src/store/index.ts'
import { unknownUnit } from './permissions.ts'
import { emailTaken, managersInCircle, unknownManager } from './person.ts'
import type { PersonValues } from './store.ts'

/** What an account refers to and may collide with. */
type Stated = Pick<PersonValues, 'id' | 'email' | 'unitId' | 'managerId'>

/**
 * Compares what is said about one person with everybody else. The caller holds `lockPeople`.
 * @throws Refusal `email-taken`, `no-such-unit`, `no-such-manager` or `managers-in-circle`
 */
export const checkPerson = async (db: Db, { id, email, unitId, managerId }: Stated): Promise<void> => {
  if (email !== null) {
    const taken = await db
      .selectFrom('person')
      .select('id')
      .where(sql`lower(email)`, '=', email.toLowerCase())
      .where('id', '<>', id)
      .executeTakeFirst()
    if (taken) throw emailTaken()
  }
  if (unitId !== null) {
    const unit = await db.selectFrom('unit').select('id').where('id', '=', unitId).where('closedAt', 'is', null).executeTakeFirst()
    if (!unit) throw unknownUnit()
  }
  if (managerId !== null) {
    const chain = await managersFrom(db, managerId)
    if (chain[0]?.state === undefined || chain[0].state === 'left') throw unknownManager()
    if (chain.some(manager => manager.id === id)) throw managersInCircle()
  }
}

/** Somebody, their manager, their manager’s manager, and so on. `union` ends the walk, whatever the rows say. */
const managersFrom = async (db: Db, id: string): Promise<{ id: string; state: string }[]> => {
  const { rows } = await sql<{ id: string; state: string }>`
    with recursive chain as (
      select id, manager_id, state, 1 as place from person where id = ${id}
      union
      select above.id, above.manager_id, above.state, chain.place + 1 from person above join chain on above.id = chain.manager_id where chain.place < 1000
    ) select id, state from chain order by place`.execute(db)
  return rows
}
