import { sql } from 'kysely'
import type { Actor, Role } from '#src/kernel/actor.ts'
import type { Db } from '#src/store/index.ts'
import { holdsWords } from '../search.ts'
import { seesEverybody } from './permissions.ts'
import type { PersonRow } from './store.ts'
import { leadsSomething } from './store.ts'

/** What a list of people is narrowed by. */
export interface Wanted {
  q?: string | undefined
  /** The id of a unit: its people and those of every unit below it. */
  unit?: string | undefined
  role?: Role | undefined
  state?: PersonRow['state'] | undefined
}

/** A person as the directory has them, before it is decided what of that the caller sees. */
export type DirectoryRow = PersonRow & { unitName: string | null; leads: boolean }

/** One page by name, from behind a person, and how many there are in all: two queries. */
export const pageOfPeople = async (
  db: Db,
  actor: Actor,
  wanted: Wanted,
  { limit, after }: { limit: number; after?: string | undefined },
) => {
  const within = listed(actor, wanted)
  const behind =
    after === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(lower(person.name), person.id) > (select lower(name), id from person where id = ${after})`
  const rows = await withDirectory(db)
    .where(within)
    .where(behind)
    .orderBy(sql`lower(person.name)`)
    .orderBy('person.id')
    .limit(limit + 1)
    .execute()
  const { total } = await db
    .selectFrom('person')
    .select(eb => eb.fn.countAll<number>().as('total'))
    .where(within)
    .executeTakeFirstOrThrow()
  return { rows: rows.slice(0, limit), more: rows.length > limit, total }
}

export const directoryRow = (db: Db, id: string): Promise<DirectoryRow | undefined> =>
  withDirectory(db).where('person.id', '=', id).executeTakeFirst()

const withDirectory = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('unit', 'unit.id', 'person.unitId')
    .selectAll('person')
    .select(['unit.name as unitName', leadsSomething.as('leads')])

/** `mayKnowOf` and the search as one SQL condition, so that lists, counts and exports show whom `show-person` shows. */
const listed = (actor: Actor, { q, unit, role, state }: Wanted) => {
  const everything = seesEverybody(actor)
  const own = actor.kind === 'person' ? sql<boolean>`person.human = ${actor.human}` : sql<boolean>`false`
  const confidential = everything ? sql<boolean>`true` : own
  const conditions = [sql<boolean>`(person.state <> 'left' or ${confidential})`]
  if (q !== undefined)
    conditions.push(
      sql<boolean>`(${holdsWords(sql`person.name`, q)} or (${confidential} and (${holdsWords(sql`person.email`, q)} or person.employee_number = ${q})))`,
    )
  if (unit !== undefined) conditions.push(sql<boolean>`person.unit_id in (${unitAndBelow(unit)})`)
  if (role !== undefined)
    conditions.push(role === 'unit-lead' ? leadsSomething : sql<boolean>`person.roles @> ${JSON.stringify([role])}::jsonb`)
  if (state !== undefined) conditions.push(sql<boolean>`person.state = ${state}`)
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/** The ids of a unit and of every unit below it, as a subquery. */
const unitAndBelow = (unit: string) => sql`
  with recursive below as (
    select id from unit where id = ${unit}
    union
    select unit.id from unit join below on unit.parent_id = below.id
  ) select id from below`

/** Roles that somebody may be asked about as such. */
const offices = ['coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'administrator']

/** Active people with an office, and whoever leads a unit or one above it; by name. */
export const contactsFor = async (db: Db, unit: string | null) => {
  const { rows } = await sql<{ id: string; name: string; jobTitle: string; contact: string | null; roles: string[]; leadsYou: boolean }>`
    with recursive above as (
      select id, parent_id, lead_id from unit where id = ${unit} and closed_at is null
      union
      select unit.id, unit.parent_id, unit.lead_id from unit join above on unit.id = above.parent_id
    )
    select id, name, job_title, contact, roles, id in (select lead_id from above) as leads_you
    from person
    where state = 'active' and (roles ?| ${offices}::text[] or id in (select lead_id from above))
    order by lower(name), id limit 500`.execute(db)
  return rows
}
