import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type CallbackRow = Selectable<Tables['contentCallback']>

/** Told at the latest when the time for a verdict is over: that nobody decided is news as well. */
export const insertCallback = async (db: Db, id: string, dueAt: Temporal.Instant): Promise<void> => {
  await db.insertInto('contentCallback').values({ id, state: 'waiting', dueAt: dueAt.toString(), tries: 0, trouble: null }).execute()
}

/** There is a verdict: whoever waits for it is told at once. */
export const callBackNow = async (db: Db, id: string, now: Temporal.Instant): Promise<void> => {
  await db.updateTable('contentCallback').set({ dueAt: now.toString() }).where('id', '=', id).where('state', '=', 'waiting').execute()
}

export const callbackOf = (db: Db, id: string): Promise<CallbackRow | undefined> =>
  db.selectFrom('contentCallback').selectAll().where('id', '=', id).executeTakeFirst()

/** Those of a solution that were given up though their address is still here. */
const givenUp = sql<boolean>`content_callback.state = 'given-up' and content_callback.trouble <> 'deleted'`
const ofSolution = (id: string) => sql<string>`(select id from content_review where solution_id = ${id})`

export const countGivenUp = async (db: Db, solution: string): Promise<number> => {
  const { count } = await db
    .selectFrom('contentCallback')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(givenUp)
    .where('id', 'in', ofSolution(solution))
    .executeTakeFirstOrThrow()
  return count
}

/** Free again as if they had not been tried: one, or all of a solution. @returns how many there were */
export const repeatGivenUp = async (db: Db, solution: string, content: string | null, now: Temporal.Instant): Promise<number> => {
  let free = db
    .updateTable('contentCallback')
    .set({ state: 'waiting', tries: 0, trouble: null, dueAt: now.toString() })
    .where(givenUp)
    .where('id', 'in', ofSolution(solution))
  if (content !== null) free = free.where('id', '=', content)
  return Number((await free.executeTakeFirst()).numUpdatedRows)
}

/** A page of them with what each is about, the newest content first. */
export const pageOfGivenUp = (db: Db, solution: string, { limit, behind }: { limit: number; behind: string | undefined }) => {
  let page = db
    .selectFrom('contentCallback')
    .innerJoin('contentReview', 'contentReview.id', 'contentCallback.id')
    .selectAll('contentReview')
    .select(['contentCallback.tries', 'contentCallback.trouble'])
    .where(givenUp)
    .where('contentReview.solutionId', '=', solution)
    .orderBy('contentReview.id', 'desc')
    .limit(limit)
  if (behind !== undefined) page = page.where('contentReview.id', '<', behind)
  return page.execute()
}

/** Takes what is due; until the lease ends nobody else does, and after it somebody does, whatever became of this process. */
export const takeCallbacks = async (
  db: Db,
  { now, leaseUntil, limit }: { now: Temporal.Instant; leaseUntil: Temporal.Instant; limit: number },
): Promise<CallbackRow[]> => {
  const { rows } = await sql<CallbackRow>`
    update content_callback set due_at = ${at(leaseUntil)}, tries = tries + 1
    where id in (
      select id from content_callback where state = 'waiting' and due_at <= ${at(now)}
      order by due_at limit ${limit} for update skip locked
    ) returning *`.execute(db)
  return rows
}

/** What an attempt came to: it is over, or tried again. */
export type Ending =
  { state: 'delivered' } | { state: 'given-up'; trouble: string } | { state: 'waiting'; trouble: string; dueAt: Temporal.Instant }

export const endCallback = async (db: Db, id: string, ending: Ending): Promise<void> => {
  const { state } = ending
  await db
    .updateTable('contentCallback')
    .set({
      state,
      trouble: 'trouble' in ending ? ending.trouble : null,
      ...('dueAt' in ending && { dueAt: ending.dueAt.toString() }),
    })
    .where('id', '=', id)
    .execute()
}
