import { beforeAll, expect, it } from 'vitest'
import { openStore } from '#src/store/index.ts'
import type { Store } from '#src/store/index.ts'
import { freshStore } from '../harness.ts'
import { runAttacks, runHonest } from '../ledger/programme.ts'

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
})

it('1,000 attacks by somebody with all database rights are found, and the first bad entry or row is named', async () => {
  expect(await runAttacks(store.db, keys, { seed: 1_000, count: 1_000 })).toEqual({ run: 1_000, missed: [] })
})

it('200 honest ledgers raise no alarm', async () => {
  expect(await runHonest(store.db, keys, { seed: 2_000, count: 200 })).toEqual([])
})
