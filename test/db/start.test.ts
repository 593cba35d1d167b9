import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Agent, fetch as fetchThrough } from 'undici'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { makeAuthority, makeIdentity } from '#src/outbound/certificates.fixture.ts'
import { freshStore, startServer, visitor } from '../harness.ts'
import type { RunningServer } from '../harness.ts'

/* How an installation begins, as processes of their own: chosen once, set up by one link, encrypted where others reach it. */

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

const place = async () => {
  const fresh = await freshStore()
  closers.push(fresh.remove)
  const home = join(fresh.data, '..', `${fresh.data.split('/').at(-1) ?? ''}-home`)
  await mkdir(home)
  const databaseUrl = fresh.config.kind === 'postgres' ? fresh.config.url : undefined
  return async (settings: Record<string, string> = {}): Promise<RunningServer> => {
    const server = await startServer({ data: fresh.data, databaseUrl, settings: { HOME: home, ...settings } })
    closers.push(server.stop)
    return server
  }
}
/** A message of a process that ended before it served. */
const refusalOf = (starting: Promise<RunningServer>): Promise<string> =>
  starting.then(
    () => 'it served',
    (error: unknown) => String(error),
  )
const setUpPath = ({ output }: RunningServer): string => /\/set-up#(\S+)/.exec(output())?.[1] ?? ''
const founding = {
  company: 'Alderney Works',
  name: 'Ada Okafor',
  email: 'ada@alderney.example',
  password: 'copper lantern walks uphill',
}

describe('a company of its own', () => {
  test('begins with a link at the terminal, which is good once, and knows no default account', async () => {
    const start = await place()
    const server = await start()
    const somebody = visitor(server.address)
    if (inject('engine') === 'pglite') {
      // Nobody has begun anything here: the first page asks, and everything else waits.
      expect(await (await somebody.send('GET', '/api/me')).json()).toMatchObject({ stage: 'choose', person: null })
      expect((await somebody.send('GET', '/api/people')).status).toBe(503)
      const cross = await somebody.send('POST', '/api/start', { what: 'ours' }, { origin: 'https://evil.example' })
      expect(cross.status).toBe(403)
      const both = await Promise.all([
        somebody.send('POST', '/api/start', { what: 'ours' }),
        somebody.send('POST', '/api/start', { what: 'ours' }),
      ])
      expect(both.map(({ status }) => status)).toEqual([200, 200])
    }
    await expect.poll(() => setUpPath(server), { timeout: 90_000 }).not.toBe('')
    expect(await (await somebody.send('GET', '/api/me')).json()).toMatchObject({ stage: 'set-up', person: null })
    expect((await somebody.send('POST', '/api/session', { person: 'priya-raman' })).status).toBeGreaterThanOrEqual(400)
    for (const password of ['admin', 'guildhall', 'password'])
      expect((await somebody.send('POST', '/api/session', { email: 'admin@guildhall.example', password })).status).toBe(401)

    const secret = setUpPath(server)
    const found = (who = visitor(server.address)) => who.send('POST', '/api/session/link', { secret, ...founding })
    const answers = await Promise.all(Array.from({ length: 5 }, () => found()))
    expect(answers.map(({ status }) => status).filter(status => status < 300)).toHaveLength(1)
    expect((await found()).status).toBeGreaterThanOrEqual(400)

    // Started again it asks nothing and prints no link.
    await server.stop()
    const again = await start()
    expect(again.output()).not.toContain('/set-up#')
    const ada = visitor(again.address)
    expect((await ada.send('POST', '/api/session', { email: founding.email, password: founding.password })).status).toBeLessThan(300)
    expect(await (await ada.send('GET', '/api/me')).json()).toMatchObject({ stage: 'ready', company: 'Alderney Works', demo: false })
    expect((await ada.send('POST', '/api/start', { what: 'demo' })).status).toBe(404)
  })

  test.runIf(inject('engine') === 'pg')('and the demo never share a database', async () => {
    const start = await place()
    const server = await start()
    await visitor(server.address).send('POST', '/api/session/link', { secret: setUpPath(server), ...founding })
    await server.stop()
    expect(await refusalOf(start({ GUILDHALL_DEMO: '1' }))).toMatch(/code 2[^]*real company[^]*empty database/)
  })
})

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

describe('reached over TLS', () => {
  const encrypted = async () => {
    const start = await place()
    const authority = await makeAuthority('Test authority')
    const identity = await makeIdentity({ dns: ['localhost'] }, { authority })
    const directory = await freshStore()
    closers.push(directory.remove)
    const [cert, key] = ['cert.pem', 'key.pem'].map(name => join(directory.data, name)) as [string, string]
    writeFileSync(cert, identity.cert)
    writeFileSync(key, identity.key, { mode: 0o600 })
    const port = String(await freePort())
    // A name that others could reach too, so that everything counts as it does beyond this machine.
    const settings = { PORT: port, GUILDHALL_TLS_CERT: cert, GUILDHALL_TLS_KEY: key, GUILDHALL_URL: `https://localhost:${port}` }
    const agent = new Agent({ connect: { ca: authority.cert } })
    closers.push(() => agent.close())
    return { start: () => start(settings), key, port, agent }
  }
  const ask = (url: string, dispatcher: Agent, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) =>
    fetchThrough(url, { ...init, dispatcher })

  test('it tells browsers to come back over nothing else, and gives cookies to this very host alone', async () => {
    const { start, agent, port } = await encrypted()
    const server = await start()
    const origin = `https://localhost:${port}`
    if (inject('engine') === 'pglite') {
      const chosen = await ask(`${origin}/api/start`, agent, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ what: 'ours' }),
      })
      expect(chosen.status).toBe(200)
    }
    await expect.poll(() => setUpPath(server), { timeout: 90_000 }).not.toBe('')
    expect(server.output()).toContain(`${origin}/set-up#`)
    const founded = await ask(`${origin}/api/session/link`, agent, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ secret: setUpPath(server), ...founding }),
    })
    expect(founded.status).toBeLessThan(300)
    expect(founded.headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect(founded.headers.get('set-cookie')).toMatch(/^__Host-guildhall-[0-9a-f]{12}=\S+; Path=\/; HttpOnly; SameSite=Strict; Secure; /)
    // The cookie of a plain connection is read by nobody here.
    const secret = /__Host-guildhall-\w+=([^;]+)/.exec(founded.headers.get('set-cookie') ?? '')?.[1] ?? ''
    const as = async (cookie: string) =>
      (await (await ask(`${origin}/api/me`, agent, { headers: { cookie } })).json()) as { person: unknown }
    expect((await as(`__Host-guildhall=${secret}`)).person).not.toBeNull()
    expect((await as(`guildhall-session=${secret}`)).person).toBeNull()
    // Nothing is said to whoever doesn't encrypt.
    await expect(fetch(`http://localhost:${port}/api/me`)).rejects.toThrow('fetch failed')
  })

  test('not with a key that other accounts of the machine can read', async () => {
    const { start, key } = await encrypted()
    chmodSync(key, 0o644)
    expect(await refusalOf(start())).toMatch(/code 2[^]*GUILDHALL_TLS_KEY[^]*chmod 600/)
    expect(existsSync(key)).toBe(true)
  })
})
