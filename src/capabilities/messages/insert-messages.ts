import { sql } from 'kysely'
import { newId } from '#src/kernel/ids.ts'
import type { Message } from '#src/kernel/message.ts'
import type { Written } from '#src/ledger/index.ts'
import { at } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'

/**
 * Stores what an operation says to people, in its transaction. Of what was told already nothing is stored twice; nobody is told
 * what they did themself, through whichever of their accounts, and nobody who can't sign in. What guards somebody's ways in is told
 * them in any case: it may have been somebody else.
 */
export const insertMessages = async (db: Db, messages: readonly Message[], written: Written): Promise<void> => {
  if (messages.length === 0) return
  const given = messages.map(({ kind, urgency, loud, guarding = false, to, because, about, of, facts }) => ({
    id: newId(),
    once: `${kind} ${of.id} ${of.version} ${to}`,
    kind,
    urgency,
    loud,
    guarding,
    to_id: to,
    because,
    about_kind: about.kind,
    about_key: about.key,
    about_name: about.name,
    of_id: of.id,
    of_version: of.version,
    facts,
  }))
  await sql`
    insert into message (id, once, kind, urgency, loud, to_id, because, about_kind, about_key, about_name, of_id, of_version, facts,
      operation, at, due_at, state)
    select given.id, once, kind, urgency, loud, to_id, because, about_kind, about_key, about_name, of_id, of_version, facts,
      ${written.operation}, ${at(written.at)}, ${at(written.at)}, 'waiting'
    from json_to_recordset(${JSON.stringify(given)}::json) as given (id text, once text, kind text, urgency text, loud boolean, guarding boolean,
      to_id text, because text, about_kind text, about_key text, about_name text, of_id text, of_version integer, facts jsonb)
    join person on person.id = given.to_id and person.state = 'active'
    where given.guarding or person.human is distinct from (select human from person where id = ${written.actor})
    on conflict (once) do nothing`.execute(db)
}
