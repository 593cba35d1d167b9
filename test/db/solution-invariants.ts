import { sql } from 'kysely'
import { calendarOf } from '#src/engines/charter/index.ts'
import { clockOf } from '#src/capabilities/review/clock.ts'
import { materialDigest } from '#src/capabilities/registry/material.ts'
import { effectsHold } from './effect-invariants.ts'
import type { Broken, Walk } from './solution-walk.ts'
import { stewardship } from './steward-invariants.ts'

/** Everything that must hold of solutions, whatever happened; empty where it does. */
export const broken = async (walk: Walk): Promise<Broken[]> => [
  ...(await nothingRunsUnapproved(walk)),
  ...(await nobodySignsTheirOwn(walk)),
  ...(await oneOwner(walk)),
  ...(await clocksStandStill(walk)),
  ...(await stewardship(walk)),
  ...(await effectsHold(walk)),
]

/** No solution is active without a valid approval of exactly its material content. */
const nothingRunsUnapproved = async ({ world: { db } }: Walk): Promise<Broken[]> => {
  const rows = await db
    .selectFrom('solution')
    .leftJoin('declaration', 'declaration.id', 'solution.runningId')
    .leftJoin('review', 'review.id', 'declaration.reviewId')
    .select([
      'solution.number',
      'solution.state',
      'solution.facts',
      'declaration.state as approval',
      'declaration.approvedHow as how',
      'declaration.materialDigest as digest',
      'declaration.facts as declared',
      'declaration.inspection as inspection',
      'declaration.tier as tier',
      'review.digest as looked',
      'review.outcome as outcome',
      'review.purpose as purpose',
      'review.id as review',
    ])
    .where('solution.state', 'in', ['active', 'suspended'])
    .execute()
  const faults = rows.flatMap(row => {
    const rules: (string | false)[] = [
      row.approval !== 'approved' && 'runs under a declaration that is not approved',
      row.digest !== materialDigest({ facts: row.declared ?? {}, inspection: row.inspection ?? null }) &&
        'its approval is of other content',
      JSON.stringify(row.facts) !== JSON.stringify(row.declared) && 'shows other facts than it was approved with',
      row.how === 'default' && row.tier !== 1 && 'was approved by default above tier 1',
      row.how === 'review' && row.looked !== row.digest && 'its review looked at other content',
      row.how === 'review' && row.outcome?.startsWith('approved') !== true && 'its review did not say yes',
    ]
    return rules.filter(rule => rule !== false).map(rule => ({ rule, about: `SOL ${row.number}` }))
  })
  // A yes takes every role's sign-off that its tier asks for: on the review that approved it, or, where that followed an upheld
  // appeal, on the appeal or before it, as long as it asked for nothing that fell.
  const { rows: short } = await sql<{ number: number; tier: number; roles: string[] }>`
    select solution.number, declaration.tier,
      array(select role from sign_off join review on review.id = sign_off.review_id
            where review.matter = declaration.id and review.digest = declaration.material_digest and sign_off.state = 'approved'
            and (review.id = declaration.review_id or exists (
              select from review appeal where appeal.matter = declaration.id and appeal.purpose = 'appeal'
              and appeal.outcome like 'approved%' and (appeal.id = review.id or review.outcome = 'rejected')))
            and not exists (select from condition
              where condition.review_id = review.id and condition.role = sign_off.role and condition.state = 'fallen')) as roles
    from solution join declaration on declaration.id = solution.running_id
    where solution.state in ('active', 'suspended', 'approved') and declaration.approved_how = 'review'
      and not exists (select from declaration earlier where earlier.solution_id = solution.id and earlier.approved_at is not null and earlier.id <> declaration.id)`.execute(
    db,
  )
  const needed: Readonly<Record<number, readonly string[]>> = { 2: ['coe'], 3: ['it-security', 'legal', 'change-management'] }
  return [
    ...faults,
    ...short.flatMap(({ number, tier, roles }) =>
      (needed[tier] ?? [])
        .filter(role => !roles.includes(role))
        .map(role => ({ rule: `has no sign-off by ${role}`, about: `SOL ${number}` })),
    ),
  ]
}

/** No sign-off by somebody who made, owned, submitted or changed it, or who decided before; one a person and review. */
const nobodySignsTheirOwn = async ({ world: { db } }: Walk): Promise<Broken[]> => {
  const { rows } = await sql<{ review: number; by: string; rule: string }>`
    select review.number as review, sign_off.decided_by as by,
      case when review.submitted_by_human = sign_off.decided_by_human then 'signed what they submitted'
           when review.excluded ? sign_off.decided_by_human then 'signed although they had decided before'
           else 'signed what they had a hand in' end as rule
    from sign_off join review on review.id = sign_off.review_id
    where sign_off.state in ('approved', 'returned', 'rejected') and (
      review.submitted_by_human = sign_off.decided_by_human
      or review.excluded ? sign_off.decided_by_human
      or exists (select from solution_author author where author.solution_id = review.subject and author.human = sign_off.decided_by_human and author.since <= sign_off.decided_at))
    union all
    select review.number, min(sign_off.decided_by), 'gave two sign-offs on one review'
    from sign_off join review on review.id = sign_off.review_id
    where sign_off.state in ('approved', 'returned', 'rejected') group by review.number, sign_off.decided_by_human having count(*) > 1
    union all
    select review.number, review.subject, 'is open about content that nobody wants looked at any more'
    from review join solution on solution.id = review.subject join declaration on declaration.id = review.matter
    where review.ended_at is null and review.purpose <> 'second-look'
      and (solution.draft_id is distinct from review.matter or declaration.material_digest <> review.digest)
    union all
    select review.number, min(review.subject), 'two reviews of one solution are open'
    from review where ended_at is null and purpose <> 'second-look' group by review.subject, review.number
    having (select count(*) from review other where other.subject = review.subject and other.ended_at is null and other.purpose <> 'second-look') > 1`.execute(
    db,
  )
  return rows.map(({ review, by, rule }) => ({ rule, about: `REV ${review} by ${by}` }))
}

/** Exactly one owner, who said yes to it; at most one open offer for each place. */
const oneOwner = async ({ world: { db } }: Walk): Promise<Broken[]> => {
  const { rows } = await sql<{ number: number; rule: string }>`
    select number, 'its owner never had a hand in it' as rule from solution
    where not exists (select from solution_author author where author.solution_id = solution.id and author.person_id = solution.owner_id)
    union all
    select number, 'owner and backup owner are one' from solution where owner_id = backup_owner_id
    union all
    select solution.number, 'two offers of one place are open' from handover join solution on solution.id = handover.solution_id
    where handover.state = 'offered' group by solution.number, handover.role having count(*) > 1
    union all
    select number, 'retired, and still somewhere on its way' from solution
    where state = 'retired' and exists (select from review where subject = solution.id and ended_at is null and purpose <> 'second-look')`.execute(
    db,
  )
  return rows.map(({ number, rule }) => ({ rule, about: `SOL ${number}` }))
}

/** The reviewers’ clock never runs while it waits for somebody else, and never backwards. */
const clocksStandStill = async ({ world, before }: Walk): Promise<Broken[]> => {
  const now = world.clock.now()
  const rows = await world.db.selectFrom('review').selectAll().where('endedAt', 'is', null).execute()
  const calendar = calendarOf(await world.program.charters.inForce(world.db))
  return rows.flatMap(row => {
    const { ours, makers, paused } = clockOf(calendar, row, now)
    const last = before.get(row.id)
    const [stood, minutes] = last === undefined ? [false, ours] : [last < 0, Math.abs(last) - 1]
    before.set(row.id, paused ? -(ours + 1) : ours + 1)
    const rules: (string | false)[] = [
      stood && paused !== null && Math.abs(minutes - ours) > 1e-6 && 'its clock ran while it waited',
      last !== undefined && ours < minutes - 1e-6 && 'its clock ran backwards',
      ours > makers + 1e-6 && 'ours ran longer than the maker’s',
      (row.state === 'with-maker') !== (paused !== null) && 'its state and its clock disagree',
    ]
    return rules.filter(rule => rule !== false).map(rule => ({ rule, about: `REV ${row.number}` }))
  })
}
