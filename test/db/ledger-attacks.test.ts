import { beforeAll, expect, it } from 'vitest'
import { openStore } from '#src/store/index.ts'
import type { Store } from '#src/store/index.ts'
import { freshStore } from '../harness.ts'
import { attacks } from '../ledger/attacks.ts'
import { runAttacks, runHonest } from '../ledger/programme.ts'

// A small share of test/faults/ledger-attacks.test.ts, so that a hole shows with every run.
let store: Store
let keys: string
beforeAll(async () => {
  const fresh = await freshStore()
  store = await openStore(fresh.config, { onLost: () => undefined })
  keys = fresh.keys
  return async () => {
    await store.close()
    await fresh.remove()
  }
}, 60_000)

it('every kind of attack by somebody with all database rights is found, and the first bad entry or row is named', async () => {
  expect(await runAttacks(store.db, keys, { seed: 1, count: attacks.length })).toEqual({ run: attacks.length, missed: [] })
})

it('an honest ledger raises no alarm', async () => {
  expect(await runHonest(store.db, keys, { seed: 1, count: 5 })).toEqual([])
})
