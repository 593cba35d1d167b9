import { sql } from 'kysely'
import type { Scope } from '#src/kernel/actor.ts'
import type { Db } from '#src/store/index.ts'
import { within } from './list-store.ts'
import type { SolutionRow } from './store.ts'

export type Candidate = Pick<SolutionRow, 'number' | 'name' | 'purpose' | 'facts' | 'state' | 'tier' | 'ownerId' | 'reusable'>

/** How many candidates are compared at most; of more, those that share the most words, then the newest. */
const COMPARED = 200

/**
 * Solutions that share a word with an idea, out of those that somebody may see and those that are recommended to everybody.
 * Bounded twice: the database looks at no more than some thousand rows of the rarest words.
 */
export const candidatesFor = async (db: Db, scope: Scope, words: readonly string[]): Promise<Candidate[]> => {
  if (words.length === 0) return []
  const any = words.map(word => `'${word}'`).join(' | ')
  const { rows } = await sql<Candidate>`
    select number, name, purpose, facts, state, tier, owner_id, reusable from (
      select * from solution
      where solution.found_by @@ to_tsquery('simple', ${any})
        and solution.state not in ('retired', 'refused') and (solution.reusable or ${within(scope)})
      limit 2000
    ) near
    order by ts_rank(found_by, to_tsquery('simple', ${any})) desc, number desc limit ${COMPARED}`.execute(db)
  return rows
}

/** What the center of excellence recommends, newest first. */
export const templates = (db: Db, limit: number): Promise<Candidate[]> =>
  db
    .selectFrom('solution')
    .select(['number', 'name', 'purpose', 'facts', 'state', 'tier', 'ownerId', 'reusable'])
    .where('reusable', '=', true)
    .where('state', 'in', ['approved', 'active'])
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
