import { sql } from 'kysely'
import type { Scope } from '#src/kernel/actor.ts'
import type { Db } from '#src/store/index.ts'
import { namesOf } from '../people/index.ts'
import { keyOf, numberOf } from './solution.ts'
import { within } from './list-store.ts'

/** A page of the solutions that name a tool, newest first, and how many there are in all. */
interface ToolUsers {
  users: { key: string; name: string; tier: number; state: string; owner: { id: string; name: string } }[]
  total: number
  /** Go on behind this; null on the last page. */
  next: string | null
}

/** What ended uses nothing any more. */
const over = ['retired', 'refused']

/**
 * The solutions within a scope that name a tool, certainly or among what they may use. Three queries: who they are, how
 * many, and their owners' names.
 */
export const usersOfTool = async (
  db: Db,
  scope: Scope,
  tool: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<ToolUsers> => {
  const page = using(db, scope, tool)
    .select(['number', 'name', 'tier', 'state', 'ownerId'])
    .orderBy('number', 'desc')
    .limit(limit + 1)
  const found = await (after === undefined ? page : page.where('number', '<', numberOf(after))).execute()
  const rows = found.slice(0, limit)
  const { total } = await using(db, scope, tool)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const names = await namesOf(
    db,
    rows.map(({ ownerId }) => ownerId),
  )
  const last = rows.at(-1)
  return {
    users: rows.map(({ number, name, tier, state, ownerId }) => ({
      key: keyOf(number),
      name,
      tier,
      state,
      owner: { id: ownerId, name: names.get(ownerId) ?? 'Former colleague' },
    })),
    total,
    next: found.length > limit && last ? keyOf(last.number) : null,
  }
}

/**
 * What runs counts as well as what is being declared beside it. Answers are a list, one word, or `{ among: [...] }`; a list
 * contains a word of its own (PostgreSQL, jsonb containment), so that one index serves all of them.
 */
const using = (db: Db, scope: Scope, tool: string) => {
  const named = sql`((facts -> 'tools') @> to_jsonb(${tool}::text) or (facts -> 'tools') @> jsonb_build_object('among', jsonb_build_array(${tool}::text)))`
  return db
    .selectFrom('solution')
    .where(within(scope))
    .where('state', 'not in', over)
    .where(
      sql<boolean>`solution.id in (
        select id from solution where ${named}
        union
        select solution_id from declaration
        where state in ('draft', 'submitted', 'in-review', 'changes-requested') and ${named})`,
    )
}
