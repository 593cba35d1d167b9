import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { newSalt } from '#src/kernel/salt.ts'
import { at, writtenOnce } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type PersonRow = Selectable<Tables['person']>
export type InstallationRow = Selectable<Tables['installation']>

/** Null before the set-up. */
export const installationRow = async (db: Db): Promise<InstallationRow | null> =>
  (await db.selectFrom('installation').selectAll().executeTakeFirst()) ?? null

/** Keeps other transactions from adding or changing people until this one ends; reading goes on. */
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
    .values({ ...row, version: 1, sealSalt: newSalt(), createdAt: now.toString() })
    .returningAll()
    .executeTakeFirstOrThrow()

export type NewPerson = Omit<PersonRow, 'version' | 'sealSalt' | 'state' | 'stateSince'>

/** Adds people with the first span of their membership: four statements, however many they are. */
export const insertPeople = async (db: Db, given: readonly NewPerson[], now: Temporal.Instant): Promise<PersonRow[]> => {
  if (given.length === 0) return []
  const values = given.map(person => ({
    ...person,
    state: 'active' as const,
    stateSince: now,
    sealSalt: newSalt().toString('base64'),
  }))
  const { rows } = await sql<PersonRow>`
    insert into person (version, seal_salt, ${sql.join(columns.map(column => sql.ref(column)))})
    select 1, decode(given.seal_salt, 'base64'), ${sql.join(columns.map(column => sql.ref(`given.${column}`)))} from ${recordset(values)}
    returning *`.execute(db)
  await keepMemberships(db, rows, now)
  return rows
}

/** Writes people as they shall be, each with its next version and the history of its units: four statements in all. */
export const updatePeople = async (db: Db, given: readonly PersonValues[], now: Temporal.Instant): Promise<PersonRow[]> => {
  if (given.length === 0) return []
  const { rows } = await sql<PersonRow>`
    update person
    set version = person.version + 1, ${sql.join(columns.map(column => sql`${sql.ref(column)} = ${sql.ref(`given.${column}`)}`))}
    from ${recordset(given)} where person.id = given.id
    returning person.*`.execute(db)
  await keepMemberships(db, rows, now)
  return rows
}

/** A person without what the store itself keeps about the row. */
export type PersonValues = Omit<PersonRow, 'version' | 'sealSalt'>

const columns = [
  'id',
  'human',
  'name',
  'email',
  'employeeNumber',
  'jobTitle',
  'contact',
  'unitId',
  'managerId',
  'roles',
  'state',
  'stateSince',
] as const satisfies readonly (keyof PersonValues)[]

/** One parameter for any number of rows, so that one plan serves them all. */
const recordset = (given: readonly (PersonValues & { sealSalt?: string })[]) => {
  const json = given.map(person => ({
    ...person,
    employee_number: person.employeeNumber,
    job_title: person.jobTitle,
    unit_id: person.unitId,
    manager_id: person.managerId,
    state_since: person.stateSince.toString(),
    seal_salt: person.sealSalt,
  }))
  return sql`json_to_recordset(${JSON.stringify(json)}::json) as given (
    id text, human text, name text, email text, employee_number text, job_title text, contact text, unit_id text, manager_id text,
    roles jsonb, state text, state_since timestamptz, seal_salt text)`
}

/** Brings the history of memberships up to their rows: whoever belongs to a unit now and has not left has one open span. */
const keepMemberships = async (db: Db, rows: readonly PersonRow[], now: Temporal.Instant): Promise<void> => {
  const ids = rows.map(({ id }) => id)
  const outdated = sql`person.id = any(${ids}::text[]) and membership.person_id = person.id and membership.ended_at is null
    and (membership.unit_id is distinct from person.unit_id or person.state = 'left')`
  await sql`delete from membership using person where ${outdated} and membership.began_at = ${at(now)}`.execute(db)
  await sql`update membership set ended_at = ${at(now)} from person where ${outdated}`.execute(db)
  await sql`
    insert into membership (person_id, began_at, ended_at, unit_id)
    select id, ${at(now)}, null, unit_id from person
    where id = any(${ids}::text[]) and unit_id is not null and state <> 'left'
      and not exists (select from membership where membership.person_id = person.id and membership.ended_at is null)`.execute(db)
}

export const personById = (db: Db, id: string): Promise<PersonRow | undefined> =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()

/** Locks the row until the transaction ends. */
export const lockPerson = (db: Db, id: string): Promise<PersonRow | undefined> =>
  db.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const accountsOf = (db: Db, humans: readonly string[]): Promise<PersonRow[]> =>
  humans.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('person')
        .selectAll()
        .where('human', 'in', [...humans])
        .orderBy('id')
        .execute()

/** People with the name of their unit, active ones only, by name. */
export const activePeople = (db: Db) => withUnit(db).orderBy('person.name').execute()

export const activePerson = (db: Db, id: string) => withUnit(db).where('person.id', '=', id).executeTakeFirst()

const withUnit = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('unit', 'unit.id', 'person.unitId')
    .select(['person.id', 'person.name', 'person.jobTitle', 'person.roles', 'unit.name as unit', leadsSomething.as('leads')])
    .where('person.state', '=', 'active')

/** Whether a person leads an open unit. */
export const leadsSomething = sql<boolean>`exists (select from unit led where led.lead_id = person.id and led.closed_at is null)`

/**
 * The units that a person leads, with every unit below them and every closed one that went into these, as a JSON list of ids.
 * @param person SQL for the person's id in the surrounding query.
 */
export const ledUnits = (person: string) => sql<string[]>`(
  with recursive led as (
    select unit.id from unit where unit.lead_id = ${sql.ref(person)} and unit.closed_at is null
    union
    select below.id from unit below join led on below.parent_id = led.id or below.merged_into = led.id
  ) select coalesce(json_agg(led.id order by led.id), '[]'::json) from led)`

/** Names by id, for presenting rows of other capabilities; one query however many are asked for. */
export const namesOf = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  return new Map((await peopleNamed(db, { ids: [...new Set(ids)] })).map(({ id, name }) => [id, name]))
}

const peopleNamed = writtenOnce((db, { ids }: { ids: readonly string[] }) =>
  db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${ids}::text[])`),
)

/** Accounts with one of these employee numbers. */
export const holdersOf = (db: Db, numbers: readonly (string | null)[]): Promise<PersonRow[]> => {
  const known = numbers.filter(number => number !== null)
  return known.length === 0
    ? Promise.resolve([])
    : db.selectFrom('person').selectAll().where('employeeNumber', 'in', known).orderBy('id').execute()
}

/** Everybody who belongs to a unit directly, those who left included: they belonged to it last. */
export const peopleIn = (db: Db, unit: string): Promise<PersonRow[]> =>
  db.selectFrom('person').selectAll().where('unitId', '=', unit).orderBy('id').execute()

/** Every account; for imports, which are bounded by how many people a company may have here. */
export const allPeople = (db: Db): Promise<PersonRow[]> => db.selectFrom('person').selectAll().orderBy('id').execute()

export const peopleByIds = (db: Db, ids: readonly string[]): Promise<PersonRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('person')
        .selectAll()
        .where('id', 'in', [...new Set(ids)])
        .orderBy('id')
        .execute()
