import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type UnitRow = Selectable<Tables['unit']>
/** A unit without what the store itself keeps about the row. */
export type UnitValues = Omit<UnitRow, 'version' | 'sealSalt'>
export type NewUnit = Pick<UnitRow, 'id' | 'code' | 'name' | 'parentId' | 'leadId'>

/** Keeps other transactions from changing the tree of units until this one ends; reading goes on. Comes before `lockPeople`. */
export const lockUnits = async (db: Db): Promise<void> => {
  await sql`lock table unit in share row exclusive mode`.execute(db)
}

/** Adds units with the first span of their history, in any order: four statements, however many they are. */
export const insertUnits = async (db: Db, given: readonly NewUnit[], now: Temporal.Instant): Promise<UnitRow[]> => {
  if (given.length === 0) return []
  const values = given.map(unit => ({ ...unit, closedAt: null, mergedInto: null, sealSalt: newSalt().toString('base64') }))
  const { rows } = await sql<UnitRow>`
    insert into unit (version, seal_salt, ${sql.join(columns.map(column => sql.ref(column)))})
    select 1, decode(given.seal_salt, 'base64'), ${sql.join(columns.map(column => sql.ref(`given.${column}`)))} from ${recordset(values)}
    returning *`.execute(db)
  await keepSpans(db, rows, now)
  return rows
}

/** Writes units as they shall be, each with its next version and its history: four statements in all. */
export const updateUnits = async (db: Db, given: readonly UnitValues[], now: Temporal.Instant): Promise<UnitRow[]> => {
  if (given.length === 0) return []
  const { rows } = await sql<UnitRow>`
    update unit
    set version = unit.version + 1, ${sql.join(columns.map(column => sql`${sql.ref(column)} = ${sql.ref(`given.${column}`)}`))}
    from ${recordset(given)} where unit.id = given.id
    returning unit.*`.execute(db)
  await keepSpans(db, rows, now)
  return rows
}

const columns = ['id', 'code', 'name', 'parentId', 'leadId', 'closedAt', 'mergedInto'] as const satisfies readonly (keyof UnitValues)[]

const recordset = (given: readonly (UnitValues & { sealSalt?: string })[]) => {
  const json = given.map(({ id, code, name, parentId, leadId, closedAt, mergedInto, sealSalt }) => ({
    id,
    code,
    name,
    parent_id: parentId,
    lead_id: leadId,
    closed_at: closedAt?.toString(),
    merged_into: mergedInto,
    seal_salt: sealSalt,
  }))
  return sql`json_to_recordset(${JSON.stringify(json)}::json) as given (
    id text, code text, name text, parent_id text, lead_id text, closed_at timestamptz, merged_into text, seal_salt text)`
}

/** Brings the history of units up to their rows: an open unit has one span without an end, and it says what the row says. */
const keepSpans = async (db: Db, rows: readonly UnitRow[], now: Temporal.Instant): Promise<void> => {
  const ids = rows.map(({ id }) => id)
  const outdated = sql`unit.id = any(${ids}::text[]) and unit_span.unit_id = unit.id and unit_span.ended_at is null
    and (unit.closed_at is not null or (unit_span.name, unit_span.parent_id, unit_span.lead_id) is distinct from (unit.name, unit.parent_id, unit.lead_id))`
  await sql`delete from unit_span using unit where ${outdated} and unit_span.began_at = ${at(now)}`.execute(db)
  await sql`update unit_span set ended_at = ${at(now)} from unit where ${outdated}`.execute(db)
  await sql`
    insert into unit_span (unit_id, began_at, ended_at, name, parent_id, lead_id)
    select id, ${at(now)}, null, name, parent_id, lead_id from unit
    where id = any(${ids}::text[]) and closed_at is null
      and not exists (select from unit_span where unit_span.unit_id = unit.id and unit_span.ended_at is null)`.execute(db)
}

export const unitById = (db: Db, id: string): Promise<UnitRow | undefined> =>
  db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()

/** Every open unit, by id: at most 5,000 rows. */
export const openUnits = (db: Db): Promise<UnitRow[]> =>
  db.selectFrom('unit').selectAll().where('closedAt', 'is', null).orderBy('id').execute()

/** Whether a code is, or ever was, the code of a unit. */
export const unitByCode = (db: Db, code: string): Promise<UnitRow | undefined> =>
  db.selectFrom('unit').selectAll().where('code', '=', code).executeTakeFirst()

/** A unit as it was, with its lead's name and how many belonged to it. */
export interface UnitThen {
  id: string
  version: number
  code: string | null
  name: string
  parentId: string | null
  leadId: string | null
  leadName: string | null
  people: number
}

/** The units as they were at a moment, or as they are: one query. Their codes are today's. */
export const unitsAt = async (db: Db, moment: Temporal.Instant | null): Promise<UnitThen[]> => {
  const standing = (table: 'unitSpan' | 'membership') => {
    const [began, ended] = [sql.ref(`${table}.beganAt`), sql.ref(`${table}.endedAt`)]
    return moment === null ? sql`${ended} is null` : sql`${began} <= ${at(moment)} and (${ended} is null or ${ended} > ${at(moment)})`
  }
  const { rows } = await sql<UnitThen>`
    select unit.id, unit.version, unit.code, unit_span.name, unit_span.parent_id, unit_span.lead_id, lead.name as lead_name,
      coalesce(belonging.people, 0)::integer as people
    from unit_span
    join unit on unit.id = unit_span.unit_id
    left join person lead on lead.id = unit_span.lead_id
    left join (select unit_id, count(*) as people from membership where ${standing('membership')} group by unit_id) belonging
      on belonging.unit_id = unit.id
    where ${standing('unitSpan')}`.execute(db)
  return rows
}

/** The open units that somebody leads, by name. */
export const unitsLedBy = (db: Db, person: string): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('unit').select(['id', 'name']).where('leadId', '=', person).where('closedAt', 'is', null).orderBy('name').execute()

/** The units that somebody belonged to, newest first, at most the last fifty. */
export const unitsOf = async (db: Db, person: string) => {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unitId')
    .select(['unit.id', 'unit.name', 'membership.beganAt', 'membership.endedAt'])
    .where('membership.personId', '=', person)
    .orderBy('membership.beganAt', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ id, name, beganAt, endedAt }) => ({ id, name, from: beganAt.toString(), to: endedAt?.toString() ?? null }))
}

/** The open units directly below one. */
export const unitsUnder = (db: Db, parent: string): Promise<UnitRow[]> =>
  db.selectFrom('unit').selectAll().where('parentId', '=', parent).where('closedAt', 'is', null).orderBy('id').execute()

/** The open units that one of these people leads. */
export const unitsWithLeads = (db: Db, leads: readonly string[]): Promise<UnitRow[]> =>
  leads.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('unit')
        .selectAll()
        .where('leadId', 'in', [...leads])
        .where('closedAt', 'is', null)
        .orderBy('id')
        .execute()
