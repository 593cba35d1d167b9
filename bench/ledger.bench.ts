import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { fileLines } from '#src/doors/cli/file-lines.ts'
import { signCheckpoint } from '#src/engines/merkle/checkpoint.ts'
import { MAX_LINE_CHARACTERS, checkpointLine, entryLine, headerLine } from '#src/engines/merkle/export/format.ts'
import { verifyExport } from '#src/engines/merkle/export/verify-export.ts'
import { Frontier } from '#src/engines/merkle/frontier.ts'
import { leafHash } from '#src/engines/merkle/hash.ts'
import { newSignerKey } from '#src/engines/merkle/keys.ts'
import { EMPTY_CHAIN, chainSeal, sealMessage, sealsLine } from '#src/engines/merkle/seal.ts'
import { systemClock } from '#src/kernel/clock.ts'
import { newId } from '#src/kernel/ids.ts'
import { defineEntry, governed, insertEntries, openSigner, runRound, startSequencer } from '#src/ledger/index.ts'
import { openStore } from '#src/store/index.ts'
import type { Db, Store } from '#src/store/index.ts'
import { startPostgres } from '../test/postgres/start.ts'

/*
 * What the ledger costs, each against a baseline in the same run: the machine's speed cancels out, the ratio stays.
 * PostgreSQL runs here without fsync, so commits are cheaper and the ledger's share larger than in earnest.
 */
const CALLERS = 16
const TRANSACTIONS = 3_000
const ROUNDS = 3
const BACKLOG = 20_000
const MILLION = 1_000_000
/** An export has a checkpoint about every so many entries. */
const PAGE = 1_000

const people = governed({ kind: 'person', table: 'person', columns: ['name', 'jobTitle', 'contact', 'roles', 'state'] })
const personAdded = defineEntry({
  type: 'person-added',
  version: 1,
  data: z.strictObject({ roles: z.array(z.string()) }),
  personal: ['name'],
})

const say = (what: string, value: string): void => console.log(`  ${what.padEnd(62)} ${value}`)
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const addPerson = async (db: Db) =>
  db
    .insertInto('person')
    .values({
      id: newId(),
      version: 1,
      sealSalt: Buffer.alloc(16, 1),
      name: 'Ada Lovelace',
      jobTitle: 'Analyst',
      contact: 'Operations',
      roles: '["maker"]',
      human: 'ada',
      state: 'active',
      stateSince: '2026-11-01T00:00:00Z',
    })
    .returningAll()
    .executeTakeFirstOrThrow()

const record = async (db: Db, row: Awaited<ReturnType<typeof addPerson>>): Promise<void> => {
  const entry = personAdded({ subject: people.subject(row), data: { roles: row.roles }, personal: { name: row.name } })
  await insertEntries(db, [entry], { actor: 'person-1', at: systemClock.now(), operation: 'bench' })
}

/** The same transaction in three ways: without ledger, with it, and with a counter row that every transaction locks. */
const ways = {
  without: async (db: Db) => {
    await addPerson(db)
  },
  ledger: async (db: Db) => {
    await record(db, await addPerson(db))
  },
  counter: async (db: Db) => {
    const row = await addPerson(db)
    await sql`update bench_counter set n = n + 1`.execute(db)
    await record(db, row)
  },
}

/** Transactions a second with callers side by side. */
const rate = async ({ db }: Store, way: (db: Db) => Promise<void>): Promise<number> => {
  const caller = async (): Promise<void> => {
    for (let i = 0; i < TRANSACTIONS / CALLERS; i += 1) await db.transaction().execute(way)
  }
  return TRANSACTIONS / (await seconds(() => Promise.all(Array.from({ length: CALLERS }, caller))))
}

const appends = async (store: Store, directory: string): Promise<void> => {
  await sql`create table bench_counter (n bigint not null)`.execute(store.db)
  await sql`insert into bench_counter values (0)`.execute(store.db)
  const rates = { without: [] as number[], ledger: [] as number[], counter: [] as number[], sequenced: [] as number[] }
  await rate(store, ways.ledger)
  for (let i = 0; i < ROUNDS; i += 1) {
    rates.without.push(await rate(store, ways.without))
    rates.ledger.push(await rate(store, ways.ledger))
    rates.counter.push(await rate(store, ways.counter))
    const sequencer = startSequencer({ store, signer: await openSigner(directory), clock: systemClock, onAlarm: console.error })
    rates.sequenced.push(
      await rate(store, async db => {
        await ways.ledger(db)
        sequencer.poke()
      }),
    )
    await sequencer.settled()
    await sequencer.stop()
  }
  const baseline = median(rates.without)
  const line = (values: readonly number[]): string => `${median(values).toFixed(0)} tx/s, ratio ${(median(values) / baseline).toFixed(2)}`
  say(`${CALLERS} callers, one row a transaction, without ledger`, line(rates.without))
  say('… with its entry, waiting to be sequenced', line(rates.ledger))
  say('… with its entry, sequencer and signer at work in this process', line(rates.sequenced))
  say('… with its entry and a counter row locked by all (the usual way)', line(rates.counter))
}

const sequencing = async (store: Store, directory: string): Promise<void> => {
  const entries = Array.from({ length: 1_000 }, (_, i) =>
    personAdded({ subject: { kind: 'person', id: `${i}`, version: 1, digest: null }, data: { roles: [] }, personal: { name: 'Ada' } }),
  )
  for (let i = 0; i < BACKLOG / entries.length; i += 1)
    await insertEntries(store.db, entries, { actor: 'person-1', at: systemClock.now(), operation: 'bench' })
  const signer = await openSigner(directory)
  const took = await seconds(async () => {
    for (;;) {
      const round = await runRound(store, signer, systemClock)
      if (round.kind === 'done' && round.sequenced === 0) return
    }
  })
  const { signer: bare } = newSignerKey('bench.example/ledger')
  const message = sealMessage(bare.name, 0, leafHash(Buffer.from('x')))
  const signing = await seconds(async () => {
    for (let i = 0; i < BACKLOG; i += 1) bare.sign(message)
  })
  say(
    'a backlog sequenced, sealed and signed',
    `${(BACKLOG / took).toFixed(0)} entries/s, ratio to bare Ed25519 signing ${(signing / took).toFixed(2)}`,
  )
}

/** An export of a million entries as `guildhall ledger export` writes it, made without a database. */
const writeMillion = async (path: string): Promise<string> => {
  const { signer } = newSignerKey('bench.example/ledger')
  const tree = new Frontier()
  let chain = EMPTY_CHAIN
  const checkpoint = (): string =>
    checkpointLine(
      signCheckpoint({ origin: signer.name, size: tree.size, root: tree.root(), extensions: [sealsLine(chain), 'waiting 0'] }, signer),
    )
  const lines = function* (): Generator<string> {
    yield `${headerLine({ origin: signer.name, vkey: signer.vkey, personal: 'withheld' })}\n`
    for (let index = 0; index < MILLION; index += 1) {
      const body = `{"actor":"018f-${index}","at":"2026-11-23T09:00:00.123456Z","data":{"charter":"aldermoor-1","tier":2},"operation":"register-solution","personal":{"name":"gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ="},"subject":{"digest":"1:B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=","id":"${index}","kind":"solution","version":1},"type":"solution-registered","version":1}`
      const leaf = leafHash(Buffer.from(body))
      const seal = signer.sign(sealMessage(signer.name, index, leaf))
      tree.append(leaf)
      chain = chainSeal(chain, seal)
      yield `${entryLine({ index, body, seal: Buffer.from(seal).toString('base64') })}\n`
      if (tree.size % PAGE === 0) yield `${checkpoint()}\n`
    }
    yield `${checkpoint()}\n`
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
  return signer.vkey
}

const million = async (directory: string): Promise<void> => {
  const path = join(directory, 'million.jsonl')
  let vkey = ''
  const writing = await seconds(async () => {
    vkey = await writeMillion(path)
  })
  say('a million entries written and sealed', `${writing.toFixed(1)} s`)

  const reading = await seconds(async () => {
    for await (const line of fileLines(path, MAX_LINE_CHARACTERS)) JSON.parse(line)
  })
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  let sound = false
  const verifying = await seconds(async () => {
    sound = (await verifyExport(() => fileLines(path, MAX_LINE_CHARACTERS), { vkey })).ok
  })
  clearInterval(watch)
  if (!sound) throw new Error('the export should verify')
  say('a million entries verified offline', `${verifying.toFixed(1)} s, ratio to only reading them ${(verifying / reading).toFixed(1)}`)
  say(
    '… memory while verifying',
    `${(peak / 2 ** 20).toFixed(0)} MB resident, ${((peak - before) / 2 ** 20).toFixed(0)} MB more than before`,
  )

  const touched = async function* (): AsyncGenerator<string> {
    for await (const line of fileLines(path, MAX_LINE_CHARACTERS))
      yield line.startsWith('{"index":900500,') ? line.replace('tier\\":2', 'tier\\":1') : line
  }
  const naming = await seconds(async () => {
    const { faults } = await verifyExport(touched, { vkey })
    if (faults[0]?.entry !== 900_500) throw new Error('the touched entry should be named')
  })
  say('… and entry 900,500 named as the first bad one', `${naming.toFixed(1)} s`)
}

const postgres = await startPostgres()
const directory = await mkdtemp(join(tmpdir(), 'guildhall-bench-'))
try {
  const store = await openStore({ kind: 'postgres', url: postgres.url }, { onLost: () => undefined })
  try {
    await appends(store, directory)
    await sequencing(store, directory)
  } finally {
    await store.close()
  }
  await million(directory)
} finally {
  await postgres.stop()
  await rm(directory, { recursive: true })
}
