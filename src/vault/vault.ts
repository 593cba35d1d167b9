import { generateKeySync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { newId } from '#src/kernel/ids.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '#src/store/index.ts'
import type { DataKeyRow } from './data-keys.ts'
import { dataKeyById, holdCurrentKey, insertDataKey, lockKeys, retireCurrentKey } from './data-keys.ts'
import type { KeySources } from './key-source.ts'
import type { MasterKeys } from './master-keys.ts'
import { holdMasterKeys } from './master-keys.ts'
import type { Place, SealedColumn } from './place.ts'
import { sealedIn } from './sealed-rows.ts'
import type { DataKey } from './sealed-value.ts'
import { keyIdOf, openValue, sealValue } from './sealed-value.ts'

/** Where a change happens: an operation's context. `E` is the ledger's entry, which the vault does not know. */
export interface Writing<E> {
  /** A transaction: until it ends, the data key that sealed in it is not retired. */
  db: Db
  now: Temporal.Instant
  record(entry: E): void
}

/** What the ledger is told about data keys. */
export interface KeyEntries<E> {
  made(key: DataKeyRow): E
  retired(key: DataKeyRow): E
}

/**
 * Keeps secrets that the program must be able to read again. Nothing is read or made before the first value is sealed or
 * opened. Every call works in the caller's transaction.
 */
export interface Vault<E> {
  /** The columns that may hold sealed values. */
  readonly columns: readonly SealedColumn[]
  /**
   * Seals a value for its place, under the current data key, which is made now where there is none or it has sealed enough.
   * @param value bytes or text, at most 64 KiB.
   * @throws Refusal `secret-too-large`; `master-key-…` and `wrong-master-key` where the keys are not to be had.
   */
  seal(context: Writing<E>, place: Place, value: Uint8Array | string): Promise<Buffer>
  /** @throws Refusal `sealed-value-refused` where it is damaged or stood somewhere else; `data-key-missing`; as `seal`. */
  open(db: Db, place: Place, sealed: Uint8Array): Promise<Buffer>
  /** Retires the current data key, and gives the new one. */
  startNewKey(context: Writing<E>): Promise<DataKeyRow>
  /** Whether the master key is there and opens this data key. */
  opens(db: Db, row: DataKeyRow): Promise<boolean>
  /** The data key wrapped by the current master key; null where it is so already. */
  rewrap(db: Db, row: DataKeyRow): Promise<{ wrapped: Buffer; master: string } | null>
}

export interface VaultParts<E> {
  /** Where the master key comes from; asked once, when it is first needed. */
  sources(db: Db): Promise<KeySources>
  columns: readonly SealedColumn[]
  entries: KeyEntries<E>
  /**
   * After how many values a new data key is made. NIST SP 800-38D §8.3 allows 2³² random nonces a key, where two are equal
   * with a chance of 2⁻³³; at the 2²⁰ that we use it is 2⁻⁵⁷.
   */
  valuesPerKey?: number
}

export const createVault = <E>({ sources, columns, entries, valuesPerKey = 2 ** 20 }: VaultParts<E>): Vault<E> => {
  let held: Promise<MasterKeys> | undefined
  const mastersOf = (db: Db): Promise<MasterKeys> => {
    held ??= sources(db)
      .then(holdMasterKeys)
      .catch((error: unknown) => {
        held = undefined
        throw error
      })
    return held
  }
  /** Keys by id. An id is never given to another key, so that no entry gets old; there are few keys. */
  const unwrapped = new Map<string, KeyObject>()

  const unwrap = async (db: Db, row: DataKeyRow): Promise<DataKey> => {
    const known = unwrapped.get(row.id)
    if (known) return { id: row.id, key: known }
    const masters = await mastersOf(db)
    const master = await masters.withId(row.master)
    if (!master) throw wrongMaster(row.master, (await masters.current()).id)
    const key = master.unwrap(row.id, row.wrapped)
    if (!key) throw damagedKey(row.id)
    unwrapped.set(row.id, key)
    return { id: row.id, key }
  }

  /** The caller holds the lock on the table of keys. */
  const startKey = async ({ db, now, record }: Writing<E>): Promise<DataKeyRow> => {
    const retired = await retireCurrentKey(db, now)
    if (retired) record(entries.retired(retired))
    // A master key may be made only for the first data key of all: later, one that is missing was lost, not never there.
    const first = (await db.selectFrom('dataKey').select('id').limit(1).executeTakeFirst()) === undefined
    const masters = await mastersOf(db)
    const master = await (first ? masters.currentOrNew() : masters.current())
    const id = newId()
    const wrapped = master.wrap(id, generateKeySync('aes', { length: 256 }))
    const row = await insertDataKey(db, { id, wrapped, master: master.id, createdAt: now })
    record(entries.made(row))
    return row
  }

  const keyForSealing = async (context: Writing<E>): Promise<DataKey> => {
    const current = await holdCurrentKey(context.db)
    if (current && current.sealed < valuesPerKey) return unwrap(context.db, current)
    // None, or one too many; or another transaction has just retired it, which is over once we have the lock.
    await lockKeys(context.db)
    const meanwhile = await holdCurrentKey(context.db)
    return unwrap(context.db, meanwhile && meanwhile.sealed < valuesPerKey ? meanwhile : await startKey(context))
  }

  const keyOf = async (db: Db, sealed: Uint8Array): Promise<DataKey | null> => {
    const id = keyIdOf(sealed)
    const known = unwrapped.get(id)
    if (known) return { id, key: known }
    const row = await dataKeyById(db, id)
    return row ? unwrap(db, row) : null
  }

  const declaredAt = ({ table, column }: Place): SealedColumn => {
    const declared = columns.find(each => each.table === table && each.column === column)
    if (declared) return declared
    throw new Error(`${table}.${column} is no declared column of sealed values; a new data key would not reach it.`)
  }

  return {
    columns,
    async seal(context, place, value) {
      declaredAt(place)
      return sealValue(await keyForSealing(context), place, value)
    },
    async open(db, place, given) {
      const column = declaredAt(place)
      const key = await keyOf(db, given)
      if (key) return openValue(key, place, given)
      // Its key is gone: since the caller read the value it may have been sealed anew, and stands there under another key.
      const sealed = await sealedIn(db, column, place.row)
      const newer = sealed && (await keyOf(db, sealed))
      if (!newer) throw missingKey(keyIdOf(given))
      return openValue(newer, place, sealed)
    },
    async startNewKey(context) {
      await lockKeys(context.db)
      return startKey(context)
    },
    async opens(db, row) {
      const master = await (await mastersOf(db)).withId(row.master)
      return master !== null && master.unwrap(row.id, row.wrapped) !== null
    },
    async rewrap(db, row) {
      const master = await (await mastersOf(db)).current()
      if (row.master === master.id) return null
      const { id, key } = await unwrap(db, row)
      return { wrapped: master.wrap(id, key), master: master.id }
    },
  }
}

const wrongMaster = (needed: string, given: string): Refusal =>
  refuse(
    'unavailable',
    'wrong-master-key',
    `The stored secrets were sealed under master key ${needed}, but this server has ${given}.`,
    'Set the master key that belongs to this database. During a change of master key set the one before as GUILDHALL_KEY_PREVIOUS_FILE, then run `guildhall keys change-master`.',
  )

const damagedKey = (id: string): Refusal =>
  refuse(
    'unavailable',
    'data-key-damaged',
    `Data key ${id} is damaged: the master key is the right one, and does not open it.`,
    'Restore the database from a backup. `guildhall ledger verify --state` says whether the key was changed.',
  )

const missingKey = (id: string): Refusal =>
  refuse(
    'unavailable',
    'data-key-missing',
    `The database has no data key ${id}, under which a stored secret was sealed.`,
    'Restore the database from a backup, or enter the secret anew.',
  )
