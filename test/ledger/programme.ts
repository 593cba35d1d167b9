import type { Kysely, Transaction } from 'kysely'
import { verifyExport } from '#src/engines/merkle/export/verify-export.ts'
import type { Expectations } from '#src/engines/merkle/export/verify-export.ts'
import { verifySnapshot } from '#src/ledger/index.ts'
import type { Governed } from '#src/ledger/index.ts'
import type { Tables } from '#src/store/index.ts'
import { attackOnce, attacks } from './attacks.ts'
import { Dice, buildWorld, people } from './world.ts'

/** Runs something in a transaction of which nothing stays. */
export const undone = async <T>(db: Kysely<Tables>, use: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> => {
  const transaction = await db.startTransaction().execute()
  try {
    return await use(transaction)
  } finally {
    await transaction.rollback().execute()
  }
}

/** Verifies what is committed, as one moment. */
export const verifyState = (db: Kysely<Tables>, governed: readonly Governed[], expected: Expectations) =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(snapshot => verifySnapshot(snapshot, governed, expected))

/** This many seeded attacks, all kinds in turn, on a new history for each turn. Gives the ones that went unnoticed, with the seed to play them again. */
export const runAttacks = async (
  db: Kysely<Tables>,
  keys: string,
  { seed, count }: { seed: number; count: number },
): Promise<{ run: number; missed: string[] }> => {
  const missed: string[] = []
  let run = 0
  for (let world = 0; world * attacks.length < count; world += 1) {
    await undone(db, async transaction => {
      const honest = await buildWorld(transaction, keys, seed + world)
      const dice = new Dice(seed * 1000 + world)
      for (const attack of attacks.slice(0, count - world * attacks.length)) {
        const complaint = await attackOnce(transaction, honest, attack, dice)
        if (complaint !== null) missed.push(`world ${seed + world}, ${attack.name}: ${complaint}`)
        run += 1
      }
    })
  }
  return { run, missed }
}

/** This many honest histories, each verified as a database, as an export of its end, and as the export of each earlier checkpoint. Gives the alarms. */
export const runHonest = async (db: Kysely<Tables>, keys: string, { seed, count }: { seed: number; count: number }): Promise<string[]> => {
  const alarms: string[] = []
  for (let world = seed; world < seed + count; world += 1) {
    await undone(db, async transaction => {
      const { signer, notes, exports } = await buildWorld(transaction, keys, world, { changes: new Dice(world).between(0, 60) })
      const report = await verifySnapshot(transaction, [people], { vkey: signer.vkey, known: notes })
      for (const { says } of [...(report.ledger?.faults ?? []), ...report.faults]) alarms.push(`world ${world}: ${says}`)
      for (const [nth, lines] of exports.entries()) {
        const { ok, faults } = await verifyExport(() => lines, { vkey: signer.vkey, known: notes.slice(0, nth + 1) })
        if (!ok) alarms.push(`world ${world}, export ${nth}: ${faults.map(({ says }) => says).join(' | ')}`)
      }
    })
  }
  return alarms
}
