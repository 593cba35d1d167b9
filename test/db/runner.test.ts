import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { z } from 'zod'
import { operation } from '#src/capabilities/operation.ts'
import { createIdentify, createUses } from '#src/capabilities/access/index.ts'
import type { Clock } from '#src/kernel/clock.ts'
import { systemClock } from '#src/kernel/clock.ts'
import type { AnyOperation, Credential, Run } from '#src/kernel/operation.ts'
import { Recorded, refuse } from '#src/kernel/refusal.ts'
import { requestId, version } from '#src/kernel/text.ts'
import { defineEntry } from '#src/ledger/index.ts'
import { createRunner } from '#src/runner.ts'
import { keepHouseOnce } from '#src/store/index.ts'
import type { Db } from '#src/store/index.ts'
import { freshInstallation, movableClock } from '../harness.ts'

/*
 * The runner on operations made for these tests: a table of notes, each change of which is recorded as `noted`.
 */
const noted = defineEntry({ type: 'noted', version: 1, data: z.strictObject({ size: z.int() }), personal: [] })
const about = { kind: 'note', id: 'one', version: null, digest: null }

let guildhall: Awaited<ReturnType<typeof freshInstallation>>
let run: Run
let caller: Credential
const notes = async (): Promise<string[]> =>
  (await sql<{ body: string }>`select body from note order by body`.execute(guildhall.store.db)).rows.map(({ body }) => body)
const entries = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from ledger_entry where type = 'noted'`.execute(guildhall.store.db)).rows[0]?.n ?? -1
const unchanged = async (act: () => Promise<unknown>) => {
  const before = [await notes(), await entries()]
  await expect(act()).rejects.toThrow()
  expect([await notes(), await entries()]).toEqual(before)
}

const runnerOn = (clock: Clock): Run =>
  createRunner({
    store: guildhall.store,
    clock,
    identify: createIdentify({ operatorSecret: null, needsSecondFactor: false, uses: createUses() }),
    onEntries: () => undefined,
  })

beforeAll(async () => {
  guildhall = await freshInstallation()
  run = runnerOn(systemClock)
  caller = await guildhall.as('priya-raman')
  await sql`create table note (body text not null)`.execute(guildhall.store.db)
})
afterAll(() => guildhall.remove())

const note = (change: Partial<AnyOperation> = {}): AnyOperation => ({
  ...operation({
    name: 'write-note',
    summary: 'For these tests.',
    effect: 'write',
    once: true,
    input: z.strictObject({ body: z.string().max(20), requestId: requestId() }),
    output: z.object({ body: z.string() }),
    allows: () => null,
    async run({ body }, { db, record }) {
      await sql`insert into note values (${body})`.execute(db)
      record(noted({ subject: about, data: { size: body.length }, personal: {} }))
      return { body, secret: 'never shown' }
    },
  }),
  ...change,
})

describe('the runner', () => {
  test('commits a change with its entry, and presents only what the output names', async () => {
    const { output, entries: written } = await run(note(), { body: 'first', requestId: 'request-1' }, caller)
    expect(output).toEqual({ body: 'first' })
    expect(written).toHaveLength(1)
    expect(await notes()).toEqual(['first'])
  })

  test('rolls back a write that recorded nothing', () =>
    unchanged(() =>
      run(
        note({ run: (_, { db }) => sql`insert into note values ('silent')`.execute(db as never).then(() => ({ body: 'silent' })) }),
        { body: 'x', requestId: 'request-2' },
        caller,
      ),
    ))

  test('rolls back what had happened when something is thrown later', () =>
    unchanged(() =>
      run(
        note({
          run: async (_, { db }) => {
            await sql`insert into note values ('half')`.execute(db as never)
            throw refuse('conflict', 'changed-mind', 'No.', 'Yes.')
          },
        }),
        { body: 'x', requestId: 'request-3' },
        caller,
      ),
    ))

  test('keeps a read from writing, whatever its code tries', () =>
    unchanged(() =>
      run(
        note({
          effect: 'read',
          run: (_, { db }) => sql`insert into note values ('sneaked')`.execute(db as never).then(() => ({ body: '' })),
        }),
        { body: 'x', requestId: 'request-4' },
        caller,
      ),
    ))

  test('refuses before anything is touched what `allows` refuses', () =>
    unchanged(() =>
      run(note({ allows: () => refuse('forbidden', 'never', 'No.', 'Nobody can.') }), { body: 'x', requestId: 'request-5' }, caller),
    ))

  test('does long work ahead for nobody who may not ask, and while no transaction is open', async () => {
    let worked = 0
    const long = (change: Partial<AnyOperation> = {}): AnyOperation => ({
      ...note(),
      async ahead(input) {
        worked += 1
        // Another change goes through meanwhile, on a store of one connection as well.
        await run(note(), { body: `beside ${worked}`, requestId: `beside-${worked}-request` }, caller)
        return `${JSON.stringify(input)} read`
      },
      async run(input, context, target) {
        expect(context.ahead).toContain('read')
        return note().run(input, context, target)
      },
      ...change,
    })
    await unchanged(() =>
      run(long({ allows: () => refuse('forbidden', 'not-yours', 'No.', 'Ask.') }), { body: 'f', requestId: 'long-request-1' }, caller),
    )
    expect(worked).toBe(0)
    await run(long(), { body: 'long', requestId: 'long-request-2' }, caller)
    expect(worked).toBe(1)
    expect(await notes()).toEqual(expect.arrayContaining(['beside 1', 'long']))
  })

  test('gives a repeated request its first answer, and does nothing again', async () => {
    const request = { body: 'once', requestId: 'request-6' }
    const answers = [await run(note(), request, caller), await run(note(), request, caller), await run(note(), request, caller)]
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect((await notes()).filter(body => body === 'once')).toHaveLength(1)
  })

  test('keeps an answer for a day to the second; after it the same request does its work anew', async () => {
    const clock = movableClock('2027-03-01T09:00:00Z')
    const program: Credential = { kind: 'system', job: 'test' }
    const later = runnerOn(clock)
    const request = { body: 'kept a day', requestId: 'request-a-day' }
    const times = async () => (await notes()).filter(body => body === request.body).length
    const keptHouse = async (duration: Temporal.DurationLike) => {
      clock.move(duration)
      await keepHouseOnce(guildhall.store, clock.now())
      return later(note(), request, program)
    }
    const first = await later(note(), request, program)
    expect(await keptHouse({ hours: 23, minutes: 59, seconds: 59 })).toEqual(first)
    expect(await keptHouse({ seconds: 1 })).toEqual(first)
    expect(await times()).toBe(1)
    const anew = await keptHouse({ seconds: 1 })
    expect(anew.output).toEqual(first.output)
    expect(anew.entries).not.toEqual(first.entries)
    expect(await times()).toBe(2)
  })

  test('gives many copies of a request that arrive together one effect', async () => {
    const request = { body: 'together', requestId: 'request-7' }
    const answers = await Promise.all(Array.from({ length: 50 }, () => run(note(), request, caller)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect((await notes()).filter(body => body === 'together')).toHaveLength(1)
  })

  /** Two copies at work at one moment; on a store of one connection the second begins once the first is done. */
  const copies = async (request: { body: string; requestId: string }, second: (db: Db, atWork: () => void) => Promise<void>) => {
    const [atWork, goOn, bothAtWork] = Array.from({ length: 3 }, () => Promise.withResolvers<void>())
    let times = 0
    const slow = note({
      async run(input, context, target) {
        times += 1
        if (times === 1) {
          atWork?.resolve()
          await goOn?.promise
        } else await second(context.db as Db, () => bothAtWork?.resolve())
        return note().run(input, context, target)
      },
    })
    const first = run(slow, request, caller)
    await atWork?.promise
    const again = run(slow, request, caller)
    await Promise.race([bothAtWork?.promise, sleep(300)])
    goOn?.resolve()
    expect(await again).toEqual(await first)
    expect((await notes()).filter(body => body === request.body)).toHaveLength(1)
  }

  test('has a request that is repeated while it runs wait for its own answer', () =>
    copies({ body: 'slow', requestId: 'request-slow' }, async (_, atWork) => atWork()))

  test('does so also where the database had asked it to begin again before', () => {
    let tries = 0
    return copies({ body: 'twice slow', requestId: 'request-twice-slow' }, async (_, atWork) => {
      tries += 1
      if (tries === 1) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
      atWork()
    })
  })

  test('answers a copy that is refused for what its own first copy did meanwhile as that one was', () =>
    copies({ body: 'only one', requestId: 'request-only-one' }, async (db, atWork) => {
      atWork()
      for (let looked = 0; looked < 100; looked += 1) {
        const there = await sql`select from note where body = 'only one'`.execute(db)
        if (there.rows.length > 0) throw refuse('conflict', 'there-is-one', 'There is one.', 'Be content.')
        await sleep(20)
      }
    }))

  test('keeps what an expected no of a create leaves, once', async () => {
    const before = await entries()
    const refusing = note({
      async run(input, context, target) {
        await note().run(input, context, target)
        throw new Recorded(refuse('forbidden', 'wrong', 'Wrong.', 'Try again.'))
      },
    })
    await expect(run(refusing, { body: 'refused', requestId: 'request-refused' }, caller)).rejects.toMatchObject({ code: 'wrong' })
    expect((await notes()).filter(body => body === 'refused')).toHaveLength(1)
    expect(await entries()).toBe(before + 1)
  })

  test('refuses a request id that comes with other content, and one person’s id is not another’s', async () => {
    await run(note(), { body: 'mine', requestId: 'request-8' }, caller)
    await expect(run(note(), { body: 'other', requestId: 'request-8' }, caller)).rejects.toMatchObject({
      kind: 'mismatch',
      code: 'request-id-reused',
    })
    await run(note(), { body: 'theirs', requestId: 'request-8' }, await guildhall.as('jonas-weber'))
    expect(await notes()).toEqual(expect.arrayContaining(['mine', 'theirs']))
  })

  test('asks for the request id of a create and the version of a change before anything else', async () => {
    await expect(run(note(), { body: 'x' }, caller)).rejects.toMatchObject({ kind: 'precondition-missing', code: 'request-id-required' })
    const versioned = note({
      once: undefined as never,
      input: z.strictObject({ body: z.string(), version: version() }),
      target: () => Promise.resolve({ version: 3 }),
    })
    await expect(run(versioned, { body: 'x' }, caller)).rejects.toMatchObject({ kind: 'precondition-missing', code: 'version-required' })
    await expect(run(versioned, { body: 'x', version: 2 }, caller)).rejects.toMatchObject({ kind: 'stale', code: 'changed-meanwhile' })
    expect((await run(versioned, { body: 'x', version: 3 }, caller)).output).toEqual({ body: 'x' })
  })

  test('runs a transaction again that the database asks to repeat, and gives up after three tries', async () => {
    let tries = 0
    const flaky = (failures: number) =>
      note({
        run: (_, { record }) => {
          tries += 1
          if (tries <= failures) throw Object.assign(new Error('could not serialize access'), { code: '40001' })
          record(noted({ subject: about, data: { size: 1 }, personal: {} }))
          return Promise.resolve({ body: 'at last' })
        },
      })
    expect((await run(flaky(2), { body: 'x', requestId: 'request-9' }, caller)).output).toEqual({ body: 'at last' })
    tries = 0
    await expect(run(flaky(3), { body: 'x', requestId: 'request-10' }, caller)).rejects.toThrow('could not serialize')
  })

  test('takes a sign-in that has ended for none, from the very next call', async () => {
    const soonGone = await guildhall.as('sofia-marques')
    await run(guildhall.program.signIn.endSession, {}, soonGone)
    await expect(run(note(), { body: 'x', requestId: 'request-11' }, soonGone)).rejects.toMatchObject({
      kind: 'unauthenticated',
      code: 'session-ended',
    })
  })

  test('says that the store is away when it is, and nothing else', async () => {
    const gone = note({ run: () => Promise.reject(Object.assign(new Error('terminating connection'), { code: '57P01' })) })
    await expect(run(gone, { body: 'x', requestId: 'request-12' }, caller)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'store-unavailable',
    })
  })
})
