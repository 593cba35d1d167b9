import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { resealEverything } from '#src/capabilities/vault/index.ts'
import { openStore } from '#src/store/index.ts'
import type { Db, Store } from '#src/store/index.ts'
import { deleteUnusedKeys, placeIn, readKeySource } from '#src/vault/index.ts'
import { freshStore } from '../../harness.ts'
import { columns, drawer, makeDrawer, newKeyText, noteOf, notes, openReplica } from '../../vault/world.ts'
import type { Replica } from '../../vault/world.ts'

let store: Store
let open: () => Replica
let replica: Replica

beforeAll(async () => {
  const fresh = await freshStore()
  store = await openStore(fresh.config, { onLost: () => undefined })
  await makeDrawer(store)
  const sources = readKeySource(
    { GUILDHALL_KEY: newKeyText() },
    { dataDirectory: join(dirname(fresh.keys), 'data'), installation: 'locking' },
  )
  open = () => openReplica(store, sources)
  return async () => {
    await store.close()
    await fresh.remove()
  }
})
beforeEach(async () => {
  await sql`truncate drawer, data_key`.execute(store.db)
  replica = open()
})

const keys = () => store.db.selectFrom('dataKey').selectAll().execute()
const startNewKey = (by: Replica) => by.call(by.keys.rotateDataKeys, { requestId: crypto.randomUUID() })

/** A transaction that has done something and stays open until it is let go. */
const holdOpen = async (work: (db: Db) => Promise<unknown>): Promise<{ letGo(): Promise<void> }> => {
  const { promise: done, resolve: isDone } = Promise.withResolvers<void>()
  const { promise: go, resolve: letGo } = Promise.withResolvers<void>()
  const transaction = store.db.transaction().execute(async db => {
    await work(db)
    isDone()
    await go
  })
  await Promise.race([done, transaction])
  return {
    async letGo() {
      letGo()
      await transaction
    },
  }
}

const waitingForLocks = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(store.db)
  return rows[0]?.n ?? 0
}

/** That starting a new key waits for somebody, who is then let go. */
const expectToWait = async (holder: { letGo(): Promise<void> }): Promise<void> => {
  let started = false
  const starting = startNewKey(open()).then(() => (started = true))
  try {
    await expect.poll(waitingForLocks, { timeout: 5_000 }).toBeGreaterThan(0)
    expect(started).toBe(false)
  } finally {
    await holder.letGo()
    await starting
  }
}

const holdNote = (id: string) => holdOpen(db => sql`select from drawer where id = ${id} for update`.execute(db))

describe('a new data key', () => {
  test('passes over a secret that somebody is changing, keeps its key, and comes back', async () => {
    await replica.seal(notes(3))
    await startNewKey(replica)
    const holder = await holdNote('n0001')
    try {
      expect(await replica.finish()).toBe(2)
      expect(await keys()).toHaveLength(2)
    } finally {
      await holder.letGo()
    }
    expect(await replica.finish()).toBe(1)
    expect(await keys()).toHaveLength(1)
    expect(await open().openAll(noteOf)).toBe(3)
  })

  test('comes back by itself to a secret that was let go meanwhile', async () => {
    await replica.seal(notes(3))
    await startNewKey(replica)
    const holder = await holdNote('n0001')
    const pages: number[] = []
    const lettingGo: Replica['call'] = async (operation, input) => {
      if (pages.length > 0) await holder.letGo()
      return replica.call(operation, input)
    }
    try {
      expect(await resealEverything(lettingGo, replica.keys, resealed => pages.push(resealed))).toBe(3)
      expect(pages[0]).toBe(2)
    } finally {
      await holder.letGo()
    }
    expect(await keys()).toHaveLength(1)
  })

  test('waits for whoever seals under the old one, so that no secret is left without its key', async () => {
    await replica.seal({ a: noteOf('a') })
    const sealing = await holdOpen(async db => {
      const sealed = await replica.vault.seal(
        { db, now: Temporal.Now.instant(), record: () => undefined },
        placeIn(drawer, 'b'),
        noteOf('b'),
      )
      await sql`insert into drawer values ('b', ${sealed})`.execute(db)
    })
    await expectToWait(sealing)
    expect(await replica.finish()).toBe(2)
    expect(await keys()).toHaveLength(1)
    expect(await open().openAll(noteOf)).toBe(2)
  })

  test('is not started while somebody decides which keys are unused', async () => {
    await replica.seal(notes(2))
    await expectToWait(await holdOpen(db => deleteUnusedKeys(db, columns)))
    expect(await open().openAll(noteOf)).toBe(2)
  })

  test('is one, however many start one at once, and every secret opens', async () => {
    await replica.seal(notes(10))
    const replicas = Array.from({ length: 5 }, open)
    await Promise.all([...replicas.map(startNewKey), ...replicas.map((each, i) => each.seal({ [`n000${i}`]: noteOf(`n000${i}`) }))])
    expect((await keys()).filter(({ state }) => state === 'current')).toHaveLength(1)
    await Promise.all(replicas.map(each => each.finish()))
    await replica.finish()
    expect(await keys()).toHaveLength(1)
    expect(await open().openAll(noteOf)).toBe(10)
  })
})
