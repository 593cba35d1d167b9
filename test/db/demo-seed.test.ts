import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { tellContent } from '#src/demo-content.ts'
import { fillDemo } from '#src/demo.ts'
import { loadDemo } from '#src/demo-seed.ts'
import type { Installation } from '#src/installation.ts'
import type { Clock } from '#src/kernel/clock.ts'
import type { Seed } from '#src/store/seed-file.ts'
import { openStore, readSeedFile, takeSeed, writeSeedFile } from '#src/store/index.ts'
import { freshStore, movableClock, openDemo, root, scratch, startServer } from '../harness.ts'

/*
 * A demo that begins from a seed: whole or not at all, proven by its ledger, with a time of its own. The seed is that of the small
 * demo, lived in the spring of 2026; where the shipped one is there, that too.
 */
const shipped = join(root, 'demo', 'company.seed')
const until = '2026-03-02T09:00:00Z'
const later = () => movableClock('2027-01-04T10:00:00.000123Z')

let place: Awaited<ReturnType<typeof scratch>>
let small: string
let seed: Seed
const undo: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  place = await scratch()
  const fresh = await freshStore()
  const demo = await openDemo(fresh.config, fresh.keys, movableClock(until))
  await fillDemo(demo)
  seed = await takeSeed(demo.store.db)
  small = join(place.path, 'small.seed')
  await writeFile(small, await writeSeedFile(seed))
  await demo.close()
  await fresh.remove()
})
afterAll(async () => {
  for (const each of undo.toReversed()) await each()
  await place.remove()
})

/** Opens demos on one fresh store, as replicas or one after the other; each says why it did not take the seed. */
const beginning = async (path: string, wall: Clock = later()) => {
  const fresh = await freshStore()
  undo.push(fresh.remove)
  return {
    fresh,
    async open(): Promise<{ demo: Installation; why: string | null }> {
      let why: string | null = null
      const demo = await openDemo(fresh.config, fresh.keys, wall, (store, { governed }) =>
        loadDemo(store, { seed: path, governed, wall, onUnfit: ({ message }) => (why = message) }),
      )
      undo.push(demo.close)
      await fillDemo(demo)
      return { demo, why }
    },
  }
}

const isSound = async ({ run, program, sequencer }: Installation) => {
  await sequencer.settled()
  const { output } = await run(program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
  expect(output).toMatchObject({ ok: true, faults: [], ledger: { ok: true } })
  return output as { ledger: { entries: number; signed: number } }
}

describe.each([['the small one', () => small], ...(existsSync(shipped) ? [['the shipped one', () => shipped] as const] : [])] as const)(
  'a demo that is loaded, %s',
  (_, pathOf) => {
    test('is proven to its ledger’s head, shows its pages to its people, and goes on from its own time', async () => {
      const wall = later()
      const { open } = await beginning(pathOf(), wall)
      const { demo, why } = await open()
      expect(why).toBeNull()
      const { ledger } = await isSound(demo)
      expect(ledger.signed).toBe(ledger.entries)

      const { run, program, store, clock } = demo
      const { output } = await run(program.signIn.startDemoSession, { person: 'priya-raman' }, { kind: 'none' })
      const priya = { kind: 'session', secret: (output as { secret: string }).secret } as const
      const ask = async (name: string, input: object = {}) => (await run(program.named(name), input, priya)).output
      const listed = (await ask('list-solutions', { limit: 100 })) as { total: number; solutions: { key: string }[] }
      expect(listed.total).toBeGreaterThan(0)
      await ask('show-solution', { key: listed.solutions[0]?.key })
      await ask('list-findings')
      await ask('list-my-solutions')

      const newest = await store.db.selectFrom('ledgerEntry').select('at').where('type', '=', 'demo-loaded').executeTakeFirstOrThrow()
      const before = clock.now()
      expect(before.since(newest.at).total('milliseconds')).toBeLessThan(1)
      wall.move({ hours: 30 })
      expect(clock.now().since(before).total('hours')).toBe(30)
      const me = (await run(program.named('show-me'), {}, { kind: 'none' })).output as { now: string }
      expect(me.now).toBe(clock.now().toString())
      // What a request does there is of that time.
      await expect(ask('show-me')).rejects.toMatchObject({ code: 'session-ended' })
    })
  },
)

test.runIf(existsSync(shipped))('what its flow wrote waits for a person, told once however many begin at once', async () => {
  const { open } = await beginning(shipped)
  const { demo } = await open()
  await Promise.all([tellContent(demo), tellContent(demo)])
  await tellContent(demo)
  const { output } = await demo.run(demo.program.signIn.startDemoSession, { person: 'hanna-lindqvist' }, { kind: 'none' })
  const reviewer = { kind: 'session', secret: output.secret } as const
  const listed = async (standing: 'waiting' | 'over') =>
    (await demo.run(demo.program.named('list-content-reviews'), { view: 'all', standing }, reviewer)).output
  expect(await listed('waiting')).toMatchObject({ contents: [{ verdict: 'waiting' }, { verdict: 'waiting' }], next: null })
  expect(await listed('over')).toMatchObject({ contents: [{ verdict: 'rejected' }], next: null })
  await isSound(demo)
})

describe('a demo', () => {
  test('opened again, or by another replica, has the same time and is not loaded again', async () => {
    const { open } = await beginning(small)
    const { demo: first } = await open()
    const time = first.clock.now().toString()
    const entries = (await isSound(first)).ledger.entries
    if (inject('engine') === 'pglite') await undo.pop()?.()
    const { demo: second } = await open()
    expect(second.clock.now().toString()).toBe(time)
    expect((await isSound(second)).ledger.entries).toBe(entries)
  })

  test.runIf(inject('engine') === 'pg')('is loaded once by several replicas that start at once', async () => {
    const { open } = await beginning(small)
    const all = await Promise.all([open(), open(), open()])
    expect(new Set(all.map(({ demo }) => demo.clock.now().toString())).size).toBe(1)
    expect(await all[0].demo.store.db.selectFrom('ledgerEntry').select('id').where('type', '=', 'demo-loaded').execute()).toHaveLength(1)
    await isSound(all[2].demo)
  })

  const changed = async (name: string, change: (given: Seed) => Seed | Buffer): Promise<string> => {
    const made = change(structuredClone(seed))
    const path = join(place.path, `${name}.seed`)
    await writeFile(path, Buffer.isBuffer(made) ? made : await writeSeedFile(made))
    return path
  }
  const withName = (given: Seed, name: string | null): Seed => ({
    ...given,
    tables: given.tables.map(each =>
      each.table === 'person'
        ? { ...each, values: each.values.map((column, i) => (each.columns[i] === 'name' ? [name, ...column.slice(1)] : column)) }
        : each,
    ),
  })
  test(
    'begins small, and says why, where the seed is damaged, of other tables, or not what its ledger says',
    { timeout: 120_000 },
    async () => {
      const file = await readFile(small)
      const cases = [
        [await changed('cut', () => file.subarray(0, -100)), /damaged/],
        [await changed('older', given => ({ ...given, schema: '0001-ledger' })), /tables are those of 0001-ledger/],
        [await changed('forged', given => withName(given, 'Mallory')), /not those of its ledger.*person/],
        [await changed('torn', given => withName(given, null)), /does not take its rows/],
        [await changed('empty', given => ({ ...given, tables: [] })), /holds no demo/],
      ] as const
      for (const [path, reason] of cases) {
        const { open } = await beginning(path)
        const { demo, why } = await open()
        expect(why).toMatch(reason)
        expect(await demo.store.db.selectFrom('demoClock').selectAll().execute()).toEqual([])
        expect(await demo.store.db.selectFrom('person').select('id').where('name', '=', 'Mallory').execute()).toEqual([])
        await isSound(demo)
        await undo.pop()?.()
      }
    },
  )

  test('that is killed half way through loading begins anew, with nothing of the first attempt', { timeout: 120_000 }, async () => {
    const { fresh } = await beginning(small)
    const databaseUrl = fresh.config.kind === 'postgres' ? fresh.config.url : undefined
    const store = await openStore(fresh.config, { onLost: () => undefined })
    // It stops for long in the middle of loading, and shows that it is there.
    const mark = fresh.config.kind === 'embedded' ? `copy (select 1) to '/pglite/data/half-way';` : ''
    await sql`create function stop_here() returns trigger language plpgsql as ${sql.lit(`begin ${mark} perform pg_sleep(600); return new; end`)}`.execute(
      store.db,
    )
    await sql`create trigger stop_here before insert on solution_author for each row execute function stop_here()`.execute(store.db)
    if (fresh.config.kind === 'embedded') await store.close()
    const halfWay = async (): Promise<boolean> => {
      if (fresh.config.kind === 'embedded') return existsSync(join(fresh.config.directory, 'db', 'half-way'))
      const { rows } = await sql`select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`.execute(
        store.db,
      )
      return rows.length > 0
    }
    const environment = {
      ...process.env,
      PORT: '0',
      GUILDHALL_DATA: fresh.data,
      DATABASE_URL: databaseUrl ?? '',
      GUILDHALL_DEMO: '1',
      GUILDHALL_DEMO_SEED: small,
    }
    const server = spawn(process.execPath, [join(root, 'bin', 'guildhall.mjs'), 'serve'], { env: environment, stdio: 'ignore' })
    const gone = new Promise(resolve => server.on('exit', resolve))
    undo.push(() => Promise.resolve(server.kill('SIGKILL')))
    await expect.poll(halfWay, { timeout: 60_000 }).toBe(true)
    server.kill('SIGKILL')
    await gone

    const after = fresh.config.kind === 'embedded' ? await openStore(fresh.config, { onLost: () => undefined }) : store
    if (fresh.config.kind === 'postgres')
      await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`.execute(
        after.db,
      )
    for (const table of ['installation', 'person', 'ledgerEntry', 'demoClock'] as const)
      expect(await after.db.selectFrom(table).selectAll().execute()).toEqual([])
    await sql`drop trigger stop_here on solution_author`.execute(after.db)
    await after.close()

    const again = await startServer({ data: fresh.data, databaseUrl, settings: { GUILDHALL_DEMO: '1', GUILDHALL_DEMO_SEED: small } })
    try {
      expect(again.output()).not.toContain('seed')
      const { now } = (await (await fetch(`${again.address}/api/me`)).json()) as { now: string }
      expect(now).toMatch(/^2026-03-02T09:0/)
      const session = await fetch(`${again.address}/api/session`, {
        method: 'POST',
        headers: { origin: again.address, 'content-type': 'application/json' },
        body: JSON.stringify({ person: 'priya-raman' }),
      })
      expect(session.headers.get('set-cookie')).toMatch(/; Max-Age=43200$/)
    } finally {
      await again.stop()
    }
  })
})

test('a seed is the same from either store, whichever it was planted in', async () => {
  const { open } = await beginning(small)
  const { demo } = await open()
  // What loading adds is taken away again: its own row, its entry and the number that it took.
  await sql`delete from demo_clock`.execute(demo.store.db)
  await demo.sequencer.stop()
  const { rows } = await sql<{ id: number }>`delete from ledger_entry where type = 'demo-loaded' returning id`.execute(demo.store.db)
  await sql`select setval('ledger_entry_id_seq', ${(rows[0]?.id ?? 0) - 1})`.execute(demo.store.db)
  expect(await takeSeed(demo.store.db)).toEqual((await readSeedFile(await readFile(small))).seed)
})
