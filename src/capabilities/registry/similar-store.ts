import { sql } from 'kysely'
import type { Scope } from '#src/kernel/actor.ts'
import { plannedAnew } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'
import { within } from './list-store.ts'
import type { SolutionRow } from './store.ts'

export type Candidate = Pick<SolutionRow, 'number' | 'name' | 'purpose' | 'facts' | 'state' | 'tier' | 'ownerId' | 'reusable'>

/** How many candidates are compared at most; of more, those that share the most words, then the newest. */
const COMPARED = 60
/** How many of the newest with one word are looked at. */
const NEWEST = 60
/** Longer words are rarer and say more: so many are looked for one by one, the others together. */
const ALONE = 3

/**
 * Solutions that share a word with an idea, out of those that somebody may see and those that are recommended to everybody.
 * Bounded: the newest with each of the longest words, and the newest with any word at all.
 */
export const candidatesFor = async (db: Db, scope: Scope, words: readonly string[]): Promise<Candidate[]> => {
  if (words.length === 0) return []
  const longest = words.toSorted((a, b) => b.length - a.length).map(word => `'${word}'`)
  const any = longest.join(' | ')
  const newest = (query: string) => sql`(
    select number from solution
    where solution.found_by @@ to_tsquery('simple', ${query})
      and solution.state not in ('retired', 'refused') and (solution.reusable or ${within(scope)})
    order by number desc limit ${sql.lit(NEWEST)})`
  const near = [...longest.slice(0, ALONE), ...(longest.length > ALONE ? [any] : [])].map(newest)
  const { rows } = await sql<Candidate>`${plannedAnew}
    select number, name, purpose, facts, state, tier, owner_id, reusable
    from (${sql.join(near, sql` union `)}) near join solution using (number)
    order by ts_rank(found_by, to_tsquery('simple', ${any})) desc, number desc limit ${sql.lit(COMPARED)}`.execute(db)
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
