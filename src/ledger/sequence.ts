import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { EMPTY_ROOT, leafHash, sameHash } from '#src/engines/merkle/hash.ts'
import type { Hash } from '#src/engines/merkle/hash.ts'
import { Malformed } from '#src/engines/merkle/malformed.ts'
import { consistencyRanges } from '#src/engines/merkle/range.ts'
import { EMPTY_CHAIN, chainOf, chainSeal, sealsLine } from '#src/engines/merkle/seal.ts'
import { TileEdge, edgeTiles, hashRanges, tilesFor } from '#src/engines/merkle/tiles.ts'
import type { Tables } from '#src/store/index.ts'
import { LedgerAlarm } from './alarm.ts'
import type { LedgerSigner } from './signer.ts'
import { readTiles, storedHashes, writeTiles } from './tile-store.ts'

/** What one round did. `busy`: another replica is at it. */
export type Round = { kind: 'busy' } | { kind: 'done'; note: string; size: number; sequenced: number; waiting: number }

/** Entries a round takes at most: bounds its memory and how long the head stays locked. */
export const BATCH = 1_000

interface Head {
  readonly size: number
  readonly root: Hash
  readonly chain: Hash
  readonly note: string
  readonly edge: TileEdge
}

/**
 * One round of sequencing inside a transaction: locks the head, makes sure that it is what this ledger's key signed, and
 * gives the waiting entries the next places in the tree, in id order, each with its seal. The round's checkpoint is
 * signed before the commit and published (`signer.remember`) after it.
 *
 * An entry whose transaction commits late gets a later place than its id suggests; places are dense all the same.
 * @throws LedgerAlarm where the stored ledger is not what was signed. The transaction must then be rolled back.
 */
export const sequenceRound = async (db: Transaction<Tables>, signer: LedgerSigner, now: Temporal.Instant): Promise<Round> => {
  const locked = await db.selectFrom('ledgerHead').selectAll().forUpdate().skipLocked().executeTakeFirst()
  if (locked === undefined) return await beginLedger(db, signer, now)
  const [head, entries] = await Promise.all([trustedHead(db, signer, locked), waitingEntries(db)])
  if (entries.length === 0) return { kind: 'done', note: head.note, size: head.size, sequenced: 0, waiting: 0 }

  const sealed = await Promise.all(
    entries.map(async ({ id, body }, i) => {
      const leaf = leafHash(Buffer.from(body))
      return { id, leaf: Buffer.from(leaf), seal: Buffer.from(await signer.seal(head.size + i, leaf)) }
    }),
  )
  let chain = head.chain
  for (const { leaf, seal } of sealed) {
    head.edge.append(leaf)
    chain = chainSeal(chain, seal)
  }
  const size = head.edge.size
  const root = head.edge.root()
  const ranges = consistencyRanges(signer.last?.size ?? 0, size)
  const [, , proof, waiting] = await Promise.all([
    placeEntries(db, head.size, sealed),
    writeTiles(db, head.edge.changed()),
    storedHashes(db, ranges),
    countWaiting(db),
  ])
  const note = signer.sign({ size, root, extensions: [sealsLine(chain), `waiting ${waiting}`] }, proof)
  await Promise.all([
    db
      .updateTable('ledgerHead')
      .set({ size, root: Buffer.from(root) })
      .execute(),
    db.insertInto('ledgerCheckpoint').values({ size, note, at: now.toString() }).execute(),
  ])
  return { kind: 'done', note, size, sequenced: entries.length, waiting }
}

const waitingEntries = (db: Transaction<Tables>) =>
  db.selectFrom('ledgerEntry').select(['id', 'body']).where('leafIndex', 'is', null).orderBy('id').limit(BATCH).execute()

/** Gives entries their places, the first of them the one after the head's last. */
const placeEntries = (db: Transaction<Tables>, first: number, sealed: readonly { id: number; leaf: Buffer; seal: Buffer }[]) =>
  sql`
    update ledger_entry set leaf_index = given.leaf_index, leaf_hash = given.leaf_hash, seal = given.seal
    from (
      select id, leaf_hash, seal, ${first}::bigint + nth - 1 as leaf_index
      from unnest(${sealed.map(({ id }) => id)}::bigint[], ${sealed.map(({ leaf }) => leaf)}::bytea[], ${sealed.map(({ seal }) => seal)}::bytea[])
        with ordinality as entry (id, leaf_hash, seal, nth)
    ) as given
    where ledger_entry.id = given.id`.execute(db)

const countWaiting = async (db: Transaction<Tables>): Promise<number> => {
  const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from ledger_entry where leaf_index is null`.execute(db)
  return rows[0]?.waiting ?? 0
}

/** The first round of a new ledger writes the head of the empty tree. No head where something was signed is no new ledger. */
const beginLedger = async (db: Transaction<Tables>, signer: LedgerSigner, now: Temporal.Instant): Promise<Round> => {
  if ((await db.selectFrom('ledgerHead').select('size').executeTakeFirst()) !== undefined) return { kind: 'busy' }
  if (signer.last !== null)
    throw new LedgerAlarm('head-missing', `The database has no ledger; ${signer.last.size} entries of one were already signed.`)
  const { origin, vkey } = signer
  const begun = await db
    .insertInto('ledgerHead')
    .values({ size: 0, root: Buffer.from(EMPTY_ROOT), origin, vkey })
    .onConflict(conflict => conflict.doNothing())
    .returning('size')
    .executeTakeFirst()
  if (begun === undefined) return { kind: 'busy' }
  const note = signer.sign({ size: 0, root: EMPTY_ROOT, extensions: [sealsLine(EMPTY_CHAIN), 'waiting 0'] }, [])
  await db.insertInto('ledgerCheckpoint').values({ size: 0, note, at: now.toString() }).execute()
  return { kind: 'done', note, size: 0, sequenced: 0, waiting: await countWaiting(db) }
}

/** The stored head with what is needed to append to it, after it proved to be this key's, whole, and no step back. */
const trustedHead = async (
  db: Transaction<Tables>,
  signer: LedgerSigner,
  { size, root, origin, vkey }: { size: number; root: Hash; origin: string; vkey: string },
): Promise<Head> => {
  if (vkey !== signer.vkey || origin !== signer.origin) {
    throw new LedgerAlarm('other-key', `The database's ledger is signed with the key ${vkey}; the key file holds ${signer.vkey}.`)
  }
  // Before anything else, so that a restored backup is called by its name.
  if (signer.last !== null && size < signer.last.size) signer.accept({ size, root }, [])
  const ranges = consistencyRanges(signer.last?.size ?? 0, size)
  const [atEdge, atRanges, stored] = await Promise.all([
    readTiles(db, edgeTiles(size)),
    readTiles(db, tilesFor(ranges)),
    db.selectFrom('ledgerCheckpoint').select('note').where('size', '=', size).executeTakeFirst(),
  ])
  const edge = damaged(() => new TileEdge(size, atEdge))
  if (!sameHash(edge.root(), root)) throw new LedgerAlarm('tree-damaged', `The stored tree of ${size} entries does not hash to the head.`)
  const { chain, note } = signedAs(stored, signer, size, root)
  signer.accept(
    { size, root },
    damaged(() => hashRanges(ranges, atRanges)),
  )
  return { size, root, chain, note, edge }
}

/** The checkpoint of this very head: its note and the seal chain that it carries. */
const signedAs = (stored: { note: string } | undefined, signer: LedgerSigner, size: number, root: Hash): { chain: Hash; note: string } => {
  if (stored === undefined) throw new LedgerAlarm('head-unsigned', `There is no checkpoint for the head of ${size} entries.`)
  try {
    const checkpoint = signer.open(stored.note)
    if (checkpoint.size !== size || !sameHash(checkpoint.root, root)) throw new Malformed('it is the checkpoint of another head')
    return { chain: chainOf(checkpoint), note: stored.note }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw new LedgerAlarm('head-unsigned', `The checkpoint for the head of ${size} entries is not this ledger's: ${error.message}.`)
  }
}

/** A tile that is missing or has the wrong length is damage, not a bug of ours. */
const damaged = <T>(read: () => T): T => {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) throw new LedgerAlarm('tree-damaged', `The stored tree can't be read: ${error.message}.`)
    throw error
  }
}
