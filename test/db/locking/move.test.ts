import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Installation } from '#src/installation.ts'
import { newestCheckpoint } from '#src/ledger/index.ts'
import { copyStore, openStore } from '#src/store/index.ts'
import { openDemo, scratch } from '../../harness.ts'
import { freshDatabase } from '../../postgres/fresh.ts'

/*
 * From the embedded database to PostgreSQL: everything arrives, the ledger ends with the same head, and work goes on.
 */
const watch = { onLost: () => undefined }
let directory: Awaited<ReturnType<typeof scratch>>
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  ;[directory, database] = await Promise.all([scratch(), freshDatabase()])
})
afterAll(async () => {
  await database.drop()
  await directory.remove()
})

const use = async ({ run, program }: Installation, solutions: number) => {
  const { output } = await run(program.signIn.startDemoSession, { person: 'priya-raman' }, { kind: 'none' })
  const credential = { kind: 'session', secret: (output as { secret: string }).secret } as const
  for (let n = 0; n < solutions; n += 1)
    await run(
      program.named('register-solution'),
      { name: `Žluťoučký № ${n} 🐎`, purpose: 'Line one\nline “two”', facts: { audience: 'my-team' }, requestId: `move-test-${n}` },
      credential,
    )
  return (await run(program.named('list-solutions'), { limit: 100 }, credential)).output
}

test('moves every row and the ledger’s head, and numbers go on where they stood', async () => {
  const keys = join(directory.path, 'keys')
  const target = { kind: 'postgres', url: database.url } as const
  const embedded = await openDemo({ kind: 'embedded', directory: directory.path }, keys)
  await embedded.run(embedded.program.named('add-demo-people'), {}, { kind: 'system', job: 'test' })
  const before = await use(embedded, 30)
  await embedded.sequencer.settled()
  await embedded.sequencer.stop()

  const copy = await openStore(target, watch)
  const counted: Record<string, number> = {}
  await copyStore(embedded.store, copy, (table, rows) => (counted[table] = rows))
  expect(counted).toMatchObject({ person: 14, solution: 30, ledger_head: 1 })
  expect((await newestCheckpoint(copy.db))?.note).toBe((await newestCheckpoint(embedded.store.db))?.note)
  await expect(copyStore(embedded.store, copy, () => undefined)).rejects.toMatchObject({ code: 'target-not-empty' })
  await copy.close()
  await embedded.close()

  const moved = await openDemo(target, keys)
  try {
    expect(await use(moved, 30)).toEqual(before)
    const { output } = await moved.run(moved.program.signIn.startDemoSession, { person: 'jonas-weber' }, { kind: 'none' })
    const created = await moved.run(
      moved.program.named('register-solution'),
      { name: 'After', purpose: 'After.', facts: {}, requestId: 'after-the-move' },
      { kind: 'session', secret: (output as { secret: string }).secret },
    )
    expect(created.output).toMatchObject({ key: 'SOL-0031' })
    await moved.sequencer.settled()
    expect(moved.sequencer.state().alarm).toBeNull()
    const report = (await moved.run(moved.program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })).output
    expect(report).toMatchObject({ ok: true, faults: [] })
  } finally {
    await moved.close()
  }
})

test('a target that breaks halfway is left as it was', async () => {
  const source = await scratch()
  await cp(inject('embeddedTemplate'), join(source.path, 'db'), { recursive: true })
  const from = await openStore({ kind: 'embedded', directory: source.path }, watch)
  await from.db.insertInto('ledgerCheckpoint').values({ size: 1, note: 'x', at: '2026-01-01T00:00:00Z' }).execute()
  const empty = await freshDatabase()
  const to = await openStore({ kind: 'postgres', url: empty.url }, watch)
  await expect(
    copyStore(from, to, table => {
      if (table === 'ledger_tile') throw new Error('the line broke')
    }),
  ).rejects.toThrow('the line broke')
  expect(await to.db.selectFrom('ledgerCheckpoint').selectAll().execute()).toEqual([])
  await to.close()
  await from.close()
  await empty.drop()
  await source.remove()
})
