import { sql } from 'kysely'
import type { RawBuilder, Selectable } from 'kysely'
import { actorId } from '#src/kernel/actor.ts'
import type { Actor } from '#src/kernel/actor.ts'
import { newSalt } from '#src/kernel/salt.ts'
import { at } from '#src/store/index.ts'
import type { Db, Tables } from '#src/store/index.ts'

export type EmergencyRow = Selectable<Tables['emergency']>

/**
 * The roles that a person holds for the hours of an emergency, as a JSON list.
 * @param person SQL for the person's id in the surrounding query.
 */
export const emergencyRoles = (person: string, now: RawBuilder<Temporal.Instant>) => sql<string[]>`(
  select coalesce(json_agg(distinct emergency.role), '[]'::json) from emergency
  where emergency.person_id = ${sql.ref(person)} and emergency.ended_at is null and emergency.opened_at <= ${now} and emergency.ends_at > ${now})`

/** Keeps two emergencies of one human being from being opened at the same moment. */
export const lockEmergencies = async (db: Db): Promise<void> => {
  await sql`lock table emergency in share row exclusive mode`.execute(db)
}

const withName = (db: Db) =>
  db
    .selectFrom('emergency')
    .innerJoin('person', 'person.id', 'emergency.personId')
    .leftJoin('person as reviewer', 'reviewer.id', 'emergency.reviewedBy')
    .selectAll('emergency')
    .select(['person.name as personName', 'reviewer.name as reviewerName'])

export type ShownEmergency = Awaited<ReturnType<typeof openEmergencies>>[number]

/** Those that run now, whoever opened them, the newest first. */
export const openEmergencies = (db: Db, now: Temporal.Instant) =>
  withName(db)
    .where('emergency.endedAt', 'is', null)
    .where('emergency.endsAt', '>', at(now))
    .orderBy('emergency.openedAt', 'desc')
    .execute()

/** Those of a human being that nobody has looked at yet, opened through whatever are their accounts now or were then. */
export const unreviewedOf = (db: Db, human: string): Promise<EmergencyRow[]> =>
  db
    .selectFrom('emergency')
    .selectAll()
    .where(eb =>
      eb.or([eb('human', '=', human), eb('personId', 'in', eb.selectFrom('person').select('person.id').where('person.human', '=', human))]),
    )
    .where('reviewedAt', 'is', null)
    .execute()

/** The newest, at most a page. */
export const newestEmergencies = (db: Db, limit: number) => withName(db).orderBy('emergency.openedAt', 'desc').limit(limit).execute()

export const shownEmergency = (db: Db, id: string) => withName(db).where('emergency.id', '=', id).executeTakeFirstOrThrow()

/** An emergency as somebody asks about it. */
export interface AskedEmergency extends EmergencyRow {
  /** Whether the account that asks and the one that opened it belong to one human being now. */
  own: boolean
}

export const lockEmergency = (db: Db, id: string, actor: Actor): Promise<AskedEmergency | undefined> =>
  db
    .selectFrom('emergency')
    .selectAll()
    .select(
      sql<boolean>`exists (
        select from person as asking join person as opener on opener.human = asking.human
        where asking.id = ${actorId(actor)} and opener.id = emergency.person_id)`.as('own'),
    )
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

type New = Pick<EmergencyRow, 'id' | 'personId' | 'human' | 'role' | 'reason' | 'openedAt' | 'endsAt'>

export const insertEmergency = (db: Db, { openedAt, endsAt, ...row }: New): Promise<EmergencyRow> =>
  db
    .insertInto('emergency')
    .values({
      ...row,
      openedAt: openedAt.toString(),
      endsAt: endsAt.toString(),
      version: 1,
      sealSalt: newSalt(),
      endedAt: null,
      reviewedBy: null,
      reviewedByHuman: null,
      reviewedAt: null,
      review: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const endEmergencyRow = (db: Db, id: string, now: Temporal.Instant): Promise<EmergencyRow> =>
  db
    .updateTable('emergency')
    .set(eb => ({ endedAt: now.toString(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const reviewEmergencyRow = (
  db: Db,
  id: string,
  { by, human, review }: { by: string; human: string; review: string },
  now: Temporal.Instant,
): Promise<EmergencyRow> =>
  db
    .updateTable('emergency')
    .set(eb => ({ reviewedBy: by, reviewedByHuman: human, reviewedAt: now.toString(), review, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** The roles that a person holds for good, without those of an emergency. */
export const ownRoles = async (db: Db, person: string): Promise<readonly string[]> =>
  (await db.selectFrom('person').select('roles').where('id', '=', person).executeTakeFirst())?.roles ?? []
