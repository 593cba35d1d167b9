import { sql } from 'kysely'
import type { Actor } from '#src/kernel/actor.ts'
import { at } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'
import type { Listed } from './present.ts'

const reviewedBy = (person: string) => sql<boolean>`content_step.reviewers @> ${JSON.stringify([person])}::jsonb`

/** `seesContent` as one SQL condition. */
export const seenBy = (actor: Actor) =>
  actor.kind === 'person'
    ? sql<boolean>`(${reviewedBy(actor.id)} or content_review.submitted_by = ${actor.id}
        or solution.owner_id = ${actor.id} or solution.backup_owner_id = ${actor.id})`
    : sql<boolean>`false`

const listed = (db: Db) =>
  db
    .selectFrom('contentReview')
    .innerJoin('contentStep', 'contentStep.id', 'contentReview.solutionId')
    .innerJoin('solution', 'solution.id', 'contentReview.solutionId')

/** Those among some reviews that an actor may see. */
export const seenAmong = async (db: Db, actor: Actor, ids: readonly string[]): Promise<string[]> =>
  (await listed(db).select('contentReview.id').where('contentReview.id', 'in', ids).where(seenBy(actor)).execute()).map(({ id }) => id)

export interface Wanted {
  view: 'to-decide' | 'all'
  standing: 'waiting' | 'over'
  solution: number | undefined
  limit: number
  /** The last id of the page before. */
  behind: string | undefined
}

/** One page: what waits longest first, or what is over, the newest first. Ids follow the time of submission. */
export const pageOfContent = (db: Db, actor: Actor, now: Temporal.Instant, wanted: Wanted): Promise<Listed[]> => {
  const { view, standing, solution, limit, behind } = wanted
  const waits = sql<boolean>`(content_review.state = 'open' and content_review.due_at > ${at(now)})`
  const waiting = standing === 'waiting'
  let page = listed(db)
    .selectAll('contentReview')
    .select(['solution.number', 'solution.name', 'solution.state as solutionState', 'solution.sandboxUntil'])
    .where(view === 'to-decide' && actor.kind === 'person' ? reviewedBy(actor.id) : seenBy(actor))
    .where(waiting ? waits : sql<boolean>`not ${waits}`)
    .orderBy('contentReview.id', waiting ? 'asc' : 'desc')
    .limit(limit + 1)
  if (solution !== undefined) page = page.where('solution.number', '=', solution)
  if (behind !== undefined) page = page.where('contentReview.id', waiting ? '>' : '<', behind)
  return page.execute()
}
