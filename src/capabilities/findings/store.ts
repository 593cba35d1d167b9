import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'
import type { Changing, Opening } from './compare.ts'
import type { SubjectRef } from './subjects.ts'

export type FindingRow = Selectable<Tables['finding']>

const asLists = (refs: readonly SubjectRef[]) => ({ kinds: refs.map(({ kind }) => kind), ids: refs.map(({ id }) => id) })

/** What stands about some subjects; a sweep holds the rows until its transaction ends. */
export const liveAbout = (db: Db, refs: readonly SubjectRef[], { hold }: { hold: boolean }): Promise<FindingRow[]> => {
  const { kinds, ids } = asLists(refs)
  const live = db
    .selectFrom('finding')
    .selectAll()
    .where('state', '<>', 'cleared')
    .where(sql<boolean>`(subject_kind, subject_id) in (select * from unnest(${kinds}::text[], ${ids}::text[]))`)
    .orderBy('id')
  return (hold ? live.forUpdate() : live).execute()
}

/** Written one by one in a list, by one statement. */
export const insertFindings = async (db: Db, opens: readonly Opening[], now: Temporal.Instant): Promise<FindingRow[]> => {
  if (opens.length === 0) return []
  const given = opens.map(({ rule, kind, subject, severity, values, dueAt }) => ({
    id: newId(),
    salt: newSalt().toString('base64'),
    rule,
    kind,
    subject,
    severity,
    stated: values,
    due: dueAt.toString(),
  }))
  const { rows } = await sql<FindingRow>`
    insert into finding (id, version, seal_salt, rule, subject_kind, subject_id, severity, "values", state, found_at, due_at)
    select id, 1, decode(salt, 'base64'), rule, kind, subject, severity, stated, 'open', ${at(now)}, due
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given
      (id text, salt text, rule text, kind text, subject text, severity text, stated jsonb, due timestamptz)
    returning *`.execute(db)
  return rows
}

export const changeFindings = async (db: Db, changes: readonly Changing<FindingRow>[]): Promise<FindingRow[]> => {
  if (changes.length === 0) return []
  const given = changes.map(({ row, severity, values, dueAt, wakes }) => ({
    id: row.id,
    severity,
    stated: values,
    due: dueAt.toString(),
    wakes,
  }))
  const { rows } = await sql<FindingRow>`
    update finding set severity = given.severity, "values" = given.stated, due_at = given.due, version = finding.version + 1,
      state = case when given.wakes then 'open' else finding.state end,
      snoozed_until = case when given.wakes then null else finding.snoozed_until end,
      snooze_reason = case when given.wakes then null else finding.snooze_reason end
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id text, severity text, stated jsonb, due timestamptz, wakes boolean)
    where finding.id = given.id
    returning finding.*`.execute(db)
  return rows
}

export const clearFindings = async (db: Db, ids: readonly string[], now: Temporal.Instant): Promise<FindingRow[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<FindingRow>`
    update finding set state = 'cleared', cleared_at = ${at(now)}, snoozed_until = null, snooze_reason = null, version = version + 1
    where id = any(${[...ids]}::text[]) returning *`.execute(db)
  return rows
}

/** How many findings each rule opened since a moment. */
export const openedSince = async (db: Db, rules: readonly string[], since: Temporal.Instant): Promise<ReadonlyMap<string, number>> => {
  if (rules.length === 0) return new Map()
  const rows = await db
    .selectFrom('finding')
    .select(['rule', eb => eb.fn.countAll<number>().as('opened')])
    .where('rule', 'in', rules)
    .where('foundAt', '>=', at(since))
    .groupBy('rule')
    .execute()
  return new Map(rows.map(({ rule, opened }) => [rule, opened]))
}

export const findingById = (db: Db, id: string): Promise<FindingRow | undefined> =>
  db.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirst()

export const lockFinding = (db: Db, id: string): Promise<FindingRow | undefined> =>
  db.selectFrom('finding').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const assign = (db: Db, id: string, assigneeId: string | null): Promise<FindingRow> =>
  db
    .updateTable('finding')
    .set(eb => ({ assigneeId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const snooze = (db: Db, id: string, until: Temporal.Instant, reason: string): Promise<FindingRow> =>
  db
    .updateTable('finding')
    .set(eb => ({ state: 'snoozed', snoozedUntil: until.toString(), snoozeReason: reason, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
