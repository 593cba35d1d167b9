import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '#src/kernel/refusal.ts'
import { configurationDirectory, readKeySource } from './key-source.ts'

let directory: string
let dataDirectory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guildhall-key-source-'))
  dataDirectory = join(directory, 'data')
  await mkdir(dataDirectory)
  await writeFile(join(dataDirectory, 'inside.key'), '')
})
afterAll(() => rm(directory, { recursive: true }))

const read = (env: Record<string, string>) => readKeySource({ HOME: directory, ...env }, { dataDirectory, installation: 'one' })
const refusalOf = (env: Record<string, string>): Refusal => {
  try {
    read(env)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was not refused.')
}
const text = randomBytes(32).toString('base64')

describe('the settings for the master key', () => {
  test('may be none: then it is our own file, by the name of the installation, outside the data', () => {
    const { current, previous } = read({ GUILDHALL_KEY: '' })
    expect(current).toMatchObject({ kind: 'own-file', path: expect.stringMatching(/one\.master-key$/) })
    expect(previous).toBeNull()
  })

  test('name a file, a key or a command', () => {
    expect(read({ GUILDHALL_KEY_FILE: '/etc/guildhall/master.key' }).current).toEqual({
      kind: 'file',
      setting: 'GUILDHALL_KEY_FILE',
      path: '/etc/guildhall/master.key',
      dataDirectory,
    })
    expect(read({ GUILDHALL_KEY: text }).current).toMatchObject({ kind: 'given', setting: 'GUILDHALL_KEY' })
    expect(read({ GUILDHALL_KEY_COMMAND: '/opt/our key/fetch' }).current).toMatchObject({ command: ['/opt/our key/fetch'] })
    expect(read({ GUILDHALL_KEY_COMMAND: '["kms", "decrypt", ""]' }).current).toMatchObject({ command: ['kms', 'decrypt', ''] })
  })

  test('name the master key before this one, as a file or a key', () => {
    expect(read({ GUILDHALL_KEY: text, GUILDHALL_KEY_PREVIOUS_FILE: '/old.key' }).previous).toMatchObject({
      kind: 'file',
      path: '/old.key',
    })
    expect(read({ GUILDHALL_KEY_PREVIOUS: text })).toMatchObject({ current: { kind: 'own-file' }, previous: { kind: 'given' } })
  })

  test.each([
    { GUILDHALL_KEY_FILE: '/a.key', GUILDHALL_KEY: text },
    { GUILDHALL_KEY_FILE: '/a.key', GUILDHALL_KEY_COMMAND: '/b' },
    { GUILDHALL_KEY_PREVIOUS_FILE: '/a.key', GUILDHALL_KEY_PREVIOUS: text },
  ])('are refused where two of a kind are set, and each of them is named: %o', env => {
    expect(refusalOf(env)).toMatchObject({ kind: 'invalid', code: 'bad-setting' })
    expect(new Set(refusalOf(env).blockers.map(({ field }) => field))).toEqual(new Set(Object.keys(env)))
  })

  test.each([
    ['GUILDHALL_KEY_FILE', 'keys/master.key'],
    ['GUILDHALL_KEY_FILE', '~/master.key'],
    ['GUILDHALL_KEY', 'hunter2'],
    ['GUILDHALL_KEY_PREVIOUS', text.slice(4)],
    ['GUILDHALL_KEY_COMMAND', '["kms", 4]'],
    ['GUILDHALL_KEY_COMMAND', '[]'],
    ['GUILDHALL_KEY_COMMAND', '[""]'],
    ['GUILDHALL_KEY_COMMAND', '["kms"'],
    ['GUILDHALL_KEY_COMMAND', JSON.stringify(['kms', 'a\0b'])],
    ['GUILDHALL_KEY_COMMAND', JSON.stringify(Array.from({ length: 65 }, () => 'x'))],
  ])('are refused by name where they can’t be used, and not repeated: %s', (setting, value) => {
    const refusal = refusalOf({ [setting]: value })
    expect(refusal).toMatchObject({ code: 'bad-setting', blockers: [{ field: setting }] })
    expect(JSON.stringify([refusal.message, refusal.blockers])).not.toContain(value)
  })

  test('never lead into the data directory: not by path, not by a link to the file, not by a link to a directory', async () => {
    await symlink(join(dataDirectory, 'inside.key'), join(directory, 'link.key'))
    await symlink(dataDirectory, join(directory, 'elsewhere'))
    const ways = [
      join(dataDirectory, 'inside.key'),
      join(dataDirectory, 'not', 'yet', 'there.key'),
      join(dataDirectory, '..hidden.key'),
      join(dataDirectory, '..', 'data', 'inside.key'),
      join(directory, 'link.key'),
      join(directory, 'elsewhere', 'new.key'),
      dataDirectory,
    ]
    for (const path of ways)
      for (const setting of ['GUILDHALL_KEY_FILE', 'GUILDHALL_KEY_PREVIOUS_FILE'])
        expect(refusalOf({ [setting]: path })).toMatchObject({
          code: 'bad-setting',
          blockers: [
            { field: setting, reason: expect.stringContaining('data directory'), remedy: expect.stringContaining('somewhere else') },
          ],
        })
    // A name that only begins the same is another directory.
    expect(read({ GUILDHALL_KEY_FILE: `${dataDirectory}-keys/master.key` }).current.kind).toBe('file')
    expect(read({ GUILDHALL_KEY_FILE: join(directory, '..data.key') }).current.kind).toBe('file')
  })

  test('take no name of an installation that would lead to another directory', () => {
    for (const installation of ['', '../other', 'a/b', '.hidden', 'x'.repeat(65)])
      expect(() => readKeySource({}, { dataDirectory, installation })).toThrow(TypeError)
  })
})

describe.skipIf(process.platform === 'win32')('the directory of our own key file', () => {
  test.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['linux', { HOME: '/home/ada' }, '/home/ada/.config'],
    ['linux', { HOME: '/home/ada', XDG_CONFIG_HOME: '/conf' }, '/conf'],
    ['linux', { HOME: '/home/ada', XDG_CONFIG_HOME: 'relative' }, '/home/ada/.config'],
    ['darwin', { HOME: '/Users/ada', XDG_CONFIG_HOME: '/conf' }, '/Users/ada/Library/Application Support'],
    ['win32', { APPDATA: '/profile/Roaming' }, '/profile/Roaming'],
    ['win32', { USERPROFILE: '/profile' }, '/profile/AppData/Roaming'],
  ])('is the user’s, as %s has it', (platform, env, expected) => {
    expect(configurationDirectory(env, platform)).toBe(expected)
  })
})
