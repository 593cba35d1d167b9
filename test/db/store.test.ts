import { spawn } from 'node:child_process'
import { rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sql } from 'kysely'
import { migrations } from '#src/store/migrate.ts'
import { openStore } from '#src/store/index.ts'
import type { Store } from '#src/store/index.ts'
import { freshStore } from '../harness.ts'

let store: Store
let fresh: Awaited<ReturnType<typeof freshStore>>

beforeAll(async () => {
  fresh = await freshStore()
  store = await openStore(fresh.config, { onLost: () => undefined })
})
afterAll(async () => {
  await store.close()
  await fresh.remove()
})

describe('both stores', () => {
  test('give numbers as numbers, instants as instants, bytes as bytes, and JSON as values', async () => {
    const { rows } = await sql<
      Record<string, unknown>
    >`select 9007199254740991::bigint as number, '2026-03-29T00:30:00.123456Z'::timestamptz as at, '\\x00ff'::bytea as bytes, '{"a":[1,null]}'::jsonb as json`.execute(
      store.db,
    )
    expect(rows[0]?.['number']).toBe(9_007_199_254_740_991)
    expect(String(rows[0]?.['at'])).toBe('2026-03-29T00:30:00.123456Z')
    expect(rows[0]?.['bytes']).toEqual(Buffer.from([0, 255]))
    expect(rows[0]?.['json']).toEqual({ a: [1, null] })
  })

  test('refuse to round a number that code cannot count', async () => {
    await expect(sql`select 9007199254740993::bigint as n`.execute(store.db)).rejects.toThrow('beyond the integers')
    expect((await sql<{ n: number }>`select 1::bigint as n`.execute(store.db)).rows).toEqual([{ n: 1 }])
  })

  test('work on after any number of failed queries, inside transactions and outside', async () => {
    await sql`create table once_only (n int primary key)`.execute(store.db)
    await sql`insert into once_only values (1)`.execute(store.db)
    for (let i = 0; i < 50; i += 1) {
      await expect(sql`insert into once_only values (1)`.execute(store.db)).rejects.toMatchObject({
        code: '23505',
        constraint: 'once_only_pkey',
      })
      await expect(store.db.transaction().execute(db => sql`select 1 / 0`.execute(db))).rejects.toMatchObject({ code: '22012' })
    }
    expect((await sql<{ n: number }>`select count(*) as n from once_only`.execute(store.db)).rows).toEqual([{ n: 1 }])
  })

  test('know every migration that is written, once', async () => {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(store.db)
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations))
  })
})

describe.runIf(inject('engine') === 'pglite')('the embedded directory', () => {
  const directory = () => (fresh.config.kind === 'embedded' ? fresh.config.directory : '')

  test('belongs to one opener at a time, by whichever path the second one comes', async () => {
    const link = `${directory()}-link`
    await symlink(directory(), link)
    for (const path of [directory(), join(directory(), '.'), link])
      await expect(openStore({ kind: 'embedded', directory: path }, { onLost: () => undefined })).rejects.toMatchObject({
        code: 'directory-in-use',
        message: expect.stringContaining(`process ${process.pid}`),
      })
    await rm(link)
  })

  test('belongs to one process: another one is refused with the holder’s number and what to do', async () => {
    const { code, output } = await openElsewhere(directory())
    expect(code).toBe(2)
    expect(output).toContain(`in use by process ${process.pid}`)
    expect(output).toContain('GUILDHALL_DATA')
  })
})

/** Tries to serve from a directory in a process of its own. */
const openElsewhere = async (directory: string): Promise<{ code: number | null; output: string }> => {
  const child = spawn(process.execPath, ['bin/guildhall.mjs', 'serve'], {
    env: { ...process.env, PORT: '0', GUILDHALL_DATA: directory, DATABASE_URL: '' },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, output }
}
