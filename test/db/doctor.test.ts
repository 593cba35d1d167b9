import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertJob } from '#src/capabilities/jobs/store.ts'
import { freshStore, openDemo, root, startServer } from '../harness.ts'

/* What the doctor says of jobs, with the data to itself and where a server has it. */
let fresh: Awaited<ReturnType<typeof freshStore>>
let environment: NodeJS.ProcessEnv
let databaseUrl: string | undefined
beforeAll(async () => {
  fresh = await freshStore()
  databaseUrl = fresh.config.kind === 'postgres' ? fresh.config.url : undefined
  environment = { ...process.env, GUILDHALL_DATA: fresh.data, GUILDHALL_DEMO: '1', DATABASE_URL: databaseUrl ?? '' }
})
afterAll(() => fresh.remove())

const doctor = async () => {
  const child = spawn(process.execPath, [join(root, 'bin', 'guildhall.mjs'), 'doctor'], { env: environment })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, out }
}

/** A round that ended later than any other will. */
const ended = async (state: 'done' | 'failed') => {
  const { store, close } = await openDemo(fresh.config, fresh.keys)
  const key = `${state} in the end`
  const now = Temporal.Now.instant()
  await insertJob(store.db, { kind: 'act-on-findings', key, input: {}, dueAt: now, askedBy: null }, now)
  const endedAt = state === 'failed' ? '2990-01-01T00:00:00Z' : '2991-01-01T00:00:00Z'
  const trouble = state === 'failed' ? 'fault' : null
  await store.db.updateTable('job').set({ state, trouble, endedAt }).where('key', '=', key).execute()
  await close()
}

describe('the doctor', () => {
  test('says how the jobs stand, and is content where none was given up', async () => {
    const { code, out } = await doctor()
    expect(out).toMatch(/Jobs +none at work, \d+ waiting/)
    expect(out).toMatch(/the nightly look at everything: never yet/)
    expect(out).toMatch(/next: what rules do by themselves at night, \d{4}-\d\d-\d\d 03:00 UTC/)
    expect(code).toBe(0)
  })

  test(
    'is not where one was given up, until a later round ends well; a server that has the data says so, too',
    { timeout: 60_000 },
    async () => {
      await ended('failed')
      const attention = /Attention +given up 2990-01-01 00:00 UTC: what rules do by themselves at night \(fault\)/
      const alone = await doctor()
      expect(alone.out).toMatch(attention)
      expect(alone.code).toBe(1)
      const served = async (look: () => Promise<void>) => {
        const server = await startServer({ data: fresh.data, databaseUrl })
        try {
          await look()
        } finally {
          await server.stop()
        }
      }
      await served(async () => {
        const { code, out } = await doctor()
        expect(out).toMatch(attention)
        expect(code).toBe(1)
      })
      await ended('done')
      await served(async () => expect((await doctor()).code).toBe(0))
    },
  )
})
