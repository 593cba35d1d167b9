import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { RunningServer } from '../harness.ts'
import { freshStore, root, startServer, visitor } from '../harness.ts'

/*
 * The terminal, as a process of its own: with a server running on the data (embedded: the command asks the server), and
 * with wrong input, which ends with exit code 2 and names field, reason and remedy.
 */
let fresh: Awaited<ReturnType<typeof freshStore>>
let server: RunningServer
let environment: NodeJS.ProcessEnv

beforeAll(async () => {
  fresh = await freshStore()
  const { data } = fresh
  const databaseUrl = fresh.config.kind === 'postgres' ? fresh.config.url : undefined
  server = await startServer({ data, databaseUrl })
  environment = { ...process.env, GUILDHALL_DATA: data, GUILDHALL_DEMO: '1', GUILDHALL_DEMO_SEED: 'none', DATABASE_URL: databaseUrl ?? '' }
})
afterAll(async () => {
  await server.stop()
  await fresh.remove()
})

const guildhall = async (args: string[], { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {}) => {
  const child = spawn(process.execPath, [join(root, 'bin', 'guildhall.mjs'), ...args], { env: { ...environment, ...env } })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.stdin.end(input)
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, out, err }
}

const idea = { name: 'From the terminal', purpose: 'Shows that the terminal works.', facts: { audience: 'my-team' } }

describe('the terminal', () => {
  test('registers an idea for a person and shows it to those who may see it', async () => {
    const registered = await guildhall(['register-solution', '--as', 'priya-raman', '--input', '-'], { input: JSON.stringify(idea) })
    expect(registered).toMatchObject({ code: 0, err: expect.stringMatching(/^Recorded in the ledger as entries \d+, \d+\.\n$/) })
    const { key } = JSON.parse(registered.out) as { key: string }
    expect((await guildhall(['show-solution', '--key', key, '--as', 'priya-raman'])).out).toContain('From the terminal')
    expect(await guildhall(['show-solution', '--key', key, '--as', 'jonas-weber'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such solution'),
    })
    // Without a name it is the operator who asks.
    expect((await guildhall(['list-solutions'])).out).toContain('From the terminal')
  })

  test('asks as whoever a token belongs to, and may what the token may', async () => {
    const visiting = visitor(server.address)
    await visiting.signInAs('jonas-weber')
    const made = await visiting.send('POST', '/api/tokens', { name: 'terminal', effects: ['read'], days: 1 })
    const { secret } = (await made.json()) as { secret: string }
    const as = (args: string[], token = secret) => guildhall(args, { env: { GUILDHALL_TOKEN: token } })
    expect((await as(['show-me'])).out).toContain('Jonas Weber')
    expect((await as(['list-solutions'])).out).not.toContain('From the terminal')
    expect(await as(['change-contact', '--contact', 'x'])).toMatchObject({ code: 2, err: expect.stringContaining('token') })
    expect(await as(['show-me'], 'wrong')).toMatchObject({ code: 2, err: expect.not.stringContaining('wrong') })
  })

  test('exports the ledger beside a running server, verifies it offline, and notices a changed letter', async () => {
    const file = join(mkdtempSync(join(fresh.keys, '..', 'export-')), 'ledger.jsonl')
    expect((await guildhall(['ledger', 'export', file])).code).toBe(0)
    const key = /key (\S+)/.exec((await guildhall(['ledger', 'verify', file])).out.replace('key: ', 'key '))?.[1] ?? ''
    expect(await guildhall(['ledger', 'verify', file, '--key', key])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/All \d+ entries/),
    })
    expect((await guildhall(['ledger', 'verify', '--state'])).code).toBe(0)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"method\\":\\"demo-persona', '"method\\":\\"demo-persono'))
    const changed = await guildhall(['ledger', 'verify', file, '--key', key])
    expect(changed).toMatchObject({ code: 1, out: expect.stringMatching(/NOT SOUND: .*\d/) })
  })

  test('proposes a charter from a folder of documents, which only somebody else can adopt', async () => {
    const folder = join(root, 'charter')
    const why = ['--note', 'As it ships.', '--as', 'amelia-hart']
    const proposed = await guildhall(['propose-charter', '--folder', folder, ...why])
    expect(proposed).toMatchObject({ code: 0, err: expect.stringMatching(/^Recorded/) })
    const { id, digest, version } = JSON.parse(proposed.out) as { id: string; digest: string; version: number }
    const adopt = (person: string) =>
      guildhall(['adopt-proposal', '--proposal', id, '--digest', digest, '--version', String(version), '--as', person])
    expect(await adopt('amelia-hart')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Nobody adopts what they proposed themselves'),
    })
    expect((await guildhall(['doctor'])).out).toContain('not adopted by two people yet')
    expect(await adopt('daniel-okoye')).toMatchObject({ code: 0 })
    expect((await guildhall(['doctor'])).out).toMatch(/Charter .*\(adopted by .* on \d{4}-\d\d-\d\d\)/)
    expect((await guildhall(['help', 'propose-charter'])).out).toContain('--folder')
  })

  test('doctor says what runs here', async () => {
    const { code, out } = await guildhall(['doctor'])
    expect(code).toBe(0)
    expect(out).toContain(inject('engine') === 'pg' ? 'PostgreSQL' : 'survives the end of the')
  })

  type Wrong = [string, string[], string, string, NodeJS.ProcessEnv?]
  /** What is refused by whoever holds the data: the server, where the store is embedded. */
  const asked: Wrong[] = [
    [
      'a missing field',
      ['register-solution', '--as', 'priya-raman', '--name', 'X', '--facts', '{}'],
      'purpose: It is missing.',
      'Add it as text.',
    ],
    ['a fact that is none', ['check-idea', '--facts', '{"audiense":"my-team"}'], 'facts.audiense', 'Did you mean "audience"?'],
    ['facts that are no object', ['check-idea', '--facts', 'my-team'], 'facts', 'an object'],
    ['a person that is none', ['list-solutions', '--as', 'nobody'], 'no such person', '/api/personas'],
    ['a visitor where a person is needed', ['register-solution', '--input', '-'], 'Only a person', 'Sign in'],
    ['a key that is none', ['show-solution', '--key', '42'], 'key:', 'SOL-0042'],
    [
      'a version that is old',
      ['edit-solution', '--as', 'priya-raman', '--key', 'SOL-0002', '--version', '7', '--name', 'X', '--purpose', 'X', '--facts', '{}'],
      'version 7',
      'Read it again',
    ],
    [
      'a proposal without reason',
      ['propose-charter', '--folder', 'charter', '--as', 'amelia-hart'],
      'note: It is missing.',
      'Add it as text.',
    ],
  ]
  /** What is refused before any data is looked at, so on one store as on the other. */
  const unasked: Wrong[] = [
    ['a command that is none', ['regster-solution'], 'no command “regster-solution”', 'Did you mean `guildhall register-solution`?'],
    ['an option that is none', ['list-solutions', '--colour', 'red'], '--colour', 'guildhall help list-solutions'],
    ['a file that is not there', ['check-idea', '--input', 'nowhere.yaml'], 'no file nowhere.yaml', 'Check its name'],
    ['a file that is no YAML', ['check-idea', '--input', '-'], 'neither YAML nor JSON', 'Look for a missing'],
    ['a folder that is none', ['propose-charter', '--folder', 'nowhere', '--note', 'x', '--as', 'amelia-hart'], 'nowhere', 'Name a folder'],
    ['a folder and an input', ['propose-charter', '--folder', 'charter', '--input', '-'], 'one place', '--folder DIR'],
    ['a port that is none', ['serve'], 'PORT', 'from 0 to 65535', { PORT: 'http' }],
    ['an address for all the world', ['serve'], 'HOST', 'encrypted connection', { HOST: '0.0.0.0' }],
    ['a database address that is none', ['doctor'], 'DATABASE_URL', 'postgres://', { DATABASE_URL: 'mysql://x' }],
    ['words after serve', ['serve', 'now'], 'now', 'guildhall help serve'],
    ['a seed that is none', ['simulate', '--seed', 'luck'], '--seed: “luck” is no seed', 'whole number'],
    ['days that are none', ['simulate', '--days', '0'], '--days', 'from 1 to 1000'],
    ['a day that does not exist', ['simulate', '--from', '2026-02-30'], '--from', '2025-11-24'],
    ['a directory that holds something', ['simulate', '--out', '.'], '--out', 'Name a new one'],
    ['an option that simulate has not', ['simulate', '--fast'], '--fast', 'guildhall help simulate'],
    ['a move without a target', ['move-to-postgres'], 'address of one PostgreSQL', 'postgres://'],
  ]
  test.each(inject('engine') === 'pg' ? [...asked, ...unasked] : asked)(
    'answers %s with exit code 2, the reason and the remedy',
    async (_, args, reason, remedy, env) => {
      const input = args[0] === 'check-idea' ? '{"name": ' : JSON.stringify(idea)
      const { code, out, err } = await guildhall(args, { input, ...(env ? { env } : {}) })
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(reason)
      expect(err).toContain(remedy)
      expect(err).not.toMatch(/\n\s+at /)
    },
  )

  test('helps with every command, and says its version', async () => {
    const overview = (await guildhall(['help'])).out
    for (const name of ['serve', 'check', 'register-solution', 'ledger', 'doctor', 'move-to-postgres', 'simulate'])
      expect(overview).toContain(name)
    expect((await guildhall(['help', 'register-solution'])).out).toContain('--purpose')
    expect((await guildhall(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
