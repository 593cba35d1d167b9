import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { jobKind } from '#src/capabilities/jobs/index.ts'
import type { JobKind } from '#src/capabilities/jobs/index.ts'
import { jobById, newestJobs } from '#src/capabilities/jobs/store.ts'
import { putDownRounds, startWork, workOff } from '#src/capabilities/jobs/work.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { freshInstallation, movableClock } from '../harness.ts'

const clock = movableClock('2026-12-01T09:00:00Z')
let guildhall: Awaited<ReturnType<typeof freshInstallation>>
let trouble: string[] = []
beforeAll(async () => {
  guildhall = await freshInstallation({ clock })
})
afterAll(() => guildhall.remove())
beforeEach(async () => {
  trouble = []
  await guildhall.store.db.deleteFrom('job').execute()
})

const parts = (kinds: readonly JobKind[]) => ({
  db: guildhall.store.db,
  clock,
  run: guildhall.run,
  kinds,
  calendar: () => Promise.resolve({ timeZone: 'Europe/Berlin' }),
  onTrouble: (kind: string, error: unknown) => void trouble.push(`${kind}: ${String(error)}`),
})
const all = () => newestJobs(guildhall.store.db, { limit: 100, open: false })

/** Counts to seven, three at a time. */
const counting = (seen: number[]) =>
  jobKind({
    name: 'counting',
    called: 'counting',
    input: z.object({}),
    schedule: { every: 'day', at: '02:00' },
    step(_, cursor) {
      const from = z.number().default(0).parse(cursor)
      const to = Math.min(7, from + 3)
      for (let n = from; n < to; n += 1) seen.push(n)
      return Promise.resolve(to < 7 ? { cursor: to, done: to, of: 7 } : { done: 7, of: 7 })
    },
  })

describe('a job', () => {
  test('goes on where its last step ended, and says how far it is', async () => {
    const seen: number[] = []
    await putDownRounds(parts([counting(seen)]))
    expect(await workOff(parts([counting(seen)]), 'one')).toBe(3)
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(await all()).toMatchObject([{ kind: 'counting', state: 'done', done: 7, ofAll: 7, key: '2026-12-01' }])
  })

  test('is put down once a round, however often and from wherever one looks; of missed rounds only the newest', async () => {
    const kinds = [counting([])]
    await putDownRounds(parts(kinds))
    await putDownRounds(parts(kinds))
    clock.move({ hours: 24 * 45 })
    await putDownRounds(parts(kinds))
    clock.move({ hours: -24 })
    await putDownRounds(parts(kinds))
    clock.move({ hours: 24 - 24 * 45 })
    await putDownRounds(parts(kinds))
    expect((await all()).map(({ key }) => key).sort()).toEqual(['2026-12-01', '2027-01-14', '2027-01-15'])
  })

  test('that fails is tried again later, and given up in the end; what the operator reads holds nobody’s data', async () => {
    const failing = jobKind({
      name: 'failing',
      called: 'failing',
      input: z.object({}),
      schedule: { every: 'day', at: '02:00' },
      step: () => Promise.reject(new Error('person@example.com was not found')),
    })
    await putDownRounds(parts([failing]))
    expect(await workOff(parts([failing]), 'one')).toBe(0)
    expect(await all()).toMatchObject([{ state: 'waiting', tries: 1, trouble: 'fault' }])
    for (let i = 0; i < 10; i += 1) {
      clock.move({ hours: 2 })
      await workOff(parts([failing]), 'one')
    }
    expect(await all()).toMatchObject([{ state: 'failed', tries: 6 }])
    expect(trouble).toHaveLength(6)
    clock.move({ hours: -20 })
  })

  test('keeps what it has done when a later step fails, and forgets its trouble with the next that succeeds', async () => {
    let fail = true
    const seen: number[] = []
    const kind = counting(seen)
    const shaky: JobKind = {
      ...kind,
      step: (input, cursor, context) =>
        cursor === 3 && fail ? Promise.reject(refuse('unavailable', 'not-now', 'Not now.', 'Later.')) : kind.step(input, cursor, context),
    }
    await putDownRounds(parts([shaky]))
    await workOff(parts([shaky]), 'one')
    expect(await all()).toMatchObject([{ state: 'waiting', done: 3, cursor: 3, tries: 1, trouble: 'not-now: Not now.' }])
    fail = false
    clock.move({ minutes: 1 })
    await workOff(parts([shaky]), 'one')
    expect(await all()).toMatchObject([{ state: 'done', done: 7, tries: 0, trouble: null }])
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6])
    clock.move({ minutes: -1 })
  })

  test('of a process that died is taken over once its lease has run out, and what the dead one writes late counts no more', async () => {
    const seen: number[] = []
    const kind = counting(seen)
    let wake: () => void = () => undefined
    const sleeping: JobKind = {
      ...kind,
      step: (...given) => new Promise(resolve => (wake = () => resolve(kind.step(...given)))),
    }
    await putDownRounds(parts([kind]))
    const dead = workOff(parts([sleeping]), 'dead')
    await expect.poll(async () => (await all())[0]?.state).toBe('running')
    expect(await workOff(parts([kind]), 'other')).toBe(0)
    clock.move({ minutes: 3 })
    expect(await workOff(parts([kind]), 'other')).toBe(3)
    wake()
    await dead
    expect(await all()).toMatchObject([{ state: 'done', done: 7 }])
    clock.move({ minutes: -3 })
  })

  test('is stopped by an administrator after the step that it is at', async () => {
    const [job] = await (async () => {
      await putDownRounds(parts([counting([])]))
      return all()
    })()
    const { run, program } = guildhall
    const administrator = await guildhall.as('grace-mbeki')
    const { output } = await run(program.named('cancel-job'), { job: job?.id }, administrator)
    expect(output).toMatchObject({ state: 'cancelled' })
    expect(await workOff(parts([counting([])]), 'one')).toBe(0)
    await expect(run(program.named('cancel-job'), { job: job?.id }, administrator)).rejects.toMatchObject({ code: 'job-over' })
    await expect(run(program.named('cancel-job'), { job: job?.id }, await guildhall.as('priya-raman'))).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('that goes on for long keeps no round of another waiting for its end, in one process neither', async () => {
    const seen: string[] = []
    const short = jobKind({
      name: 'short',
      called: 'short',
      input: z.object({}),
      schedule: { every: 'minutes', minutes: 1 },
      step: () => Promise.resolve((seen.push('short'), { done: 1 })),
    })
    const long = jobKind({
      name: 'long',
      called: 'long',
      input: z.object({}),
      schedule: { every: 'day', at: '02:00' },
      async step(_, cursor) {
        const n = z.number().default(0).parse(cursor)
        seen.push('long')
        clock.move({ seconds: 7 })
        await sleep(30)
        return n < 40 ? { cursor: n + 1, done: n } : { done: n }
      },
    })
    const stop = startWork(parts([long, short]), 10)
    await expect.poll(() => seen.filter(each => each === 'long').length, { timeout: 10_000 }).toBe(41)
    await stop()
    const first = seen.indexOf('long')
    expect(seen.slice(first, seen.lastIndexOf('long')).filter(each => each === 'short').length).toBeGreaterThanOrEqual(3)
  })

  test('that is none is said to be none', async () => {
    const { run, program } = guildhall
    const administrator = await guildhall.as('grace-mbeki')
    for (const name of ['show-job', 'cancel-job'])
      await expect(run(program.named(name), { job: '018f0000-0000-7000-8000-000000000000' }, administrator)).rejects.toMatchObject({
        code: 'no-such-job',
      })
  })

  test('that has a schedule can be started besides it, once a request', async () => {
    const { run, program } = guildhall
    const administrator = await guildhall.as('grace-mbeki')
    const input = { kind: 'keep-promises', requestId: 'start-it-now' }
    const { output } = await run(program.named('start-job'), input, administrator)
    expect((await run(program.named('start-job'), input, administrator)).output).toEqual(output)
    expect(await workOff(parts(program.jobs), 'one')).toBe(1)
    expect(await jobById(guildhall.store.db, (output as { id: string }).id)).toMatchObject({ state: 'done', askedBy: 'grace-mbeki' })
    const listed = (await run(program.named('list-jobs'), {}, administrator)).output
    expect(listed).toMatchObject({
      kinds: expect.arrayContaining([
        expect.objectContaining({ name: 'keep-promises', schedule: 'every 1 minutes', last: expect.objectContaining({ state: 'done' }) }),
      ]),
    })
  })
})
