import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepResealing } from '#src/capabilities/vault/index.ts'
import { keysCommand } from '#src/doors/cli/keys.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { openStore } from '#src/store/index.ts'
import type { Store } from '#src/store/index.ts'
import { createVault, placeIn, readKeySource } from '#src/vault/index.ts'
import type { DataKeyRow, KeySources } from '#src/vault/index.ts'
import { replaceSealed, undeclared } from '#src/vault/sealed-rows.ts'
import { freshStore } from '../harness.ts'
import { verifyState } from '../ledger/programme.ts'
import { columns, drawer, makeDrawer, newKeyText, noteOf, notes, openReplica } from '../vault/world.ts'
import type { Replica } from '../vault/world.ts'

let store: Store
let home: string
let dataDirectory: string
let installations = 0
let sources: KeySources
let replica: Replica

const read = (env: Record<string, string>): KeySources =>
  readKeySource({ HOME: home, XDG_CONFIG_HOME: home, APPDATA: home, ...env }, { dataDirectory, installation: `one-${installations}` })
const ownFile = (from: KeySources): string => (from.current.kind === 'own-file' ? from.current.path : '')

beforeAll(async () => {
  const fresh = await freshStore()
  store = await openStore(fresh.config, { onLost: () => undefined })
  await makeDrawer(store)
  dataDirectory = join(dirname(fresh.keys), 'data')
  home = join(dirname(fresh.keys), 'home')
  await mkdir(dataDirectory)
  return async () => {
    await store.close()
    await fresh.remove()
  }
})
/** Each test has an installation of its own: nothing sealed, no master key. */
beforeEach(async () => {
  installations += 1
  sources = read({})
  replica = openReplica(store, sources)
  await sql`truncate drawer, data_key, ledger_entry, ledger_personal`.execute(store.db)
})

const keys = () => store.db.selectFrom('dataKey').selectAll().orderBy('createdAt').orderBy('id').execute()
const entries = async (): Promise<string[]> =>
  (await store.db.selectFrom('ledgerEntry').select('type').orderBy('id').execute())
    .map(({ type }) => type)
    .filter(type => type !== 'note-sealed')
const rotate = (by: Replica, onPage: (n: number) => void = () => undefined) =>
  by.call(by.keys.rotateDataKeys, { requestId: crypto.randomUUID() }).then(() => by.finish(onPage))
const stateFaults = async () => (await verifyState(store.db, replica.governed, { vkey: 'none', known: [] })).faults
const missing = (path: string) => expect(access(path)).rejects.toMatchObject({ code: 'ENOENT' })

describe('a secret', () => {
  test('makes a master key and a data key when the first one is sealed, and not before', async () => {
    expect((await replica.call(replica.keys.showKeys, {})).output).toEqual({ keys: [], lost: 0, trouble: null })
    await missing(ownFile(sources))
    await replica.seal({ a: 'first' })
    await access(ownFile(sources))
    expect(await keys()).toMatchObject([{ state: 'current', version: 1 }])
    expect(await entries()).toEqual(['data-key-made'])
    expect(await replica.open('a')).toBe('first')
    expect(await stateFaults()).toEqual([])
  })

  test('is refused in another row, in another column and in another table', async () => {
    await replica.seal({ a: 'of a', b: 'of b' })
    await sql`update drawer set sealed_note = (select sealed_note from drawer where id = 'a') where id = 'b'`.execute(store.db)
    await expect(replica.open('b')).rejects.toMatchObject({ code: 'sealed-value-refused' })
    const { rows } = await sql<{ sealed: Buffer }>`select sealed_note as sealed from drawer where id = 'a'`.execute(store.db)
    for (const place of [
      { table: 'drawer', row: 'a', column: 'sealedOther' },
      { table: 'secondFactor', row: 'a', column: 'sealedSecret' },
    ]) {
      const { vault } = openReplica(store, sources, [...columns, { table: 'drawer', id: 'id', column: 'sealedOther' }])
      await expect(vault.open(store.db, place, rows[0]!.sealed)).rejects.toMatchObject({ code: 'sealed-value-refused' })
    }
    expect(await replica.open('a')).toBe('of a')
  })

  test('is sealed in a declared column only, because a new key would not reach it elsewhere', async () => {
    const context = { db: store.db, now: Temporal.Now.instant(), record: () => undefined }
    await expect(replica.vault.seal(context, { table: 'drawer', row: 'a', column: 'other' }, 'x')).rejects.toThrow('no declared column')
    expect(await keys()).toEqual([])
  })

  test('of other replicas opens here, under keys that were made since', async () => {
    await replica.seal({ a: 'first' })
    const other = openReplica(store, sources)
    expect(await other.open('a')).toBe('first')
    await rotate(other)
    await other.seal({ b: 'second' })
    expect([await replica.open('a'), await replica.open('b')]).toEqual(['first', 'second'])
  })

  test('that many seal first at once ends up under one key', async () => {
    const replicas = Array.from({ length: 8 }, () => openReplica(store, sources))
    await Promise.all(replicas.map((each, i) => each.seal({ [`n${i}`]: noteOf(`n${i}`) })))
    expect(await keys()).toHaveLength(1)
    expect(await entries()).toEqual(['data-key-made'])
    expect(await openReplica(store, sources).openAll(noteOf)).toBe(8)
  })

  test('whose transaction is rolled back leaves no key, and the next one works', async () => {
    await expect(
      store.db.transaction().execute(async db => {
        await replica.vault.seal({ db, now: Temporal.Now.instant(), record: () => undefined }, placeIn(drawer, 'a'), 'gone')
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await keys()).toEqual([])
    await replica.seal({ a: 'kept' })
    expect(await openReplica(store, sources).open('a')).toBe('kept')
  })

  test('gets a new data key once the current one has sealed its number of values, and every one opens', async () => {
    const made: string[] = []
    const vault = createVault<string>({
      sources: () => Promise.resolve(sources),
      columns,
      entries: { made: (key: DataKeyRow) => `made ${key.id}`, retired: (key: DataKeyRow) => `retired ${key.id}` },
      valuesPerKey: 5,
    })
    const sealed: Buffer[] = []
    for (let i = 0; i < 12; i += 1)
      await store.db.transaction().execute(async db => {
        const context = { db, now: Temporal.Now.instant(), record: (entry: string) => void made.push(entry) }
        sealed.push(await vault.seal(context, placeIn(drawer, `n${i}`), `note ${i}`))
      })
    const stored = await keys()
    const underKey = stored.map(({ id }) => sealed.filter(value => value.subarray(1, 17).toString('hex') === id.replaceAll('-', '')).length)
    expect(stored.filter(({ state }) => state === 'current')).toHaveLength(1)
    expect(Math.max(...underKey)).toBeLessThanOrEqual(5)
    expect(underKey.reduce((a, b) => a + b)).toBe(12)
    expect(made.map(entry => entry.split(' ')[0])).toEqual(
      ['made', ...Array.from({ length: stored.length - 1 }, () => ['retired', 'made'])].flat(),
    )
    for (const [i, value] of sealed.entries())
      expect((await vault.open(store.db, placeIn(drawer, `n${i}`), value)).toString()).toBe(`note ${i}`)
  })
})

describe('a new data key', () => {
  test('ends with every secret under it, the old key deleted, and the ledger in agreement with the keys', async () => {
    await replica.seal(notes(250))
    const [old] = await keys()
    expect(await rotate(replica)).toBe(250)
    const after = await keys()
    expect(after).toMatchObject([{ state: 'current' }])
    expect(after[0]?.id).not.toBe(old?.id)
    expect((await replica.call(replica.keys.showKeys, {})).output).toMatchObject({
      keys: [{ values: 250, opens: true }],
      lost: 0,
      trouble: null,
    })
    expect(await openReplica(store, sources).openAll(noteOf)).toBe(250)
    expect(await entries()).toEqual([
      'data-key-made',
      'data-key-retired',
      'data-key-made',
      'values-resealed',
      'values-resealed',
      'values-resealed',
      'data-key-deleted',
    ])
    expect(await stateFaults()).toEqual([])
  })

  test('is shared by two replicas that seal anew at once, while others go on sealing', async () => {
    await replica.seal(notes(300))
    const others = [openReplica(store, sources), openReplica(store, sources)]
    await replica.call(replica.keys.rotateDataKeys, { requestId: crypto.randomUUID() })
    const writing = (async () => {
      for (let i = 0; i < 30; i += 1)
        await replica.seal({ [`n${String(i * 7).padStart(4, '0')}`]: noteOf(`n${String(i * 7).padStart(4, '0')}`) })
    })()
    const resealed = await Promise.all([...others.map(other => other.finish()), writing.then(() => 0)])
    await replica.finish()
    expect(await keys()).toHaveLength(1)
    expect(resealed.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(300)
    expect(await openReplica(store, sources).openAll(noteOf)).toBe(300)
    expect(await stateFaults()).toEqual([])
  })

  test('goes on where it was stopped: everything opens in between, and nothing is sealed anew twice', async () => {
    await replica.seal(notes(250))
    await expect(
      rotate(replica, () => {
        throw new Error('stopped')
      }),
    ).rejects.toThrow('stopped')
    const half = (await replica.call(replica.keys.showKeys, {})).output.keys
    expect(half.map(({ state, values }) => [state, values])).toEqual([
      ['retired', 150],
      ['current', 100],
    ])
    expect(await openReplica(store, sources).openAll(noteOf)).toBe(250)
    expect(await openReplica(store, sources).finish()).toBe(150)
    expect(await keys()).toHaveLength(1)
  })

  test('does not undo a change that was made meanwhile', async () => {
    await replica.seal({ a: 'old' })
    const { rows } = await sql<{ id: string; sealed: Buffer }>`select id, sealed_note as sealed from drawer`.execute(store.db)
    await replica.seal({ a: 'new' })
    expect(await replaceSealed(store.db, drawer, rows[0]!, Buffer.from('too late'))).toBe(false)
    expect(await replica.open('a')).toBe('new')
  })

  test('leaves nobody without the secret who read it just before it was sealed anew', async () => {
    await replica.seal({ a: noteOf('a') })
    const { rows } = await sql<{ sealed: Buffer }>`select sealed_note as sealed from drawer`.execute(store.db)
    await rotate(replica)
    const opened = await openReplica(store, sources).vault.open(store.db, placeIn(drawer, 'a'), rows[0]!.sealed)
    expect(opened.toString()).toBe(noteOf('a'))
  })

  test('is not kept from the others by a secret that is damaged, whose key then stays', async () => {
    await replica.seal(notes(5))
    const [old] = await keys()
    await sql`update drawer set sealed_note = set_byte(sealed_note, 40, get_byte(sealed_note, 40) # 1) where id = 'n0002'`.execute(store.db)
    expect(await rotate(replica)).toBe(4)
    expect((await keys()).map(({ id }) => id)).toContain(old?.id)
    await expect(replica.open('n0002')).rejects.toMatchObject({ code: 'sealed-value-refused' })
    expect(await replica.open('n0003')).toBe(noteOf('n0003'))
    await replica.seal({ n0002: noteOf('n0002') })
    expect(await replica.finish()).toBe(0)
    expect(await keys()).toHaveLength(1)
  })

  test('deletes no key while the schema has sealed values in a column that nobody declared', async () => {
    const forgetful = openReplica(store, sources, [drawer])
    await forgetful.seal(notes(2))
    await forgetful.call(forgetful.keys.rotateDataKeys, { requestId: crypto.randomUUID() })
    await expect(forgetful.finish()).rejects.toThrow('second_factor.sealed_secret')
    expect(await keys()).toHaveLength(2)
  })

  test('is finished by the server in the background, whoever started it', async () => {
    await replica.seal(notes(5))
    const trouble: unknown[] = []
    const stop = keepResealing(openReplica(store, sources).run, replica.keys, error => trouble.push(error), 20)
    try {
      await replica.call(replica.keys.rotateDataKeys, { requestId: crypto.randomUUID() })
      await expect.poll(async () => (await keys()).length, { timeout: 10_000 }).toBe(1)
    } finally {
      await stop()
    }
    expect(trouble).toEqual([])
    expect(await replica.openAll(noteOf)).toBe(5)
  })
})

describe('every column of the schema that holds sealed values', () => {
  test('is declared', async () => {
    expect(await undeclared(store.db, columns)).toEqual([])
    expect(await undeclared(store.db, [])).toHaveLength(columns.length)
    expect(await undeclared(store.db, [])).toEqual(expect.arrayContaining(['drawer.sealed_note', 'second_factor.sealed_secret']))
  })
})

describe('another master key', () => {
  test('wraps the same data keys: all opens during the change, and afterwards without the one before', async () => {
    await replica.seal(notes(3))
    await replica.call(replica.keys.rotateDataKeys, { requestId: crypto.randomUUID() })
    const next = newKeyText()
    const during = openReplica(store, read({ GUILDHALL_KEY: next, GUILDHALL_KEY_PREVIOUS_FILE: ownFile(sources) }))
    expect(await during.openAll(noteOf)).toBe(3)
    await during.seal({ n0000: noteOf('n0000') })
    expect((await during.call(during.keys.changeMasterKey, {})).output.rewrapped).toBe(2)
    await expect(during.call(during.keys.changeMasterKey, {})).rejects.toMatchObject({ code: 'nothing-to-change' })

    const after = openReplica(store, read({ GUILDHALL_KEY: next }))
    expect(await after.openAll(noteOf)).toBe(3)
    expect((await entries()).filter(type => type === 'master-key-changed')).toHaveLength(2)
    expect(await stateFaults()).toEqual([])
    // The one before is of no use any more.
    await expect(openReplica(store, sources).open('n0000')).rejects.toMatchObject({ code: 'wrong-master-key' })
  })

  test('that does not belong to the data is told from damage, changes nothing, and the refusal says what to set', async () => {
    await replica.seal({ a: 'first' })
    const wrong = openReplica(store, read({ GUILDHALL_KEY: newKeyText() }))
    const refusal = {
      kind: 'unavailable',
      code: 'wrong-master-key',
      blockers: [{ remedy: expect.stringContaining('GUILDHALL_KEY_PREVIOUS_FILE') }],
    }
    const before = await keys()
    await expect(wrong.open('a')).rejects.toMatchObject(refusal)
    await expect(wrong.seal({ b: 'second' })).rejects.toMatchObject(refusal)
    await expect(wrong.call(wrong.keys.changeMasterKey, {})).rejects.toMatchObject(refusal)
    expect(await keys()).toEqual(before)
    expect((await wrong.call(wrong.keys.showKeys, {})).output).toMatchObject({ keys: [{ opens: false }], trouble: null })

    await sql`update data_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)`.execute(store.db)
    await expect(openReplica(store, sources).open('a')).rejects.toMatchObject({ code: 'data-key-damaged' })
  })

  test('is never made in the place of one that was lost', async () => {
    await replica.seal({ a: 'first' })
    const path = ownFile(sources)
    const kept = await readFile(path)
    await rm(path)
    const elsewhere = openReplica(store, sources)
    for (const act of [
      () => elsewhere.open('a'),
      () => elsewhere.seal({ b: 'second' }),
      () => elsewhere.call(elsewhere.keys.rotateDataKeys, { requestId: crypto.randomUUID() }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'master-key-missing', message: expect.stringContaining(path) })
    await missing(path)
    expect((await elsewhere.call(elsewhere.keys.showKeys, {})).output).toMatchObject({ trouble: expect.stringContaining('no master key') })
    await writeFile(path, kept, { mode: 0o600 })
    expect(await elsewhere.open('a')).toBe('first')
  })

  test('can’t be slipped in by moving one data key’s wrapping to another', async () => {
    await replica.seal({ a: 'first' })
    await replica.call(replica.keys.rotateDataKeys, { requestId: crypto.randomUUID() })
    await sql`update data_key set wrapped = (select wrapped from data_key where state = 'current')`.execute(store.db)
    await expect(openReplica(store, sources).open('a')).rejects.toMatchObject({ code: 'data-key-damaged' })
    expect((await stateFaults()).map(({ says }) => says)).toEqual([expect.stringContaining('changed without an entry')])
  })

  test('leaves a data key that was deleted or never there as a clear refusal', async () => {
    await replica.seal({ a: 'first' })
    await sql`delete from data_key`.execute(store.db)
    await expect(openReplica(store, sources).open('a')).rejects.toMatchObject({ code: 'data-key-missing' })
    expect((await replica.call(replica.keys.showKeys, {})).output).toMatchObject({ lost: 1 })
    expect((await stateFaults()).map(({ says }) => says)).toEqual([expect.stringContaining('is gone')])
  })
})

describe('who may see and change keys', () => {
  const person = (...roles: string[]) =>
    ({ kind: 'person', id: 'p', human: 'p', name: 'P', roles, unit: null, leads: [], access: 's', may: null }) as never

  test('is the operator and administrators; the steps in between are the program’s alone', () => {
    const { showKeys, rotateDataKeys, changeMasterKey, resealPage, deleteUnusedKeys } = replica.keys
    for (const { allows } of [showKeys, rotateDataKeys, changeMasterKey]) {
      expect(allows({ kind: 'system', job: 'operator' }, null)).toBeNull()
      expect(allows(person('administrator'), null)).toBeNull()
      expect(allows(person('auditor', 'program-lead', 'it-security', 'maker'), null)).toMatchObject({ kind: 'forbidden' })
      expect(allows({ kind: 'anonymous' }, null)).toMatchObject({ kind: 'unauthenticated' })
    }
    for (const operation of [resealPage, deleteUnusedKeys]) {
      expect(operation.allows(person('administrator'), null)).toMatchObject({ kind: 'forbidden' })
      expect(operation).not.toHaveProperty('http')
    }
    for (const operation of [rotateDataKeys, changeMasterKey, resealPage, deleteUnusedKeys]) expect(operation.attended).toBe(true)
  })
})

describe('guildhall keys', () => {
  const run = async (...args: string[]) => {
    let out = ''
    const terminal = {
      stdin: Readable.from([]),
      out: (text: string) => void (out += text),
      err: () => undefined,
      interactive: false,
      columns: 80,
    }
    const command = keysCommand({ withCaller: use => use(replica.call), keys: replica.keys })
    return { code: await command.run(args, terminal), out }
  }

  test('shows the keys, turns them over with its progress, and changes the master key', async () => {
    expect(await run('show')).toEqual({ code: 0, out: expect.stringContaining('Nothing was sealed yet') })
    await expect(run('rotate')).rejects.toMatchObject({ code: 'nothing-sealed-yet' })
    await missing(ownFile(sources))
    await replica.seal(notes(250))
    const [old] = await keys()
    expect(await run('show')).toEqual({ code: 0, out: expect.stringMatching(new RegExp(`^${old?.id} {2}current .* 250 secrets .*\n$`)) })
    expect(await run('rotate')).toEqual({
      code: 0,
      out: expect.stringMatching(
        /^New data key .*\n {2}100 of 250 secrets sealed anew\n {2}200 of 250 secrets sealed anew\n {2}250 of 250 secrets sealed anew\nEvery stored secret stands/,
      ),
    })
    replica = openReplica(store, read({ GUILDHALL_KEY: newKeyText(), GUILDHALL_KEY_PREVIOUS_FILE: ownFile(sources) }))
    expect(await run('change-master')).toEqual({ code: 0, out: expect.stringContaining('1 data key is wrapped by master key') })
    expect(JSON.parse((await run('show', '--json')).out)).toMatchObject({ keys: [{ state: 'current', values: 250, opens: true }] })
  })

  test('goes on with a rotation that was stopped instead of beginning another, unless told to', async () => {
    await replica.seal(notes(3))
    await replica.call(replica.keys.rotateDataKeys, { requestId: crypto.randomUUID() })
    const current = (await keys()).find(({ state }) => state === 'current')
    expect(await run('rotate')).toEqual({ code: 0, out: expect.stringContaining('An earlier rotation is not finished') })
    expect(await keys()).toMatchObject([{ id: current?.id }])
    await replica.call(replica.keys.rotateDataKeys, { requestId: crypto.randomUUID() })
    expect((await run('rotate', '--new-key')).out).toContain('New data key')
    expect(await keys()).toHaveLength(1)
  })

  test('says with its exit code that a secret can’t be sealed anew, or that a key doesn’t open', async () => {
    await replica.seal(notes(2))
    await sql`update drawer set sealed_note = set_byte(sealed_note, 40, get_byte(sealed_note, 40) # 1) where id = 'n0001'`.execute(store.db)
    expect(await run('rotate')).toEqual({ code: 1, out: expect.stringContaining('1 secret stands under an earlier key') })
    replica = openReplica(store, read({ GUILDHALL_KEY: newKeyText() }))
    expect(await run('show')).toEqual({ code: 1, out: expect.stringContaining('doesn’t open 2 of these data keys') })
    replica = openReplica(store, read({ GUILDHALL_KEY_FILE: '/nowhere/at-all.key' }))
    expect(await run('show')).toEqual({ code: 1, out: expect.stringContaining('no master key at /nowhere/at-all.key') })
  })

  test('only watches where a running server does the work', async () => {
    await replica.seal(notes(5))
    const server = openReplica(store, sources)
    const stop = keepResealing(server.run, server.keys, () => undefined, 50)
    const atServer: typeof replica.call = (operation, input) =>
      operation.http
        ? server.call(operation, input)
        : Promise.reject(new Refusal('forbidden', 'program-only', 'No.', [{ reason: 'No.', remedy: 'Never.' }]))
    let out = ''
    const terminal = {
      stdin: Readable.from([]),
      out: (text: string) => void (out += text),
      err: () => undefined,
      interactive: false,
      columns: 80,
    }
    try {
      const code = await keysCommand({ withCaller: use => use(atServer), keys: server.keys }).run(['rotate'], terminal)
      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('this only watches') })
    } finally {
      await stop()
    }
    expect(await keys()).toHaveLength(1)
  })

  test.each([
    [[]],
    [['burn']],
    [['show', '--force']],
    [['rotate', '--json']],
    [['rotate', 'now']],
    [['change-master', '--new-key']],
    [['show', '--json=5']],
  ])('refuses what it does not understand, with a remedy: %j', async args => {
    await expect(run(...args)).rejects.toMatchObject({ kind: 'invalid', code: 'bad-arguments', blockers: [{ remedy: expect.any(String) }] })
  })
})
