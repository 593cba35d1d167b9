import { sql } from 'kysely'
import type { Role } from '#src/kernel/actor.ts'
import type { Db } from '#src/store/index.ts'

/** What an office has to do is told to so many of those who hold it at most: more would each leave it to the others. */
const MOST_TOLD = 10

/** Active people who hold one of these roles for good, those who have been here longest first; none of the human beings left out. */
export const officeHolders = async (db: Db, roles: readonly Role[], besides: readonly string[] = []): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from person
    where state = 'active' and human <> all(${[...besides]}::text[])
      and exists (select from jsonb_array_elements_text(roles) as held where held = any(${[...roles]}::text[]))
    order by state_since, id limit ${MOST_TOLD}`.execute(db)
  return rows.map(({ id }) => id)
}
