import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Db, Tables } from '#src/store/index.ts'

export type PersonRow = Selectable<Tables['person']>
export type UnitRow = Selectable<Tables['unit']>
export type InstallationRow = Selectable<Tables['installation']>

/** Null before the set-up. */
export const installationRow = async (db: Db): Promise<InstallationRow | null> =>
  (await db.selectFrom('installation').selectAll().executeTakeFirst()) ?? null

/** Keeps other transactions from adding people until this one ends; reading goes on. */
export const lockPeople = async (db: Db): Promise<void> => {
  await sql`lock table person in share row exclusive mode`.execute(db)
}

export const insertInstallation = (
  db: Db,
  row: Pick<InstallationRow, 'id' | 'company' | 'demo'>,
  now: Temporal.Instant,
): Promise<InstallationRow> =>
  db
    .insertInto('installation')
    .values({ ...row, version: 1, sealSalt: randomBytes(16), createdAt: now.toString() })
    .returningAll()
    .executeTakeFirstOrThrow()

export type NewUnit = Pick<UnitRow, 'id' | 'code' | 'name' | 'parentId' | 'leadId'>

/** Adds units with the first span of their history; parents before children. */
export const insertUnits = async (db: Db, given: readonly NewUnit[], now: Temporal.Instant): Promise<UnitRow[]> => {
  if (given.length === 0) return []
  const rows = await db
    .insertInto('unit')
    .values(given.map(unit => ({ ...unit, version: 1, sealSalt: randomBytes(16), closedAt: null, mergedInto: null })))
    .returningAll()
    .execute()
  await db
    .insertInto('unitSpan')
    .values(given.map(({ id, name, parentId, leadId }) => ({ unitId: id, beganAt: now.toString(), endedAt: null, name, parentId, leadId })))
    .execute()
  return rows
}

/** Gives units of a new installation their leads, in the rows and in the first span of their history; all units, by id. */
export const setLeads = async (db: Db, leads: ReadonlyMap<string, string>): Promise<UnitRow[]> => {
  for (const [unit, lead] of leads) {
    await db.updateTable('unit').set({ leadId: lead }).where('id', '=', unit).execute()
    await db.updateTable('unitSpan').set({ leadId: lead }).where('unitId', '=', unit).execute()
  }
  return db.selectFrom('unit').selectAll().orderBy('id').execute()
}

export type NewPerson = Omit<PersonRow, 'version' | 'sealSalt' | 'state' | 'stateSince'>

/** Adds people with the first span of their membership; managers before those they manage. */
export const insertPeople = async (db: Db, given: readonly NewPerson[], now: Temporal.Instant): Promise<PersonRow[]> => {
  if (given.length === 0) return []
  const rows = await db
    .insertInto('person')
    .values(
      given.map(person => ({
        ...person,
        roles: JSON.stringify(person.roles),
        version: 1,
        sealSalt: randomBytes(16),
        state: 'active' as const,
        stateSince: now.toString(),
      })),
    )
    .returningAll()
    .execute()
  const members = given.flatMap(({ id, unitId }) => (unitId === null ? [] : [{ personId: id, unitId }]))
  if (members.length > 0)
    await db
      .insertInto('membership')
      .values(members.map(member => ({ ...member, beganAt: now.toString(), endedAt: null })))
      .execute()
  return rows
}

/** People with the name of their unit, active ones only, by name. */
export const activePeople = (db: Db) => withUnit(db).orderBy('person.name').execute()

export const activePerson = (db: Db, id: string) => withUnit(db).where('person.id', '=', id).executeTakeFirst()

const withUnit = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('unit', 'unit.id', 'person.unitId')
    .select([
      'person.id',
      'person.name',
      'person.jobTitle',
      'person.roles',
      'unit.name as unit',
      sql<boolean>`exists (select from unit led where led.lead_id = person.id and led.closed_at is null)`.as('leads'),
    ])
    .where('person.state', '=', 'active')

/**
 * The units that a person leads, with every unit below them, as a JSON list of ids; closed units are nobody's to lead.
 * @param person SQL for the person's id in the surrounding query.
 */
export const ledUnits = (person: string) => sql<string[]>`(
  with recursive led as (
    select unit.id from unit where unit.lead_id = ${sql.ref(person)} and unit.closed_at is null
    union
    select below.id from unit below join led on below.parent_id = led.id
  ) select coalesce(json_agg(led.id order by led.id), '[]'::json) from led)`

/** Names by id, for presenting rows of other capabilities; one query however many are asked for. */
export const namesOf = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
