import { randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import { signCheckpoint } from '#src/engines/merkle/checkpoint.ts'
import { leafHash } from '#src/engines/merkle/hash.ts'
import { newSignerKey, parseVkey } from '#src/engines/merkle/keys.ts'
import { openCheckpoint } from '#src/engines/merkle/checkpoint.ts'
import { EMPTY_CHAIN, chainSeal, sealMessage, sealsLine } from '#src/engines/merkle/seal.ts'
import { verifyExport } from '#src/engines/merkle/export/verify-export.ts'
import { LedgerAlarm } from '#src/ledger/alarm.ts'
import type { AlarmCode } from '#src/ledger/alarm.ts'
import { erasePersonal, insertEntries, verifySnapshot } from '#src/ledger/index.ts'
import { sequenceRound } from '#src/ledger/sequence.ts'
import type { Tables } from '#src/store/index.ts'
import { people } from './world.ts'
import type { Dice, World } from './world.ts'
import { sealed, anEntry, forge, coverUp, renumber, removeEntry, earlier, rewind, disclosed, aRow } from './tampering.ts'

type Db = Transaction<Tables>

/** What must be said of an attack for it to count as found and named. */
interface Expected {
  /** The place in the tree of the first entry that is wrong. */
  place?: number
  /** The row that was touched. */
  row?: string
  /** Words that tell what is wrong. */
  says: RegExp
  /** What the signer must raise when asked to go on; left out where going on is harmless to the signed past. */
  alarm?: AlarmCode
  /** The lines to verify, where the attack is on a file. */
  file?: string[]
}

/** By somebody with every right in the database, and every public formula, but without the key. */
export interface Attack {
  name: string
  run(db: Db, world: World, dice: Dice): Promise<Expected>
}

const notWritten = /is not the one that was written|can not be read/

export const attacks: readonly Attack[] = [
  {
    name: 'change the text of an entry',
    async run(db, _, dice) {
      const entry = await anEntry(db, dice)
      await forge(db, entry, dice)
      return { place: entry.leafIndex, says: notWritten }
    },
  },
  {
    name: 'change the text of an entry and its leaf hash',
    async run(db, _, dice) {
      const entry = await anEntry(db, dice)
      await forge(db, entry, dice)
      const forged = await db.selectFrom('ledgerEntry').select('body').where('id', '=', entry.id).executeTakeFirstOrThrow()
      await db
        .updateTable('ledgerEntry')
        .set({ leafHash: Buffer.from(leafHash(Buffer.from(forged.body))) })
        .where('id', '=', entry.id)
        .execute()
      return { place: entry.leafIndex, says: notWritten }
    },
  },
  {
    name: 'change the text of an entry and recompute the tree, the head and the checkpoint',
    async run(db, _, dice) {
      const entry = await anEntry(db, dice)
      await forge(db, entry, dice)
      await coverUp(db)
      return { place: entry.leafIndex, says: notWritten, alarm: 'head-unsigned' }
    },
  },
  {
    name: 'delete an entry',
    async run(db, _, dice) {
      const entry = await anEntry(db, dice)
      await removeEntry(db, entry.id)
      return { place: entry.leafIndex, says: /says that it is number|stand only|is missing/ }
    },
  },
  {
    name: 'delete an entry, close the gap and recompute',
    async run(db, { size }, dice) {
      const entry = await anEntry(db, dice)
      await removeEntry(db, entry.id)
      await renumber(db)
      await coverUp(db)
      return {
        place: entry.leafIndex,
        says: entry.leafIndex === size - 1 ? /are missing/ : /is missing: in its place/,
        alarm: 'head-behind',
      }
    },
  },
  {
    name: 'insert a forged entry among the others, with a seal copied from one of them, and recompute',
    async run(db, _, dice) {
      const entry = await anEntry(db, dice)
      await sql`update ledger_entry set leaf_index = leaf_index + 1000000 where leaf_index >= ${entry.leafIndex}`.execute(db)
      await sql`
        insert into ledger_entry (leaf_index, type, version, subject_kind, subject_id, subject_version, actor, at, body, leaf_hash, seal)
        select ${entry.leafIndex}, type, version, subject_kind, subject_id, subject_version, 'somebody', at, ${entry.body.replace(/"actor":"person-\d"/, '"actor":"somebody"')}, leaf_hash, seal
        from ledger_entry where id = ${entry.id}`.execute(db)
      await renumber(db)
      await coverUp(db)
      return { place: entry.leafIndex, says: notWritten }
    },
  },
  {
    name: 'insert an old entry a second time, and recompute',
    async run(db, { size }, dice) {
      const entry = await anEntry(db, dice)
      const place = dice.between(entry.leafIndex + 1, size)
      await sql`update ledger_entry set leaf_index = leaf_index + 1000000 where leaf_index >= ${place}`.execute(db)
      await sql`
        insert into ledger_entry (leaf_index, type, version, subject_kind, subject_id, subject_version, actor, at, body, leaf_hash, seal)
        select ${place}, type, version, subject_kind, subject_id, subject_version, actor, at, body, leaf_hash, seal from ledger_entry where id = ${entry.id}`.execute(
        db,
      )
      await renumber(db)
      await coverUp(db)
      return { place, says: /was sealed as number/ }
    },
  },
  {
    name: 'change the order of two entries and recompute',
    async run(db, { size }, dice) {
      const [a, b] = [await anEntry(db, dice), await anEntry(db, dice)]
      const other = a.id === b.id ? (a.leafIndex + 1) % size : b.leafIndex
      await sql`update ledger_entry set leaf_index = -1 where leaf_index = ${a.leafIndex}`.execute(db)
      await sql`update ledger_entry set leaf_index = ${a.leafIndex} where leaf_index = ${other}`.execute(db)
      await sql`update ledger_entry set leaf_index = ${other} where leaf_index = -1`.execute(db)
      await coverUp(db)
      return { place: Math.min(a.leafIndex, other), says: /was sealed as number/, alarm: 'head-unsigned' }
    },
  },
  {
    name: 'exchange the seals of two entries',
    async run(db, { size }, dice) {
      const a = await anEntry(db, dice)
      const b = (await sealed(db))[(a.leafIndex + dice.between(1, size - 1)) % size]!
      await db.updateTable('ledgerEntry').set({ seal: b.seal }).where('id', '=', a.id).execute()
      await db.updateTable('ledgerEntry').set({ seal: a.seal }).where('id', '=', b.id).execute()
      return { place: Math.min(a.leafIndex, b.leafIndex), says: notWritten }
    },
  },
  {
    name: 'put a random seal in the place of one',
    async run(db, _, dice) {
      const entry = await anEntry(db, dice)
      await db
        .updateTable('ledgerEntry')
        .set({ seal: randomBytes(64) })
        .where('id', '=', entry.id)
        .execute()
      return { place: entry.leafIndex, says: notWritten }
    },
  },
  {
    name: 'cut off the tail and put back the checkpoint from before',
    async run(db, world, dice) {
      const { checkpoint } = earlier(world, dice)
      await rewind(db, checkpoint.size, checkpoint.root)
      await sql`delete from ledger_personal where entry_id in (select id from ledger_entry where leaf_index >= ${checkpoint.size} or leaf_index is null)`.execute(
        db,
      )
      await sql`delete from ledger_entry where leaf_index >= ${checkpoint.size} or leaf_index is null`.execute(db)
      return { place: checkpoint.size, says: /are missing/, alarm: 'head-behind' }
    },
  },
  {
    name: 'move the head back and let the program seal the tail again, changed',
    async run(db, world, dice) {
      const { checkpoint } = earlier(world, dice)
      await rewind(db, checkpoint.size, checkpoint.root)
      const [first] = (await sealed(db)).slice(checkpoint.size)
      await sql`update ledger_entry set leaf_index = null, leaf_hash = null, seal = null where leaf_index >= ${checkpoint.size}`.execute(db)
      if (first !== undefined) await forge(db, first, dice)
      return { place: checkpoint.size, says: /are missing/, alarm: 'head-behind' }
    },
  },
  {
    name: 'move the head back and leave the entries',
    async run(db, world, dice) {
      const { checkpoint } = earlier(world, dice)
      await rewind(db, checkpoint.size, checkpoint.root)
      return { place: checkpoint.size, says: /are missing/, alarm: 'head-behind' }
    },
  },
  {
    name: 'hand over an older export as the newest',
    async run(_, world, dice) {
      const { nth, checkpoint } = earlier(world, dice)
      return { file: world.exports[nth]!, place: checkpoint.size, says: /are missing/ }
    },
  },
  {
    name: 'cut an export short and keep its checkpoint',
    async run(_, world, dice) {
      const lines = world.exports.at(-1)!
      const kept = dice.between(0, world.size - 1)
      return { file: [...lines.slice(0, kept + 1), lines.at(-1)!], place: kept, says: /stand only/ }
    },
  },
  {
    name: 'cut an export short and drop its checkpoint',
    async run(_, world, dice) {
      const kept = dice.between(0, world.size - 1)
      return { file: world.exports.at(-1)!.slice(0, kept + 1), place: kept, says: /without a checkpoint/ }
    },
  },
  {
    name: 'change a value about a person',
    async run(db, _, dice) {
      const { one } = await disclosed(db, dice)
      await db
        .updateTable('ledgerPersonal')
        .set({ value: '"Mallory"' })
        .where('entryId', '=', one.entryId)
        .where('field', '=', one.field)
        .execute()
      return { place: one.leafIndex, says: /value shown for/ }
    },
  },
  {
    name: 'change a salt',
    async run(db, _, dice) {
      const { one } = await disclosed(db, dice)
      const salt = dice.between(0, 1) === 0 ? randomBytes(32) : Buffer.concat([one.salt, Buffer.of(0)])
      await db.updateTable('ledgerPersonal').set({ salt }).where('entryId', '=', one.entryId).where('field', '=', one.field).execute()
      return { place: one.leafIndex, says: /value shown for/ }
    },
  },
  {
    name: 'give an entry the values and salts of another',
    async run(db, _, dice) {
      const { one, shown } = await disclosed(db, dice)
      const other = dice.pick(shown.filter(({ entryId, field }) => entryId !== one.entryId || field !== one.field))
      await db
        .updateTable('ledgerPersonal')
        .set({ salt: other.salt, value: other.value })
        .where('entryId', '=', one.entryId)
        .where('field', '=', one.field)
        .execute()
      return { place: one.leafIndex, says: /value shown for/ }
    },
  },
  {
    name: 'add a value that was never recorded',
    async run(db, _, dice) {
      const entry = await anEntry(db, dice)
      await db
        .insertInto('ledgerPersonal')
        .values({ entryId: entry.id, field: 'salary', salt: randomBytes(32), value: '1' })
        .execute()
      return { place: entry.leafIndex, says: /never recorded/ }
    },
  },
  {
    name: 'erase a value without a word',
    async run(db, _, dice) {
      const { one } = await disclosed(db, dice)
      await db.deleteFrom('ledgerPersonal').where('entryId', '=', one.entryId).where('field', '=', one.field).execute()
      return { says: new RegExp(`value for "${one.field}" of entry ${one.leafIndex} .* is gone, and no entry says`) }
    },
  },
  {
    name: 'bring an erased value back from an old copy',
    async run(db, _, dice) {
      const { one } = await disclosed(db, dice)
      await insertEntries(db, await erasePersonal(db, [one.entryId], [one.field]), {
        actor: 'person-1',
        at: Temporal.Instant.from('2026-11-24T00:00:00Z'),
        operation: 'test',
      })
      await db.insertInto('ledgerPersonal').values({ entryId: one.entryId, field: one.field, salt: one.salt, value: one.value }).execute()
      return { says: new RegExp(`value for "${one.field}" of entry ${one.leafIndex} .* is here, though`) }
    },
  },
  {
    name: 'change a governed row silently',
    async run(db, _, dice) {
      const row = await aRow(db, dice)
      await db
        .updateTable('person')
        .set(dice.pick([{ name: 'Mallory' }, { state: 'left' }, { roles: '["administrator"]' }]))
        .where('id', '=', row.id)
        .execute()
      return { row: row.id, says: /changed without an entry/ }
    },
  },
  {
    name: 'change a governed row and its seal salt',
    async run(db, _, dice) {
      const row = await aRow(db, dice)
      await db
        .updateTable('person')
        .set({ name: 'Mallory', sealSalt: randomBytes(16) })
        .where('id', '=', row.id)
        .execute()
      return { row: row.id, says: /changed without an entry/ }
    },
  },
  {
    name: 'change the version of a governed row',
    async run(db, _, dice) {
      const row = await aRow(db, dice)
      await db
        .updateTable('person')
        .set({ version: row.version + dice.pick([-1, 1, 5]) })
        .where('id', '=', row.id)
        .execute()
      return { row: row.id, says: /its newest entry says version/ }
    },
  },
  {
    name: 'delete a governed row',
    async run(db, _, dice) {
      const row = await aRow(db, dice)
      await db.deleteFrom('person').where('id', '=', row.id).execute()
      return { row: row.id, says: /is gone/ }
    },
  },
  {
    name: 'make a governed row without an entry',
    async run(db, _, dice) {
      const id = `ghost-${dice.between(1, 99)}`
      await db
        .insertInto('person')
        .values({
          id,
          version: 1,
          sealSalt: randomBytes(16),
          name: 'Ghost',
          jobTitle: '',
          contact: '',
          roles: '["administrator"]',
          human: 'h',
          state: 'active',
          stateSince: '2026-11-01T00:00:00Z',
        })
        .execute()
      return { row: id, says: /has no entry/ }
    },
  },
  {
    name: 'bend a column of an entry that queries read',
    async run(db, _, dice) {
      const entry = await anEntry(db, dice)
      await db
        .updateTable('ledgerEntry')
        .set(
          dice.pick([
            { actor: 'somebody' },
            { type: 'something' },
            { subjectId: 'p0' },
            { subjectVersion: 99 },
            { at: '2020-01-01T00:00:00Z' },
          ]),
        )
        .where('id', '=', entry.id)
        .execute()
      return { says: new RegExp(`Entry ${entry.leafIndex} \\(id ${entry.id}\\) has `) }
    },
  },
  {
    name: 'change a hash in a tile',
    async run(db, _, dice) {
      const tile = dice.pick(await db.selectFrom('ledgerTile').selectAll().orderBy('level').orderBy('index').execute())
      const hashes = Buffer.from(tile.hashes)
      hashes[dice.between(0, hashes.length - 1)]! ^= 1 << dice.between(0, 7)
      await db.updateTable('ledgerTile').set({ hashes }).where('level', '=', tile.level).where('index', '=', tile.index).execute()
      return { says: new RegExp(`Tile ${tile.level}/${tile.index}`), alarm: 'tree-damaged' }
    },
  },
  {
    name: "rewrite an entry and sign everything with a key of one's own",
    async run(db, world, dice) {
      await forge(db, await anEntry(db, dice), dice)
      await coverUp(db)
      const { signer } = newSignerKey(world.signer.origin)
      const rows = await sealed(db)
      let chain = EMPTY_CHAIN
      for (const { id, leafIndex, body } of rows) {
        const seal = signer.sign(sealMessage(signer.name, leafIndex, leafHash(Buffer.from(body))))
        chain = chainSeal(chain, seal)
        await db
          .updateTable('ledgerEntry')
          .set({ seal: Buffer.from(seal) })
          .where('id', '=', id)
          .execute()
      }
      const head = await db.updateTable('ledgerHead').set({ vkey: signer.vkey }).returning(['size', 'root']).executeTakeFirstOrThrow()
      const note = signCheckpoint({ origin: signer.name, ...head, extensions: [sealsLine(chain), 'waiting 0'] }, signer)
      await db.updateTable('ledgerCheckpoint').set({ note }).where('size', '=', head.size).execute()
      return { place: 0, says: /names another key than yours/, alarm: 'other-key' }
    },
  },
  {
    name: 'throw away the newest checkpoint',
    async run(db, world) {
      const before = openCheckpoint(world.notes.at(-2)!, parseVkey(world.signer.vkey))
      await db.deleteFrom('ledgerCheckpoint').where('size', '>', before.size).execute()
      return { place: before.size, says: /are missing/, alarm: 'head-unsigned' }
    },
  },
  {
    name: 'empty the ledger and start afresh',
    async run(db) {
      for (const table of ['ledger_personal', 'ledger_entry', 'ledger_tile', 'ledger_checkpoint', 'ledger_head'])
        await sql`delete from ${sql.table(table)}`.execute(db)
      return { says: /has no ledger, though checkpoints/, alarm: 'head-missing' }
    },
  },
]

/** Runs one attack on a world and undoes it. Says what went unnoticed or unnamed; null where all was found. */
export const attackOnce = async (db: Db, world: World, attack: Attack, dice: Dice): Promise<string | null> => {
  await sql`savepoint honest`.execute(db)
  try {
    const expected = await attack.run(db, world, dice)
    return (await missedBy(db, world, expected)) ?? (expected.alarm === undefined ? null : await missedAlarm(db, world, expected.alarm))
  } finally {
    await sql`rollback to savepoint honest`.execute(db)
  }
}

const missedBy = async (db: Db, { signer }: World, { place, row, says, file }: Expected): Promise<string | null> => {
  const trust = { vkey: signer.vkey, known: [signer.lastNote!] }
  const report =
    file === undefined
      ? await verifySnapshot(db, [people], trust)
      : { ok: false, ledger: await verifyExport(() => file, trust), faults: [] }
  const found = [...(report.ledger?.faults ?? []), ...report.faults]
  const all = found.map(fault => fault.says).join(' | ')
  if (report.ok || found.length === 0) return 'nothing was found'
  if (place !== undefined && report.ledger?.faults[0]?.entry !== place) return `place ${place} is not named first: ${all}`
  if (row !== undefined && !report.faults.some(({ subject }) => subject?.id === row)) return `row ${row} is not named: ${all}`
  return says.test(all) ? null : `not in these words (${says.source}): ${all}`
}

const missedAlarm = async (db: Db, { signer }: World, alarm: AlarmCode): Promise<string | null> => {
  try {
    await sequenceRound(db, signer, Temporal.Instant.from('2026-11-24T00:00:00Z'))
    return `the signer went on, instead of raising ${alarm}`
  } catch (error) {
    if (!(error instanceof LedgerAlarm)) throw error
    return error.code === alarm ? null : `the signer raised ${error.code}, not ${alarm}`
  }
}
