import { sql } from 'kysely'
import { at } from '#src/store/index.ts'

/**
 * The roles that a person holds for the hours of an emergency, as a JSON list.
 * @param person SQL for the person's id in the surrounding query.
 */
export const emergencyRoles = (person: string, now: Temporal.Instant) => sql<string[]>`(
  select coalesce(json_agg(distinct emergency.role), '[]'::json) from emergency
  where emergency.person_id = ${sql.ref(person)} and emergency.ended_at is null and emergency.opened_at <= ${at(now)} and emergency.ends_at > ${at(now)})`
