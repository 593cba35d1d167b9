import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '#src/kernel/actor.ts'
import { at } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'
import { solutionsWithin } from '../registry/index.ts'
import type { Severity, SubjectKind } from './rule.ts'
import type { FindingRow } from './store.ts'

/** The SQL form of who may see a finding, as `seesFinding` says. */
export const within = (scope: Scope): RawBuilder<boolean> => {
  if (scope.kind === 'everything') return sql<boolean>`true`
  if (scope.kind === 'nothing') return sql<boolean>`false`
  return sql<boolean>`(finding.assignee_id = ${scope.person}
    or (finding.subject_kind = 'person' and finding.subject_id = ${scope.person})
    or (finding.subject_kind = 'solution' and finding.subject_id in (select solution.id from solution where ${solutionsWithin(scope)})))`
}

export interface Wanted {
  rule?: string | undefined
  severity?: Severity | undefined
  /** Left out: whatever is not cleared. */
  state?: FindingRow['state'] | undefined
  kind?: SubjectKind | undefined
  subject?: string | undefined
  /** The number of a solution’s key. */
  solution?: number | undefined
  assignee?: string | undefined
  unassigned: boolean
  unit?: string | undefined
  dueBefore?: Temporal.Instant | undefined
}

const listed = (scope: Scope, wanted: Wanted): RawBuilder<boolean> => {
  const { rule, severity, state, kind, subject, solution, assignee, unassigned, unit, dueBefore } = wanted
  const narrowed = [
    within(scope),
    state === undefined ? sql`finding.state <> 'cleared'` : sql`finding.state = ${state}`,
    rule !== undefined && sql`finding.rule = ${rule}`,
    severity !== undefined && sql`finding.severity = ${severity}`,
    kind !== undefined && sql`finding.subject_kind = ${kind}`,
    subject !== undefined && sql`finding.subject_id = ${subject}`,
    solution !== undefined &&
      sql`finding.subject_kind = 'solution' and finding.subject_id = (select id from solution where number = ${solution})`,
    assignee !== undefined && sql`finding.assignee_id = ${assignee}`,
    unassigned && sql`finding.assignee_id is null`,
    unit !== undefined &&
      sql`finding.subject_kind = 'solution' and finding.subject_id in (select id from solution where unit_id = ${unit})`,
    dueBefore !== undefined && sql`finding.due_at < ${at(dueBefore)}`,
  ].filter(condition => condition !== false)
  return sql<boolean>`(${sql.join(narrowed, sql` and `)})`
}

/** Behind which finding a page begins. */
export interface Behind {
  severity: Severity
  dueAt: Temporal.Instant
  id: string
}

const graver = { high: 0, medium: 1, low: 2 } as const
const rank = sql<number>`case finding.severity when 'high' then 0 when 'medium' then 1 else 2 end`

/** One page: the gravest at the top, and among what is as grave what is due first. */
export const pageOfFindings = (db: Db, scope: Scope, wanted: Wanted, limit: number, after: Behind | undefined): Promise<FindingRow[]> => {
  const page = db
    .selectFrom('finding')
    .selectAll()
    .where(listed(scope, wanted))
    .orderBy(rank)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit + 1)
  if (after === undefined) return page.execute()
  const { severity, dueAt, id } = after
  return page.where(sql<boolean>`(${rank}, due_at, id) > (${graver[severity]}::int, ${at(dueAt)}, ${id})`).execute()
}

export const countFindings = async (db: Db, scope: Scope, wanted: Wanted): Promise<Record<Severity, number>> => {
  const rows = await db
    .selectFrom('finding')
    .select(['severity', eb => eb.fn.countAll<number>().as('count')])
    .where(listed(scope, wanted))
    .groupBy('severity')
    .execute()
  return { high: 0, medium: 0, low: 0, ...Object.fromEntries(rows.map(({ severity, count }) => [severity, count])) }
}

/** How many findings of each rule are not cleared. */
export const liveByRule = async (db: Db): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('finding')
    .select(['rule', eb => eb.fn.countAll<number>().as('count')])
    .where('state', '<>', 'cleared')
    .groupBy('rule')
    .execute()
  return new Map(rows.map(({ rule, count }) => [rule, count]))
}
