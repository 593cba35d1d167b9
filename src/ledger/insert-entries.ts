import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { canonical } from '#src/kernel/canonical.ts'
import { newSalt } from '#src/kernel/salt.ts'
import { SALT_BYTES, commitment } from '#src/engines/merkle/commitment.ts'
import { plannedOnce, thenCommit } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'
import type { Entry } from './define-entry.ts'

/** Who wrote entries, when, and doing what. */
export interface Written {
  /** An opaque id, never a name. */
  readonly actor: string
  readonly at: Temporal.Instant
  readonly operation: string
}

/** C2SP tlog-tiles gives an entry's length two bytes. An entry says what happened; content belongs elsewhere. */
const MAX_BODY_BYTES = 65_535

/**
 * Writes entries in their order, in one statement, as the last of the caller's transaction: what changed and what the
 * ledger says commit together or not at all. They wait unsequenced for the sequencer. Returns their ids, ascending.
 * @param with `beside`: what else is written with them, in the same statement; it finds their ids in `given`. `last`: nothing comes
 * behind them in their transaction, which is committed with them.
 */
export const insertEntries = async (
  db: Db,
  entries: readonly Entry[],
  written: Written,
  { beside = sql`select`, last = false }: { beside?: RawBuilder<unknown> | undefined; last?: boolean } = {},
): Promise<number[]> => {
  if (entries.length === 0) return []
  // What PostgreSQL's timestamptz keeps, so that the column and the sealed text say the same.
  const at = written.at.round({ smallestUnit: 'microsecond', roundingMode: 'trunc' }).toString()
  const given = JSON.stringify(entries.map(entry => prepare(entry, written, at)))
  // Ids are drawn while the list is read, in its order; one parameter, so that one plan serves any number of entries.
  const { rows } = await sql<{ id: number }>`
    ${plannedOnce} ${last ? thenCommit : sql``} with given as materialized (
      select nextval('ledger_entry_id_seq') as id, entry.* from json_to_recordset(${given}::json) as entry
        (type text, version integer, subject_kind text, subject_id text, subject_version integer, body text, personal json)
    ), entry as (
      insert into ledger_entry (id, type, version, subject_kind, subject_id, subject_version, actor, at, body)
      overriding system value
      select id, type, version, subject_kind, subject_id, subject_version, ${written.actor}, ${at}::timestamptz, body from given
    ), personal as (
      insert into ledger_personal (entry_id, field, salt, value)
      select id, field, decode(salt, 'base64'), value
      from given, json_to_recordset(personal) as shown (field text, salt text, value text)
    ), beside as (${beside})
    select id from given order by id`.execute(db)
  return rows.map(({ id }) => id)
}

const prepare = ({ type, version, subject, data, personal }: Entry, { actor, operation }: Written, at: string) => {
  const values = Object.entries(personal).map(([field, value]) => ({ field, value: canonical(value), salt: newSalt(SALT_BYTES) }))
  const commitments = Object.fromEntries(
    values.map(({ field, value, salt }) => [field, Buffer.from(commitment(salt, value)).toString('base64')]),
  )
  const body = canonical({ type, version, at, actor, operation, subject, data, personal: commitments })
  if (Buffer.byteLength(body) > MAX_BODY_BYTES) throw new Error(`an entry of type ${type} has more than ${MAX_BODY_BYTES} bytes`)
  return {
    type,
    version,
    subject_kind: subject.kind,
    subject_id: subject.id,
    subject_version: subject.version,
    body,
    personal: values.map(({ field, value, salt }) => ({ field, value, salt: salt.toString('base64') })),
  }
}
