import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { beforeAll, expect, inject, test } from 'vitest'
import { keysCommand } from '#src/doors/cli/keys.ts'
import { openStore } from '#src/store/index.ts'
import type { Store } from '#src/store/index.ts'
import { readKeySource } from '#src/vault/index.ts'
import { masterKey, readMasterKey } from '#src/vault/master-key.ts'
import { freshStore } from '../harness.ts'
import { dumpOf, filesOf, foundIn, inWords } from '../vault/canaries.ts'
import { makeDrawer, newKeyText, openReplica } from '../vault/world.ts'
import type { Replica } from '../vault/world.ts'

let fresh: Awaited<ReturnType<typeof freshStore>>
let store: Store
const secrets = Array.from({ length: 20 }, () => randomBytes(24))
const masterTexts = [newKeyText(), newKeyText()] as const
/** What must stand nowhere: the secrets, the master keys, and every data key that there was. */
const needles = [...secrets, ...masterTexts.map(text => Buffer.from(text, 'base64'))]
/** All that the program said: at the terminal, in refusals with their stacks, and of its own objects. */
let said = ''
const say = (value: unknown): void => void (said += inWords(value))

beforeAll(async () => {
  fresh = await freshStore()
  const dataDirectory = join(dirname(fresh.keys), 'data')
  const keyFile = join(dirname(fresh.keys), 'first.key')
  await mkdir(dataDirectory)
  await writeFile(keyFile, masterTexts[0], { mode: 0o600 })
  const read = (env: Record<string, string>) => readKeySource(env, { dataDirectory, installation: 'canaries' })
  store = await openStore(fresh.config, { onLost: () => undefined })
  await makeDrawer(store)

  const first = openReplica(store, read({ GUILDHALL_KEY_FILE: keyFile }))
  await first.seal(Object.fromEntries(secrets.map((secret, i) => [`n${i}`, secret.toString('base64url')])))
  const second = openReplica(store, read({ GUILDHALL_KEY: masterTexts[1], GUILDHALL_KEY_PREVIOUS_FILE: keyFile }))
  for (const replica of [first, second]) {
    await collectDataKeys()
    await useCommands(replica)
    say([replica.vault, replica.keys, read({ GUILDHALL_KEY: masterTexts[0] })])
  }
  await collectDataKeys()

  await sql`update drawer set sealed_note = (select sealed_note from drawer where id = 'n0') where id = 'n1'`.execute(store.db)
  const stranger = openReplica(store, read({ GUILDHALL_KEY: newKeyText() }))
  for (const open of [() => second.open('n1'), () => first.open('n2'), () => stranger.open('n2')])
    await expect(open().catch((error: unknown) => Promise.reject(tell(error)))).rejects.toThrow()
  return async () => {
    await store.close()
    await fresh.remove()
  }
})

const tell = (error: unknown): Error => {
  say(error)
  return error instanceof Error ? error : new Error(String(error))
}

const useCommands = async (replica: Replica): Promise<void> => {
  const terminal = { stdin: Readable.from([]), out: say, err: say, interactive: false, columns: 80 }
  const command = keysCommand({ withCaller: use => use(replica.call), keys: replica.keys })
  for (const args of [['show'], ['rotate'], ['change-master'], ['show', '--json']]) await command.run(args, terminal).catch(say)
}

const collectDataKeys = async (): Promise<void> => {
  for (const { id, wrapped } of await store.db.selectFrom('dataKey').select(['id', 'wrapped']).execute())
    for (const text of masterTexts) {
      const secret = readMasterKey(text)
      const key = secret && masterKey(secret).unwrap(id, wrapped)
      if (key) needles.push(key.export())
    }
}

test('neither secrets nor keys stand in a dump of the database', async () => {
  expect(needles.length).toBeGreaterThanOrEqual(20 + 2 + 3)
  expect(foundIn(await dumpOf(store), needles)).toBe(0)
  await sql`insert into drawer values ('unsealed', ${Buffer.from('a secret that nobody sealed')})`.execute(store.db)
  expect(foundIn(await dumpOf(store), [Buffer.from('a secret that nobody sealed')])).toBe(1)
})

test('neither secrets nor keys stand in what the program says', () => {
  expect(said.length).toBeGreaterThan(5_000)
  expect(foundIn(Buffer.from(said), needles)).toBe(0)
  expect(foundIn(Buffer.from(`${said}${inWords({ key: masterTexts[1] })}`), needles)).toBe(1)
})

test.runIf(inject('engine') === 'pglite')('neither secrets nor keys stand in the files of the embedded store', async () => {
  await sql`checkpoint`.execute(store.db)
  const files = await filesOf(join(fresh.config.kind === 'embedded' ? fresh.config.directory : '', 'db'))
  expect(foundIn(files, [Buffer.from('a secret that nobody sealed')])).toBe(1)
  expect(foundIn(files, needles)).toBe(0)
})
