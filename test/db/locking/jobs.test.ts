import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { jobKind } from '#src/capabilities/jobs/index.ts'
import { insertJob } from '#src/capabilities/jobs/store.ts'
import { putDownRounds, workOff } from '#src/capabilities/jobs/work.ts'
import { freshInstallation, movableClock, openDemo } from '../../harness.ts'

/*
 * Three replicas on one PostgreSQL that all want to work.
 */
const clock = movableClock('2026-12-01T09:00:00Z')
const first = await freshInstallation({ clock })
const others = [await openDemo(first.config.store, first.config.keys, clock), await openDemo(first.config.store, first.config.keys, clock)]
afterAll(async () => {
  for (const other of others) await other.close()
  await first.remove()
})

test('two hundred jobs of three steps: each step is done once, whoever does it', { timeout: 60_000 }, async () => {
  const done: string[] = []
  const kind = jobKind({
    name: 'racing',
    called: 'racing',
    input: z.object({ job: z.number() }),
    schedule: null,
    step({ job }, cursor) {
      const n = z.number().default(0).parse(cursor)
      done.push(`${job}.${n}`)
      return Promise.resolve(n < 2 ? { cursor: n + 1, done: n + 1 } : { done: 3 })
    },
  })
  const replicas = [first, ...others].map(({ store, run }) => ({
    db: store.db,
    clock,
    run,
    kinds: [kind],
    calendar: () => Promise.resolve({ timeZone: 'UTC' }),
    onTrouble: (_: string, error: unknown) => {
      throw error
    },
  }))
  for (let job = 0; job < 200; job += 1)
    await insertJob(first.store.db, { kind: 'racing', key: String(job), input: { job }, dueAt: clock.now(), askedBy: null }, clock.now())
  const steps = await Promise.all(replicas.map((parts, i) => workOff(parts, `replica-${i}`)))
  expect(steps.reduce((sum, n) => sum + n, 0)).toBe(600)
  expect(new Set(done).size).toBe(600)
  expect(done).toHaveLength(600)
})

test('they put a round down together: it is there once', async () => {
  const kind = jobKind({
    name: 'nightly',
    called: 'nightly',
    input: z.object({}),
    schedule: { every: 'day', at: '02:00' },
    step: () => Promise.resolve({ done: 1 }),
  })
  await Promise.all(
    Array.from({ length: 30 }, (_, i) => {
      const { store, run } = [first, ...others][i % 3] ?? first
      return putDownRounds({
        db: store.db,
        clock,
        run,
        kinds: [kind],
        calendar: () => Promise.resolve({ timeZone: 'UTC' }),
        onTrouble: () => undefined,
      })
    }),
  )
  expect(await first.store.db.selectFrom('job').select('key').where('kind', '=', 'nightly').execute()).toEqual([{ key: '2026-12-01' }])
})
