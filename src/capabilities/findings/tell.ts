import { sql } from 'kysely'
import { dayIn } from '#src/kernel/business-calendar.ts'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import type { Because, Message } from '#src/kernel/message.ts'
import type { Db } from '../operation.ts'
import { officeHolders } from '../office-holders.ts'
import { findingOpened, findingToActOn, foundBy } from './messages.ts'
import { namedSubjects, subjectIn } from './present.ts'
import { actingRules } from './rules.ts'
import type { FindingRow } from './store.ts'

type Duty = { to: string; because: Because }

/** Rules that come before an end by itself, and those that bring it. */
const toActOn: readonly string[] = ['entry-expiring', ...actingRules.map(({ id }) => id)]

const refOf = ({ subjectKind, subjectId }: FindingRow) => ({ kind: subjectKind, id: subjectId })

/** What a finding's messages speak of: a fixed number of queries, however many findings. */
export const spokenOf = async (db: Db, calendar: BusinessCalendar, rows: readonly FindingRow[]) => {
  const named = await namedSubjects(db, rows.map(refOf))
  return (row: FindingRow) => {
    const { name } = subjectIn(named, refOf(row))
    const facts = { subject: name, what: foundBy[row.rule] ?? { en: row.rule, de: row.rule }, by: dayIn(calendar, row.dueAt) }
    return { about: { kind: 'finding', key: row.id, name }, of: row, facts }
  }
}

/** Tells those who have a duty of what was found just now: set by set, however many findings. */
export const tellOpened = async (
  db: Db,
  calendar: BusinessCalendar,
  rows: readonly FindingRow[],
  send: (message: Message) => void,
): Promise<void> => {
  if (rows.length === 0) return
  const duties = await dutiesOf(db, rows)
  const spoken = await spokenOf(db, calendar, rows)
  for (const row of rows)
    for (const duty of duties(row)) send((toActOn.includes(row.rule) ? findingToActOn : findingOpened)({ ...duty, ...spoken(row) }))
}

const dutiesOf = async (db: Db, rows: readonly FindingRow[]): Promise<(row: FindingRow) => readonly Duty[]> => {
  const ids = (kind: FindingRow['subjectKind']) => rows.flatMap(row => (row.subjectKind === kind ? [row.subjectId] : []))
  const solutions = await answering(db, ids('solution'))
  const reviewers = await looking(db, ids('review'))
  const tools = await toolOwners(db, ids('tool'))
  const leads = ids('program').length > 0 ? await officeHolders(db, ['program-lead']) : []
  const duties: Readonly<Record<FindingRow['subjectKind'], (row: FindingRow) => readonly Duty[]>> = {
    // Whoever is gone is told nothing: then it is for those who stand by.
    solution: ({ subjectId, rule }) =>
      (solutions.get(subjectId) ?? []).filter(({ because }) => because === 'owner' || rule === 'owner-gone'),
    review: ({ subjectId }) => (reviewers.get(subjectId) ?? []).map(({ to }) => ({ to, because: 'assignee' })),
    tool: ({ subjectId }) => (tools.get(subjectId) ?? []).map(({ to }) => ({ to, because: 'tool-owner' })),
    person: ({ subjectId }) => [{ to: subjectId, because: 'owner' }],
    program: () => leads.map(to => ({ to, because: 'decider' })),
  }
  return row => duties[row.subjectKind](row)
}

const answering = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Duty[]>> => {
  const { rows } = await sql<{ id: string; ownerId: string; backupOwnerId: string | null; leadId: string | null }>`
    select solution.id, owner_id, backup_owner_id, unit.lead_id from solution left join unit on unit.id = solution.unit_id
    where solution.id = any(${[...ids]}::text[])`.execute(db)
  return new Map(
    rows.map(({ id, ownerId, backupOwnerId, leadId }) => [
      id,
      [
        { to: ownerId, because: 'owner' as const },
        ...(backupOwnerId === null ? [] : [{ to: backupOwnerId, because: 'backup-owner' as const }]),
        ...(leadId === null ? [] : [{ to: leadId, because: 'unit-lead' as const }]),
      ],
    ]),
  )
}

const looking = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, { to: string }[]>> => {
  const { rows } = await sql<{ reviewId: string; to: string }>`
    select review_id, assignee_id as "to" from sign_off
    where review_id = any(${[...ids]}::text[]) and state = 'open' and assignee_id is not null`.execute(db)
  return Map.groupBy(rows, ({ reviewId }) => reviewId)
}

const toolOwners = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, { to: string }[]>> => {
  const { rows } = await sql<{ id: string; to: string }>`
    select id, owner_id as "to" from tool where id = any(${[...ids]}::text[]) and owner_id is not null`.execute(db)
  return Map.groupBy(rows, ({ id }) => id)
}
