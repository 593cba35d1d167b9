import { sql } from 'kysely'
import type { Actor } from '#src/kernel/actor.ts'
import { isHuman } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '#src/store/index.ts'
import { keepsPerson } from './permissions.ts'
import type { PersonRow } from './store.ts'

/** Nobody suspends, lets back or sees off themself, through whichever account. */
export const decidesStanding = (actor: Actor, person: PersonRow | undefined): Refusal | null =>
  keepsPerson(actor, person) ??
  (person && isHuman(actor, person.human)
    ? refuse('forbidden', 'oneself', 'Nobody decides about their own account.', 'Ask another administrator.', 'person')
    : null)

/**
 * Whether an active administrator would be left without these accounts.
 * @throws Refusal `last-administrator`
 */
export const expectAdministratorBesides = async (db: Db, accounts: readonly string[]): Promise<void> => {
  const other = await db
    .selectFrom('person')
    .select('id')
    .where('state', '=', 'active')
    .where(sql<boolean>`roles @> '["administrator"]'::jsonb`)
    .where(sql<boolean>`id <> all(${[...accounts]}::text[])`)
    .limit(1)
    .executeTakeFirst()
  if (other) return
  throw refuse(
    'conflict',
    'last-administrator',
    'Nobody would be left who keeps people and units.',
    'Have somebody else become an administrator first.',
    'person',
  )
}
