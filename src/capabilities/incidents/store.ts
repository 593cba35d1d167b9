import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Scope } from '#src/kernel/actor.ts'
import { newId } from '#src/kernel/ids.ts'
import { newSalt } from '#src/kernel/salt.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { solutionsWithin } from '../registry/index.ts'

export type IncidentRow = Selectable<Tables['incident']>
export type NoteRow = Selectable<Tables['incidentNote']>
export type ActionRow = Selectable<Tables['incidentAction']>

export const incidentKeyOf = (number: number): string => `INC-${String(number).padStart(4, '0')}`
export const incidentNumberOf = (key: string): number => Number(key.slice('INC-'.length))

type New = Pick<IncidentRow, 'title' | 'whatHappened' | 'severity' | 'noticedAt' | 'openedBy' | 'openedByHuman' | 'solutions'>

export const insertIncident = (db: Db, { noticedAt, solutions, ...row }: New, now: Temporal.Instant): Promise<IncidentRow> =>
  db
    .insertInto('incident')
    .values({
      ...row,
      id: newId(),
      version: 1,
      sealSalt: newSalt(),
      noticedAt: noticedAt.toString(),
      openedAt: now.toString(),
      state: 'open',
      solutions: JSON.stringify(solutions),
    })
    .returningAll()
    .executeTakeFirstOrThrow()

type Change = Partial<
  Pick<IncidentRow, 'title' | 'whatHappened' | 'severity' | 'cause' | 'lessons' | 'state' | 'closedBy' | 'closedByHuman'>
> & {
  noticedAt?: string
  solutions?: string
  containedAt?: string
  closedAt?: string
}

/** Writes the next version of an incident that the caller holds. */
export const updateIncident = (db: Db, id: string, change: Change): Promise<IncidentRow> =>
  db
    .updateTable('incident')
    .set(eb => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const incidentByNumber = (db: Db, number: number): Promise<IncidentRow | undefined> =>
  db.selectFrom('incident').selectAll().where('number', '=', number).executeTakeFirst()

export const lockIncident = (db: Db, number: number): Promise<IncidentRow | undefined> =>
  db.selectFrom('incident').selectAll().where('number', '=', number).forUpdate().executeTakeFirst()

/** Those with this key, or with all of these words in their titles, newest first. */
export const incidentsCalled = (db: Db, q: string, limit: number): Promise<IncidentRow[]> => {
  const [, number] = /^inc-(\d{1,9})$/i.exec(q) ?? []
  const newest = db.selectFrom('incident').selectAll().orderBy('number', 'desc').limit(limit)
  if (number !== undefined) return newest.where('number', '=', Number(number)).execute()
  return newest
    .where(sql<boolean>`(select bool_and(strpos(lower(title), word) > 0) from unnest(${q.toLowerCase().split(/\s+/)}::text[]) word)`)
    .execute()
}

/** What an incident reaches: the solutions that somebody named, and those that its stops held. */
export const reachedBy = (incident: string) => sql<boolean>`solution.id in (
  select jsonb_array_elements_text(solutions) from incident where id = ${incident}
  union
  select hold.solution_id from hold join stop on stop.id = hold.stop_id where stop.incident_id = ${incident})`

/** The incidents that reach one of the solutions within a scope. */
const reachingInto = (scope: Scope) => sql<boolean>`exists (
  select from solution where ${solutionsWithin(scope)} and (
    incident.solutions @> to_jsonb(array[solution.id])
    or exists (select from hold join stop on stop.id = hold.stop_id where stop.incident_id = incident.id and hold.solution_id = solution.id)))`

interface Wanted {
  state: IncidentRow['state'] | undefined
  before: number | undefined
  limit: number
}

/** A page, newest first, with how many of its actions are past their day; all of them, or those that reach into a scope. */
export const pageOfIncidents = (db: Db, scope: Scope | 'all', { state, before, limit }: Wanted, today: string) => {
  let page = db
    .selectFrom('incident')
    .selectAll()
    .select(
      sql<number>`(select count(*)::int from incident_action
        where incident_id = incident.id and done_at is null and due_on < ${today}::date)`.as('overdue'),
    )
    .orderBy('number', 'desc')
    .limit(limit + 1)
  if (scope !== 'all') page = page.where(reachingInto(scope))
  if (state !== undefined) page = page.where('state', '=', state)
  if (before !== undefined) page = page.where('number', '<', before)
  return page.execute()
}

/** Incidents that reach one solution, newest first. */
export const incidentsOf = (db: Db, solution: string): Promise<IncidentRow[]> =>
  db
    .selectFrom('incident')
    .selectAll()
    .where(
      sql<boolean>`(solutions @> to_jsonb(array[${solution}::text])
        or id in (select stop.incident_id from hold join stop on stop.id = hold.stop_id where hold.solution_id = ${solution}))`,
    )
    .orderBy('number', 'desc')
    .limit(20)
    .execute()

export const insertNote = (
  db: Db,
  { at, ...note }: Pick<NoteRow, 'incidentId' | 'at' | 'text' | 'writtenBy'>,
  now: Temporal.Instant,
): Promise<NoteRow> =>
  db
    .insertInto('incidentNote')
    .values({ ...note, id: newId(), version: 1, sealSalt: newSalt(), at: at.toString(), writtenAt: now.toString() })
    .returningAll()
    .executeTakeFirstOrThrow()

export const notesOf = (db: Db, incident: string, limit: number): Promise<NoteRow[]> =>
  db
    .selectFrom('incidentNote')
    .selectAll()
    .where('incidentId', '=', incident)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const insertAction = (db: Db, action: Pick<ActionRow, 'incidentId' | 'what' | 'ownerId' | 'dueOn'>): Promise<ActionRow> =>
  db
    .insertInto('incidentAction')
    .values({ ...action, id: newId(), version: 1, sealSalt: newSalt(), doneBy: null, deferredBecause: null })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateAction = (
  db: Db,
  id: string,
  change: { doneAt: string; doneBy: string } | { dueOn: string; deferredBecause: string },
): Promise<ActionRow> =>
  db
    .updateTable('incidentAction')
    .set(eb => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const actionsOf = (db: Db, incident: string): Promise<ActionRow[]> =>
  db.selectFrom('incidentAction').selectAll().where('incidentId', '=', incident).orderBy('dueOn').orderBy('id').execute()

export const actionById = (db: Db, id: string): Promise<ActionRow | undefined> =>
  db.selectFrom('incidentAction').selectAll().where('id', '=', id).executeTakeFirst()

export const lockAction = (db: Db, id: string): Promise<ActionRow | undefined> =>
  db.selectFrom('incidentAction').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const lockIncidentById = (db: Db, id: string): Promise<IncidentRow | undefined> =>
  db.selectFrom('incident').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
