import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ledgerCommand } from '#src/doors/cli/ledger.ts'
import { openCheckpoint } from '#src/engines/merkle/checkpoint.ts'
import { parseVkey } from '#src/engines/merkle/keys.ts'
import { verifyProofFile } from '#src/engines/merkle/proof-file.ts'
import { verifyConsistency } from '#src/engines/merkle/verify-proof.ts'
import { verifyExport } from '#src/engines/merkle/export/verify-export.ts'
import { systemClock } from '#src/kernel/clock.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import {
  erasePersonal,
  exportLines,
  historyOf,
  insertEntries,
  openSigner,
  proveConsistency,
  proveEntry,
  readTrust,
  runRound,
  startSequencer,
} from '#src/ledger/index.ts'
import type { LedgerAlarm, LedgerSigner } from '#src/ledger/index.ts'
import { openStore } from '#src/store/index.ts'
import type { Store } from '#src/store/index.ts'
import { freshStore } from '../harness.ts'
import { verifyState } from '../ledger/programme.ts'
import { people, personAdded } from '../ledger/world.ts'

let store: Store
let keys: string
let directory: string
let signer: LedgerSigner
let ledgers = 0
beforeAll(async () => {
  const fresh = await freshStore()
  store = await openStore(fresh.config, { onLost: () => undefined })
  keys = fresh.keys
  return async () => {
    await store.close()
    await fresh.remove()
  }
}, 60_000)
beforeEach(async () => {
  ledgers += 1
  directory = join(keys, `ledger-${ledgers}`)
  await mkdir(directory, { recursive: true })
  signer = await openSigner(directory, 'test.example/ledger')
})
afterEach(async () => {
  for (const table of ['ledger_personal', 'ledger_entry', 'ledger_tile', 'ledger_checkpoint', 'ledger_head', 'person'])
    await sql`delete from ${sql.table(table)}`.execute(store.db)
})

const written = { actor: 'person-1', at: Temporal.Instant.from('2026-11-23T09:00:00.123456789Z'), operation: 'test' }
const person = (id: string, name = 'Ada') => ({
  id,
  version: 1,
  sealSalt: Buffer.alloc(16, 5),
  name,
  jobTitle: 'Analyst',
  contact: 'Ops',
  roles: '["maker"]',
  human: 'h',
  state: 'active' as const,
  stateSince: '2026-11-01T00:00:00Z',
})

let added = 0
/** New people with their entries, in one transaction; gives the entries' ids. */
const add = (...names: string[]): Promise<number[]> =>
  store.db.transaction().execute(async db => {
    const rows = await db
      .insertInto('person')
      .values(names.map(name => person(`${ledgers}-${(added += 1)}`, name)))
      .returningAll()
      .execute()
    return insertEntries(
      db,
      rows.map(row =>
        personAdded({ subject: people.subject(row), data: { roles: row.roles }, personal: { name: row.name, unit: row.contact } }),
      ),
      written,
    )
  })
const sequence = () => runRound(store, signer, systemClock)
const sequenceAll = async (): Promise<void> => {
  for (;;) {
    const round = await sequence()
    if (round.kind === 'done' && round.waiting === 0 && round.sequenced === 0) return
  }
}
const lines = (personal: 'disclosed' | 'withheld' = 'disclosed') => Array.fromAsync(exportLines(store.db, { personal }))

describe('an entry', () => {
  it('commits with the change or not at all', async () => {
    const failing = store.db.transaction().execute(async db => {
      const row = await db.insertInto('person').values(person('x')).returningAll().executeTakeFirstOrThrow()
      await insertEntries(
        db,
        [personAdded({ subject: people.subject(row), data: { roles: [] }, personal: { name: 'Ada', unit: 'Ops' } })],
        written,
      )
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await store.db.selectFrom('ledgerEntry').select('id').execute()).toEqual([])
    expect(await store.db.selectFrom('ledgerPersonal').select('entryId').execute()).toEqual([])
  })

  it('costs one statement, however many there are', async () => {
    let statements = 0
    const counting = store.db.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
    const entries = Array.from({ length: 50 }, (_, i) =>
      personAdded({
        subject: { kind: 'person', id: `${i}`, version: 1, digest: null },
        data: { roles: [] },
        personal: { name: 'Ada', unit: 'Ops' },
      }),
    )
    const ids = await insertEntries(counting, entries, written)
    expect(statements).toBe(1)
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
    const stored = await store.db.selectFrom('ledgerEntry').select('subjectId').where('id', 'in', ids).orderBy('id').execute()
    expect(stored.map(({ subjectId }) => subjectId)).toEqual(entries.map(({ subject }) => subject.id))
    expect(await insertEntries(store.db, [], written)).toEqual([])
  })

  it('keeps no personal value in the clear, only a commitment that fits it', async () => {
    const name = 'Canary "Žluťoučký"\n\u2028\u202e\u0000\ud800 😀'
    const [id] = await insertEntries(
      store.db,
      [
        personAdded({
          subject: { kind: 'person', id: 'p', version: 1, digest: null },
          data: { roles: [] },
          personal: { name, unit: 'Ops' },
        }),
      ],
      written,
    )
    await sequenceAll()
    const everything = JSON.stringify([
      await store.db.selectFrom('ledgerEntry').select(['body', 'actor', 'subjectId']).execute(),
      await store.db.selectFrom('ledgerCheckpoint').selectAll().execute(),
      await lines('withheld'),
    ])
    expect(everything).not.toContain('Žluť')
    const { value } = await store.db
      .selectFrom('ledgerPersonal')
      .select('value')
      .where('entryId', '=', id!)
      .where('field', '=', 'name')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(value)).toBe(name)
    const disclosed = await lines()
    expect(await verifyExport(() => disclosed, { vkey: signer.vkey })).toMatchObject({ ok: true, disclosed: 2, erased: 0 })
  })

  it('stays verifiable after its values were erased, and says that they were', async () => {
    const [first, second] = await add('Ada', 'Grace')
    await sequenceAll()
    const before = await verifyExport(await reopen(lines()), { vkey: signer.vkey })
    const erasures = [
      ...(await erasePersonal(store.db, [first!])),
      ...(await erasePersonal(store.db, [second!], ['name'])),
      ...(await erasePersonal(store.db, [first!])),
    ]
    expect(erasures.map(({ data }) => data)).toEqual([
      { commitments: [expect.any(String), expect.any(String)] },
      { commitments: [expect.any(String)] },
    ])
    const after = await verifyExport(await reopen(lines()), { vkey: signer.vkey, known: [signer.lastNote!] })
    expect(before).toMatchObject({ ok: true, disclosed: 4, erased: 0 })
    expect(after).toMatchObject({ ok: true, disclosed: 1, erased: 3 })
    expect((await lines()).join('\n')).not.toContain('Ada')

    const trust = { vkey: signer.vkey, known: [signer.lastNote!] }
    expect((await verifyState(store.db, [], trust)).faults).toHaveLength(3)
    await insertEntries(store.db, erasures, written)
    expect((await verifyState(store.db, [], trust)).faults).toEqual([])
  })

  it('is refused when it is larger than an entry may be', async () => {
    const huge = personAdded({
      subject: { kind: 'person', id: 'p', version: 1, digest: null },
      data: { roles: ['x'.repeat(70_000)] },
      personal: { name: '', unit: '' },
    })
    await expect(insertEntries(store.db, [huge], written)).rejects.toThrow('more than 65535 bytes')
  })

  it('is listed in the history of what it is about, the newest first', async () => {
    const ids = await insertEntries(
      store.db,
      [1, 2, 3].map(version =>
        personAdded({ subject: { kind: 'person', id: 'p', version, digest: null }, data: { roles: [] }, personal: { name: '', unit: '' } }),
      ),
      written,
    )
    expect((await historyOf(store.db, { kind: 'person', id: 'p' }, 2)).map(({ id }) => id)).toEqual([ids[2], ids[1]])
  })
})

const reopen = async (given: Promise<string[]>): Promise<() => string[]> => {
  const all = await given
  return () => all
}

describe('sequencing', () => {
  it('gives places without a gap in the order of ids, over several rounds, and signs each round', async () => {
    for (let i = 0; i < 23; i += 1)
      await insertEntries(
        store.db,
        Array.from({ length: 100 }, (_, j) =>
          personAdded({
            subject: { kind: 'person', id: `${i}-${j}`, version: 1, digest: null },
            data: { roles: [] },
            personal: { name: '', unit: '' },
          }),
        ),
        written,
      )
    await sequenceAll()
    const places = await store.db.selectFrom('ledgerEntry').select('leafIndex').orderBy('id').execute()
    expect(places.map(({ leafIndex }) => leafIndex)).toEqual(places.map((_, i) => i))
    expect(signer.last?.size).toBe(2300)
    const checkpoints = await store.db.selectFrom('ledgerCheckpoint').select(['size', 'note']).orderBy('size').execute()
    expect(checkpoints.map(({ size, note }) => [size, openCheckpoint(note, parseVkey(signer.vkey)).extensions[1]])).toEqual([
      [0, 'waiting 0'],
      [1000, 'waiting 1300'],
      [2000, 'waiting 300'],
      [2300, 'waiting 0'],
    ])
    expect(await verifyExport(await reopen(lines()), { vkey: signer.vkey, known: checkpoints.map(({ note }) => note) })).toMatchObject({
      ok: true,
      entries: 2300,
    })
  })

  it('makes every entry provable, and every checkpoint a continuation of those before', async () => {
    const ids: number[] = []
    for (const names of [['a'], ['b', 'c'], ['d', 'e', 'f']]) {
      ids.push(...(await add(...names)))
      await sequenceAll()
    }
    const key = parseVkey(signer.vkey)
    for (const [place, id] of ids.entries()) {
      const { body } = await store.db.selectFrom('ledgerEntry').select('body').where('id', '=', id).executeTakeFirstOrThrow()
      const proof = await proveEntry(store.db, id)
      expect(verifyProofFile(proof!, Buffer.from(body), key).index).toBe(place)
      expect(() => verifyProofFile(proof!, Buffer.from(`${body} `), key)).toThrow('does not show')
    }
    const heads = (await store.db.selectFrom('ledgerCheckpoint').select('note').orderBy('size').execute()).map(({ note }) =>
      openCheckpoint(note, key),
    )
    for (const older of heads)
      for (const newer of heads) {
        if (older.size <= newer.size)
          expect(
            verifyConsistency(older.size, newer.size, older.root, newer.root, await proveConsistency(store.db, older.size, newer.size)),
          ).toBe(true)
      }
    const [waiting] = await add('g')
    expect(await proveEntry(store.db, waiting!)).toBeNull()
    expect(await proveEntry(store.db, 999_999)).toBeNull()
  })

  it('happens within a second of a poke, and says how it stands', async () => {
    const sequencer = startSequencer({ store, signer, clock: systemClock, onAlarm: () => undefined })
    try {
      await sequencer.settled()
      expect(sequencer.state()).toMatchObject({ size: 0, waiting: 0, alarm: null, failure: null })
      await add('a', 'b')
      sequencer.poke()
      await expect.poll(() => sequencer.state().size, { timeout: 1_000 }).toBe(2)
      await add('c')
      await sequencer.settled()
      expect(sequencer.state()).toMatchObject({ size: 3, waiting: 0 })
      expect(await readFile(join(directory, 'ledger.checkpoint'), 'utf8')).toBe(signer.lastNote)
    } finally {
      await sequencer.stop()
    }
  })
})

/** The ledger's tables as they are now, to be put back later: what restoring a backup does. */
const backup = async () => {
  const entries = await store.db.selectFrom('ledgerEntry').select('id').execute()
  const rows = {
    tile: await store.db.selectFrom('ledgerTile').selectAll().execute(),
    head: await store.db.selectFrom('ledgerHead').selectAll().executeTakeFirstOrThrow(),
    newest: (await store.db.selectFrom('ledgerCheckpoint').select('size').orderBy('size', 'desc').executeTakeFirstOrThrow()).size,
  }
  return async () => {
    await sql`delete from ledger_personal where entry_id <> all(${entries.map(({ id }) => id)}::bigint[])`.execute(store.db)
    await sql`delete from ledger_entry where id <> all(${entries.map(({ id }) => id)}::bigint[])`.execute(store.db)
    await sql`delete from ledger_tile`.execute(store.db)
    await store.db.insertInto('ledgerTile').values(rows.tile).execute()
    await store.db.updateTable('ledgerHead').set({ size: rows.head.size, root: rows.head.root }).execute()
    await store.db.deleteFrom('ledgerCheckpoint').where('size', '>', rows.newest).execute()
  }
}

describe('the signer', () => {
  it('stops at an older backup, raises one alarm, lets entries wait, and goes on once the right database is back', async () => {
    await add('a', 'b')
    await sequenceAll()
    const restore = await backup()
    await add('c')
    await sequenceAll()
    await restore()

    const alarms: LedgerAlarm[] = []
    const sequencer = startSequencer({ store, signer, clock: systemClock, onAlarm: alarm => alarms.push(alarm) })
    try {
      await sequencer.settled()
      const [waiting] = await add('d')
      await sequencer.settled()
      await sequencer.settled()
      expect(alarms.map(({ code }) => code)).toEqual(['head-behind'])
      expect(sequencer.state().alarm?.message).toBe('The ledger has 2 sequenced entries; 3 were already signed.')
      expect(sequencer.state().alarm?.remedy).toContain('backup')
      expect(await store.db.selectFrom('ledgerEntry').select('leafIndex').where('id', '=', waiting!).executeTakeFirst()).toEqual({
        leafIndex: null,
      })

      await signer.remember(
        (await store.db.selectFrom('ledgerCheckpoint').select('note').orderBy('size', 'desc').executeTakeFirstOrThrow()).note,
      )
      await sequencer.settled()
      expect(sequencer.state()).toMatchObject({ size: 3, alarm: null })
    } finally {
      await sequencer.stop()
    }
  })

  it("refuses a database whose ledger is another key's", async () => {
    await add('a')
    await sequenceAll()
    const other = join(directory, 'other')
    await mkdir(other)
    await expect(runRound(store, await openSigner(other, 'test.example/ledger'), systemClock)).rejects.toMatchObject({ code: 'other-key' })
  })

  it('takes over from another replica what that one signed with the same key', async () => {
    await sequenceAll()
    const replica = join(directory, 'replica')
    await mkdir(replica)
    await writeFile(join(replica, 'ledger.key'), await readFile(join(directory, 'ledger.key')), { mode: 0o600 })
    const second = await openSigner(replica)
    await add('a', 'b')
    await runRound(store, second, systemClock)
    expect(signer.last?.size).toBe(0)
    await add('c')
    await sequence()
    await runRound(store, second, systemClock)
    expect([signer.last?.size, second.last?.size]).toEqual([3, 3])
  })

  it('survives a failing round: it is said in the state, and the next one goes through', async () => {
    await sequenceAll()
    await sql`alter table ledger_tile rename to ledger_tile_away`.execute(store.db)
    await add('a')
    const sequencer = startSequencer({ store, signer, clock: systemClock, onAlarm: () => undefined })
    try {
      await sequencer.settled()
      expect(sequencer.state().failure).toContain('ledger_tile')
      await sql`alter table ledger_tile_away rename to ledger_tile`.execute(store.db)
      await expect.poll(() => sequencer.state(), { timeout: 3_000 }).toMatchObject({ size: 1, failure: null })
    } finally {
      await sequencer.stop()
    }
  })
})

describe('guildhall ledger', () => {
  const run = async (...args: string[]) => {
    let out = ''
    const terminal = {
      stdin: Readable.from([]),
      out: (text: string) => {
        out += text
      },
      err: () => undefined,
      interactive: false,
      columns: 80,
    }
    const command = ledgerCommand({
      withLedger: use =>
        use({
          exportLines: personal => exportLines(store.db, { personal }),
          verifyState: async () => verifyState(store.db, [people], (await readTrust(directory))!),
        }),
    })
    return { code: await command.run(args, terminal), out }
  }
  const file = (name: string) => join(directory, name)

  it('exports what it then verifies, and names the first bad entry of a file that was touched', async () => {
    await add('a', 'b', 'c', 'd')
    await sequenceAll()
    expect(await run('export', file('all.jsonl'))).toMatchObject({ code: 0, out: expect.stringContaining('4 entries') })
    if (process.platform !== 'win32') expect((await stat(file('all.jsonl'))).mode & 0o777).toBe(0o600)
    expect(await run('verify', file('all.jsonl'), '--key', signer.vkey)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^All 4 entries of test.example\/ledger are as they were written/),
    })
    expect((await run('verify', file('all.jsonl'))).out).toContain('The key was taken from the file itself')

    const text = await readFile(file('all.jsonl'), 'utf8')
    await writeFile(
      file('touched.jsonl'),
      text
        .split('\n')
        .map((line, i) => (i === 3 ? line.replace('person-1', 'person-2') : line))
        .join('\n'),
    )
    expect(await run('verify', file('touched.jsonl'), '--key', signer.vkey)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^NOT SOUND: Entry 2 is not the one that was written/),
    })
    const { out } = await run('verify', file('touched.jsonl'), '--json')
    expect(JSON.parse(out)).toMatchObject({ ok: false, faults: [{ entry: 2 }, { entry: null }] })
  })

  it('verifies the proof of one entry and shows the entry, under the key of its ledger only', async () => {
    const [id] = await add('a')
    await sequenceAll()
    const proof = (await proveEntry(store.db, id!))!
    await writeFile(file('one.tlog-proof'), proof)
    expect(await run('verify', file('one.tlog-proof'), '--key', signer.vkey)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Entry 0 stands among the 1 entries of test.example\/ledger:\n\{"actor"/),
    })
    await writeFile(file('touched.tlog-proof'), proof.replace(/extra ..../, 'extra eyJi'))
    expect(await run('verify', file('touched.tlog-proof'), '--key', signer.vkey)).toMatchObject({
      code: 1,
      out: expect.stringContaining('NOT PROVEN'),
    })
    expect(await run('verify', file('one.tlog-proof')).catch((error: unknown) => error)).toBeInstanceOf(Refusal)
  })

  it('notices with a checkpoint that was kept that later entries are missing', async () => {
    await add('a', 'b')
    await sequenceAll()
    await run('export', file('old.jsonl'))
    await add('c')
    await sequenceAll()
    expect((await run('verify', file('old.jsonl'), '--key', signer.vkey)).code).toBe(0)
    expect(await run('verify', file('old.jsonl'), '--known', join(directory, 'ledger.checkpoint'))).toMatchObject({
      code: 1,
      out: expect.stringContaining('Entries 2 to 2 are missing'),
    })
  })

  it('verifies the installation itself, and names the row that was changed behind its back', async () => {
    await add('a', 'b')
    await sequenceAll()
    expect(await run('verify', '--state')).toMatchObject({ code: 0 })
    await store.db.updateTable('person').set({ state: 'left' }).where('name', '=', 'b').execute()
    expect(await run('verify', '--state')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/NOT SOUND: person [\d-]+ was changed without an entry/),
    })
  })

  it.each([
    ['nothing to do', []],
    ['another verb', ['burn']],
    ['no file', ['verify']],
    ['two files', ['verify', 'a', 'b']],
    ['a file that is not there', ['verify', '/nowhere/at-all']],
    ['a directory', ['verify', '/']],
    ['a file that is no export', ['verify', new URL(import.meta.url).pathname]],
    ['a key that is none', ['verify', new URL(import.meta.url).pathname, '--key', 'x']],
    ['an unknown option', ['verify', 'x', '--force']],
    ['a file and --state', ['verify', 'x', '--state']],
    ['no place to write to', ['export', '/nowhere/at-all']],
    ['an export without a ledger', ['export', 'unwritten.jsonl']],
  ])('refuses %s, with reason and remedy', async (_, args) => {
    const refusal = await run(...args).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Refusal)
  })
})
