import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askCommand } from './key-command.ts'
import { makeKeyFile } from './key-file.ts'
import { readMasterKey, masterKey } from './master-key.ts'
import { holdMasterKeys } from './master-keys.ts'

let directory: string
let dataDirectory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guildhall-keys-'))
  dataDirectory = join(directory, 'data')
  await mkdir(dataDirectory)
})
afterAll(() => rm(directory, { recursive: true }))

const setting = 'GUILDHALL_KEY_FILE'
let files = 0
const written = async (content: string | Buffer, mode = 0o600): Promise<string> => {
  files += 1
  const path = join(directory, `${files}.key`)
  await writeFile(path, content)
  await chmod(path, mode)
  return path
}
const newText = () => randomBytes(32).toString('base64')
const idOf = (text: string) => masterKey(readMasterKey(text)!).id
const fromFile = (path: string) => holdMasterKeys({ current: { kind: 'file', setting, path, dataDirectory }, previous: null })
const fromOwnFile = (path: string) => holdMasterKeys({ current: { kind: 'own-file', path, dataDirectory }, previous: null })
const fromCommand = (...command: [string, ...string[]]) =>
  holdMasterKeys({ current: { kind: 'command', setting: 'GUILDHALL_KEY_COMMAND', command }, previous: null })
const node = (program: string) => fromCommand(process.execPath, '-e', program)

describe('a master key in a file', () => {
  test('is read when it is first needed, and once', async () => {
    const text = newText()
    const path = await written(`${text}\n`)
    const keys = fromFile(path)
    expect((await keys.current()).id).toBe(idOf(text))
    await rm(path)
    expect((await keys.current()).id).toBe(idOf(text))
  })

  test('is looked for again after it was missing', async () => {
    const path = await written(newText())
    const keys = fromFile(path)
    await rename(path, `${path}.away`)
    await expect(keys.current()).rejects.toMatchObject({ kind: 'unavailable', code: 'master-key-missing', blockers: [{ field: setting }] })
    await rename(`${path}.away`, path)
    await expect(keys.current()).resolves.toBeDefined()
  })

  test.skipIf(process.platform === 'win32').each([0o640, 0o604, 0o620, 0o602, 0o644, 0o666, 0o610])(
    'is refused where others may read or change it (mode %o)',
    async mode => {
      const keys = fromFile(await written(newText(), mode))
      await expect(keys.current()).rejects.toMatchObject({
        code: 'master-key-exposed',
        blockers: [{ remedy: expect.stringContaining('chmod 600') }],
      })
    },
  )

  test.skipIf(process.platform === 'win32').each([0o600, 0o400])('may be its owner’s alone (mode %o)', async mode => {
    await expect(fromFile(await written(newText(), mode)).current()).resolves.toBeDefined()
  })

  test('is refused where a link has led into the data directory since the settings were read', async () => {
    const path = join(directory, 'late-link.key')
    await writeFile(join(dataDirectory, 'inside.key'), newText(), { mode: 0o600 })
    await symlink(join(dataDirectory, 'inside.key'), path)
    await expect(fromFile(path).current()).rejects.toMatchObject({ code: 'bad-setting', blockers: [{ field: setting }] })
  })

  test.each([
    ['empty', ''],
    ['something else', 'hunter2'],
    ['binary', Buffer.from(Array.from({ length: 32 }, (_, i) => 255 - i))],
    ['huge', 'A'.repeat(5_000)],
  ])('is refused where it is %s, and its content not repeated', async (_, content) => {
    const error = await fromFile(await written(content))
      .current()
      .catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'master-key-unreadable', blockers: [{ remedy: expect.stringContaining('backup') }] })
    expect(JSON.stringify(error)).not.toContain('hunter2')
  })

  test('is refused where it is a directory', async () => {
    await expect(fromFile(directory).current()).rejects.toMatchObject({ code: 'master-key-unreadable' })
  })
})

describe('our own key file', () => {
  test('is made only where a new key is asked for, whole, for its owner alone, and nothing is left beside it', async () => {
    const path = join(directory, 'config', 'guildhall', 'one.master-key')
    await expect(fromOwnFile(path).current()).rejects.toMatchObject({ code: 'master-key-missing' })
    const made = await fromOwnFile(path).currentOrNew()
    expect(await readdir(join(directory, 'config', 'guildhall'))).toEqual(['one.master-key'])
    if (process.platform !== 'win32') {
      expect((await stat(path)).mode & 0o777).toBe(0o600)
      expect((await stat(join(directory, 'config', 'guildhall'))).mode & 0o777).toBe(0o700)
    }
    expect(made.id).toBe(idOf(await readFile(path, 'utf8')))
    expect((await fromOwnFile(path).current()).id).toBe(made.id)
    expect((await fromOwnFile(path).currentOrNew()).id).toBe(made.id)
  })

  test('is one key, however many make it at once', async () => {
    const path = join(directory, 'many', 'one.master-key')
    const made = await Promise.all(Array.from({ length: 20 }, () => makeKeyFile({ path, dataDirectory })))
    expect(new Set(made.map(key => masterKey(key).id)).size).toBe(1)
  })

  test('is never made inside the data directory, though the user’s configuration lies there', async () => {
    const path = join(dataDirectory, '.config', 'guildhall', 'one.master-key')
    await expect(fromOwnFile(path).currentOrNew()).rejects.toMatchObject({ code: 'bad-setting' })
    expect(await readdir(dataDirectory)).not.toContain('.config')
  })

  test('is refused with what to set instead where it can’t be written', async () => {
    await writeFile(join(directory, 'no-directory'), '')
    await expect(fromOwnFile(join(directory, 'no-directory', 'one.master-key')).currentOrNew()).rejects.toMatchObject({
      blockers: [{ remedy: expect.any(String) }],
    })
  })
})

describe('a master key from a command', () => {
  const key = newText()

  test('is what it prints, and it is asked once however many need it', async () => {
    const tally = join(directory, 'tally')
    const keys = node(`require('fs').appendFileSync(${JSON.stringify(tally)}, 'x'); console.log('${key}')`)
    const all = await Promise.all(Array.from({ length: 10 }, () => keys.current()))
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set([idOf(key)]))
    expect(await readFile(tally, 'utf8')).toBe('x')
  })

  test.skipIf(process.platform === 'win32')('is asked without a shell: what a shell would act on is a word like others', async () => {
    const planted = join(directory, 'planted')
    await expect(fromCommand('/bin/echo', key, '; touch', planted, `$(touch ${planted})`).current()).rejects.toMatchObject({
      code: 'master-key-unavailable',
    })
    await expect(stat(planted)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test.each([
    ['ends with an error', () => node(`console.log('${key}'); console.error('token hunter2'); process.exit(1)`), 'ended with an error'],
    ['is not there', () => fromCommand(join(directory, 'nowhere')), 'ENOENT'],
    ['prints something else', () => node(`console.log('hunter2')`), 'something else'],
    ['prints nothing', () => node(''), 'something else'],
    ['prints without end', () => node(`setInterval(() => process.stdout.write('hunter2'.repeat(1000)), 1)`), 'more than 1024'],
  ])('is refused where the command %s, and what it printed is not repeated', async (_, keys, why) => {
    const error = await keys()
      .current()
      .catch((error: unknown) => error)
    expect(error).toMatchObject({ kind: 'unavailable', code: 'master-key-unavailable', message: expect.stringContaining(why) })
    expect(JSON.stringify([error, String(error)])).not.toMatch(/hunter2/)
  })

  test('is given up after its time, though the command has started others that go on', async () => {
    const before = Date.now()
    const child = `require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 4000)'], { stdio: 'inherit' })`
    const asked = askCommand([process.execPath, '-e', child], 'GUILDHALL_KEY_COMMAND', 500)
    await expect(asked).rejects.toMatchObject({ message: expect.stringContaining('longer than 0.5 seconds') })
    expect(Date.now() - before).toBeLessThan(2_000)
  })
})

describe('the master key before', () => {
  test('is found by its id, and needed only for that', async () => {
    const [now, before] = [newText(), newText()]
    const keys = holdMasterKeys({
      current: { kind: 'file', setting, path: await written(now), dataDirectory },
      previous: { kind: 'file', setting, path: await written(before), dataDirectory },
    })
    expect((await keys.withId(idOf(now)))?.id).toBe(idOf(now))
    expect((await keys.withId(idOf(before)))?.id).toBe(idOf(before))
    expect(await keys.withId(idOf(newText()))).toBeNull()
    expect((await keys.current()).id).toBe(idOf(now))
  })
})
