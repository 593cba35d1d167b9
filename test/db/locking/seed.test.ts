import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { fillDemo } from '#src/demo.ts'
import type { Seed } from '#src/store/seed-file.ts'
import type { StoreConfig } from '#src/store/index.ts'
import { openStore, plantSeed, takeSeed, writeSeedFile } from '#src/store/index.ts'
import { openDemo, scratch } from '../../harness.ts'
import { freshDatabase } from '../../postgres/fresh.ts'

/* A seed says what a database holds, whichever of the two stores held it. */

const undo: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const each of undo.toReversed()) await each()
})
const embedded = async (): Promise<StoreConfig> => {
  const { path, remove } = await scratch()
  undo.push(remove)
  await cp(inject('embeddedTemplate'), join(path, 'db'), { recursive: true })
  return { kind: 'embedded', directory: path }
}
const postgres = async (): Promise<StoreConfig> => {
  const { url, drop } = await freshDatabase()
  undo.push(drop)
  return { kind: 'postgres', url }
}
const planted = async (seed: Seed, config: StoreConfig): Promise<Seed> => {
  const store = await openStore(config, { onLost: () => undefined })
  await store.db.transaction().execute(db => plantSeed(db, seed))
  const taken = await takeSeed(store.db)
  await store.close()
  return taken
}

test('every row goes from either store to either store and is the same there, and the file too', { timeout: 120_000 }, async () => {
  for (const home of [embedded, postgres]) {
    const keys = await scratch()
    undo.push(keys.remove)
    const demo = await openDemo(await home(), keys.path)
    await fillDemo(demo)
    const { output } = await demo.run(demo.program.signIn.startDemoSession, { person: 'priya-raman' }, { kind: 'none' })
    const priya = { kind: 'session', secret: (output as { secret: string }).secret } as const
    const awkward = {
      name: 'Žluťoučký № {1} 🐎',
      purpose: 'One\nline “two”, \\back, "quote", NULL',
      facts: {},
      requestId: 'awkward-text-1',
    }
    await demo.run(demo.program.named('register-solution'), awkward, priya)
    const seed = await takeSeed(demo.store.db)
    await demo.close()
    const file = await writeSeedFile(seed)
    for (const away of [embedded, postgres]) {
      const there = await planted(seed, await away())
      expect(there).toEqual(seed)
      expect((await writeSeedFile(there)).equals(file)).toBe(true)
    }
  }
})
