import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import { leafHash } from '#src/engines/merkle/hash.ts'
import { parseVkey } from '#src/engines/merkle/keys.ts'
import { openCheckpoint } from '#src/engines/merkle/checkpoint.ts'
import { TileEdge } from '#src/engines/merkle/tiles.ts'
import { writeTiles } from '#src/ledger/tile-store.ts'
import type { Tables } from '#src/store/index.ts'
import type { Dice, World } from './world.ts'

/*
 * What somebody with every right in the database can do to a ledger, step by step; attacks are made of it.
 */

type Db = Transaction<Tables>

interface Row {
  id: number
  leafIndex: number
  body: string
  seal: Buffer
}

export const sealed = (db: Db): Promise<Row[]> =>
  db
    .selectFrom('ledgerEntry')
    .select(['id', 'leafIndex', 'body', 'seal'])
    .where('leafIndex', 'is not', null)
    .orderBy('leafIndex')
    .$castTo<Row>()
    .execute()

export const anEntry = async (db: Db, dice: Dice): Promise<Row> => dice.pick(await sealed(db))

const setBody = (db: Db, id: number, body: string) => db.updateTable('ledgerEntry').set({ body }).where('id', '=', id).execute()

/** Another actor did it, or at another time; the row's other columns follow suit. */
export const forge = async (db: Db, { id, body }: Row, dice: Dice): Promise<void> => {
  if (dice.between(0, 1) === 0) {
    await setBody(db, id, body.replace(/"actor":"person-\d"/, '"actor":"somebody"'))
    await db.updateTable('ledgerEntry').set({ actor: 'somebody' }).where('id', '=', id).execute()
  } else {
    await setBody(db, id, body.replace('2026-11-23', '2025-11-23'))
    await sql`update ledger_entry set at = at - interval '365 days' where id = ${id}`.execute(db)
  }
}

/** Everything that can be computed without the key is computed anew: leaf hashes, tiles, head; the note names the new root. */
export const coverUp = async (db: Db): Promise<void> => {
  const rows = await sealed(db)
  await sql`delete from ledger_tile`.execute(db)
  const edge = new TileEdge(0, [])
  for (const { body } of rows) edge.append(leafHash(Buffer.from(body)))
  const hashes = rows.map(({ body }) => Buffer.from(leafHash(Buffer.from(body))))
  await sql`update ledger_entry e set leaf_hash = g.hash from unnest(${rows.map(({ id }) => id)}::bigint[], ${hashes}::bytea[]) as g (id, hash) where g.id = e.id`.execute(
    db,
  )
  await writeTiles(db, edge.changed())
  const root = Buffer.from(edge.root())
  const head = await db.updateTable('ledgerHead').set({ size: edge.size, root }).returning(['origin']).executeTakeFirstOrThrow()
  const newest = await db.selectFrom('ledgerCheckpoint').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirstOrThrow()
  const [, , , ...rest] = newest.note.split('\n')
  const note = [head.origin, edge.size, root.toString('base64'), ...rest].join('\n')
  await db.deleteFrom('ledgerCheckpoint').where('size', '>=', Math.min(newest.size, edge.size)).execute()
  await db.insertInto('ledgerCheckpoint').values({ size: edge.size, note, at: newest.at.toString() }).execute()
}

/** Places from 0 without a gap, in the present order. */
export const renumber = async (db: Db): Promise<void> => {
  await sql`update ledger_entry set leaf_index = -1 - leaf_index where leaf_index is not null`.execute(db)
  await sql`update ledger_entry e set leaf_index = g.place - 1 from (
    select id, row_number() over (order by leaf_index desc) as place from ledger_entry where leaf_index is not null) g where g.id = e.id`.execute(
    db,
  )
}

export const removeEntry = async (db: Db, id: number): Promise<void> => {
  await db.deleteFrom('ledgerPersonal').where('entryId', '=', id).execute()
  await db.deleteFrom('ledgerEntry').where('id', '=', id).execute()
}

export const earlier = (world: World, dice: Dice) => {
  const key = parseVkey(world.signer.vkey)
  const notes = world.notes.slice(0, -1)
  const nth = dice.between(0, notes.length - 1)
  return { nth, note: notes[nth]!, checkpoint: openCheckpoint(notes[nth]!, key) }
}

/** The database as it was when an earlier checkpoint was signed, as far as the ledger's own tables go. */
export const rewind = async (db: Db, size: number, root: Uint8Array): Promise<void> => {
  await sql`delete from ledger_tile`.execute(db)
  const edge = new TileEdge(0, [])
  for (const { body } of (await sealed(db)).slice(0, size)) edge.append(leafHash(Buffer.from(body)))
  if (size > 0) await writeTiles(db, edge.changed())
  await db
    .updateTable('ledgerHead')
    .set({ size, root: Buffer.from(root) })
    .execute()
  await db.deleteFrom('ledgerCheckpoint').where('size', '>', size).execute()
}

export const disclosed = async (db: Db, dice: Dice) => {
  const shown = await db
    .selectFrom('ledgerPersonal')
    .innerJoin('ledgerEntry', 'ledgerEntry.id', 'entryId')
    .select(['entryId', 'field', 'salt', 'value', 'leafIndex'])
    .where('leafIndex', 'is not', null)
    .orderBy('entryId')
    .orderBy('field')
    .$narrowType<{ leafIndex: number }>()
    .execute()
  return { one: dice.pick(shown), other: dice.pick(shown), shown }
}

export const aRow = async (db: Db, dice: Dice) => dice.pick(await db.selectFrom('person').selectAll().orderBy('id').execute())
