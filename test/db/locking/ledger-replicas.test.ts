import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { verifyExport } from '#src/engines/merkle/export/verify-export.ts'
import { systemClock } from '#src/kernel/clock.ts'
import { exportLines, insertEntries, openSigner, runRound, startSequencer } from '#src/ledger/index.ts'
import type { LedgerSigner } from '#src/ledger/index.ts'
import type { Db, Store } from '#src/store/index.ts'
import { openStore } from '#src/store/index.ts'
import { freshStore } from '../../harness.ts'
import { verifyState } from '../../ledger/programme.ts'
import { people, personAdded } from '../../ledger/world.ts'

// Several replicas on one database, each with its own connections and its own copy of the key.
const replicas: { store: Store; signer: LedgerSigner }[] = []
beforeAll(async () => {
  const fresh = await freshStore()
  for (const name of ['one', 'two', 'three']) {
    const directory = join(fresh.keys, name)
    await mkdir(directory, { recursive: true })
    if (name !== 'one') await copyFile(join(fresh.keys, 'one', 'ledger.key'), join(directory, 'ledger.key'))
    replicas.push({ store: await openStore(fresh.config, { onLost: () => undefined }), signer: await openSigner(directory) })
  }
  return async () => {
    for (const { store } of replicas) await store.close()
    await fresh.remove()
  }
}, 60_000)

const add = async (db: Db, id: string): Promise<number[]> => {
  const row = await db
    .insertInto('person')
    .values({
      id,
      version: 1,
      sealSalt: Buffer.alloc(16, 1),
      name: id,
      jobTitle: '',
      contact: '',
      roles: '[]',
      human: 'h',
      state: 'active',
      stateSince: '2026-11-01T00:00:00Z',
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return insertEntries(db, [personAdded({ subject: people.subject(row), data: { roles: [] }, personal: { name: id, unit: '' } })], {
    actor: 'person-1',
    at: systemClock.now(),
    operation: 'test',
  })
}

it('three replicas sequence what twelve writers commit, each entry once, into one tree that all of them signed', async () => {
  const alarms: string[] = []
  const sequencers = replicas.map(({ store, signer }) =>
    startSequencer({ store, signer, clock: systemClock, onAlarm: ({ message }) => alarms.push(message) }),
  )
  await Promise.all(
    Array.from({ length: 12 }, async (_, writer) => {
      const replica = writer % replicas.length
      for (let i = 0; i < 40; i += 1) {
        await replicas[replica]!.store.db.transaction().execute(db => add(db, `${writer}-${i}`))
        sequencers[replica]!.poke()
      }
    }),
  )
  for (const sequencer of sequencers) await sequencer.settled()
  for (const sequencer of sequencers) expect(sequencer.state()).toMatchObject({ size: 480, waiting: 0, alarm: null, failure: null })
  for (const sequencer of sequencers) await sequencer.stop()
  expect(alarms).toEqual([])

  const [{ store, signer }] = [replicas[0]!]
  const lines = await Array.fromAsync(exportLines(store.db, { personal: 'disclosed' }))
  const known = replicas.map(replica => replica.signer.lastNote!)
  expect(await verifyExport(() => lines, { vkey: signer.vkey, known })).toMatchObject({ ok: true, entries: 480 })
  expect(await verifyState(store.db, [people], { vkey: signer.vkey, known })).toMatchObject({ ok: true, faults: [] })
})

it('an entry whose transaction commits late gets a later place, and none is lost or given twice', async () => {
  const { store, signer } = replicas[0]!
  const size = signer.last!.size
  const slow = await store.db.startTransaction().execute()
  const [late] = await add(slow, 'late')
  const [soon] = await store.db.transaction().execute(db => add(db, 'soon'))
  await runRound(store, signer, systemClock)
  await slow.commit().execute()
  await runRound(store, signer, systemClock)
  const places = await store.db
    .selectFrom('ledgerEntry')
    .select(['id', 'leafIndex'])
    .where('id', 'in', [late!, soon!])
    .orderBy('id')
    .execute()
  expect(places).toEqual([
    { id: late, leafIndex: size + 1 },
    { id: soon, leafIndex: size },
  ])
})

it('a replica that finds another one at work leaves it to that one, and waits for nobody', async () => {
  const { store, signer } = replicas[0]!
  const holder = await replicas[1]!.store.db.startTransaction().execute()
  try {
    await holder.selectFrom('ledgerHead').selectAll().forUpdate().execute()
    expect(await runRound(store, signer, systemClock)).toEqual({ kind: 'busy' })
  } finally {
    await holder.rollback().execute()
  }
})
