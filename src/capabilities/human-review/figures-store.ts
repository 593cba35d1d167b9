import { sql } from 'kysely'
import { at } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'
import type { Counted } from './proven.ts'
import { DAYS } from './proven.ts'

/** What came of a solution's content that was submitted within the last days, while it ran. */
export const countedOf = async (db: Db, solutionId: string, now: Temporal.Instant): Promise<Counted> => {
  const { rows } = await sql<Counted>`
    select count(*)::int as submitted,
      count(*) filter (where state = 'open' and due_at > ${at(now)})::int as waiting,
      count(*) filter (where state = 'approved')::int as approved,
      count(*) filter (where state = 'approved' and attended and not quick)::int as read,
      count(*) filter (where state in ('approved', 'rejected') and not attended)::int as by_machine,
      count(*) filter (where quick)::int as too_quick,
      count(*) filter (where approved_digest <> digest)::int as edited,
      count(*) filter (where state = 'rejected')::int as rejected,
      count(*) filter (where state = 'open' and due_at <= ${at(now)})::int as expired,
      percentile_cont(0.5) within group (order by extract(epoch from decided_at - submitted_at)::float8 / 60)
        filter (where state in ('approved', 'rejected')) as median_minutes
    from content_review
    where solution_id = ${solutionId} and declaration_id is not null and submitted_at > ${at(now.subtract({ hours: DAYS * 24 }))}`.execute(
    db,
  )
  const [counted] = rows
  if (!counted) throw new Error('A count has no row.')
  return counted
}
