import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeAuthority, makeIdentity } from './certificates.fixture.ts'
import type { Identity } from './certificates.fixture.ts'
import type { ExitEvent } from './events.ts'
import { createExit } from './exit.ts'
import type { ExitParts } from './exit.ts'
import { listenHttp, listenHttps, listenProxy, listenRaw } from './servers.fixture.ts'
import type { Listening, ProxyListening } from './servers.fixture.ts'
import { readExitSettings } from './settings.ts'
import { watchSockets } from './sockets.fixture.ts'

let authority: Identity
let api: Listening
let proxy: ProxyListening
const open: Listening[] = []
const routes: Record<string, number> = {}
beforeAll(async () => {
  authority = await makeAuthority('Test CA')
  api = await listenHttps(
    await makeIdentity({ dns: ['api.example.com'], ip: ['93.184.216.34'] }, { authority }),
    (request, response) => void response.end(`${request.method} ${request.headers.host}`),
  )
  routes['93.184.216.34:443'] = api.port
  routes['api.example.com:443'] = api.port
  proxy = await listenProxy(routes)
  open.push(api, proxy)
})
afterAll(() => Promise.all(open.map(each => each.close())))
let watch: ReturnType<typeof watchSockets>
beforeEach(() => {
  proxy.asked.length = 0
  proxy.credentials.length = 0
  watch = watchSockets()
})
afterEach(() => watch.stop())

const call = async (env: Record<string, string>, url = 'https://api.example.com/', more: Partial<ExitParts> = {}) => {
  const events: ExitEvent[] = []
  const exit = createExit({
    ...readExitSettings(env),
    ca: [authority.cert],
    allowed: () => [],
    resolve: host => (host === 'api.example.com' ? Promise.resolve(['93.184.216.34']) : Promise.reject(new Error('no such name'))),
    observe: event => events.push(event),
    ...more,
  })
  try {
    return { body: (await exit.request({ url })).body.toString(), events }
  } finally {
    await exit.close()
  }
}
const at = () => `http://127.0.0.1:${proxy.port}`

describe('through a proxy', () => {
  test('a call is a tunnel to the judged address, and the server proves itself within it by its name', async () => {
    const { body, events } = await call({ HTTPS_PROXY: at() })
    expect(body).toBe('GET api.example.com')
    expect(proxy.asked).toEqual(['93.184.216.34:443'])
    expect(proxy.credentials).toEqual([undefined])
    expect(events).toContainEqual({ step: 'route', target: 'api.example.com:443', proxy: `127.0.0.1:${proxy.port}` })
    expect(watch.began[0]).toBe(`127.0.0.1 ${proxy.port}`)
  })

  test('the proxy gets its credentials, nobody else', async () => {
    await call({ GUILDHALL_PROXY: `http://me:hunter2@127.0.0.1:${proxy.port}` })
    expect(proxy.credentials).toEqual([`Basic ${Buffer.from('me:hunter2').toString('base64')}`])
  })

  test('where the proxy resolves names it is asked for the name, also for one that nobody here knows', async () => {
    const env = { HTTPS_PROXY: at(), GUILDHALL_PROXY_RESOLVES: 'yes' }
    expect((await call(env)).body).toBe('GET api.example.com')
    await expect(call(env, 'https://unknown.example.com/')).rejects.toMatchObject({ code: 'proxy-refused' })
    expect(proxy.asked).toEqual(['api.example.com:443', 'unknown.example.com:443'])
  })

  test('a name that nobody here knows is not given away to a proxy that was not to resolve it', async () => {
    await expect(call({ HTTPS_PROXY: at() }, 'https://unknown.example.com/')).rejects.toMatchObject({
      code: 'target-unknown',
      blockers: [{ remedy: expect.stringContaining('GUILDHALL_PROXY_RESOLVES=yes') }],
    })
    expect(proxy.asked).toEqual([])
  })

  test.each(['https://intranet/', 'https://erp.internal/', 'https://printer.local/', 'https://router.home.arpa/', 'https://erp.corp/'])(
    'a proxy that resolves names is not asked for one that only exists inside: %s',
    async url => {
      await expect(call({ HTTPS_PROXY: at(), GUILDHALL_PROXY_RESOLVES: 'yes' }, url)).rejects.toMatchObject({ code: 'target-refused' })
      expect(proxy.asked).toEqual([])
    },
  )

  test('a private target that is allowed goes through it too, unless NO_PROXY names it', async () => {
    const more = { allowed: () => [{ host: 'erp.corp', port: 8443 }], resolve: () => Promise.resolve(['10.0.0.7']) }
    await expect(call({ HTTPS_PROXY: at() }, 'https://erp.corp:8443/', more)).rejects.toMatchObject({ code: 'proxy-refused' })
    expect(proxy.asked).toEqual(['10.0.0.7:8443'])
    await expect(call({ HTTPS_PROXY: at(), NO_PROXY: '.corp' }, 'https://erp.corp:8443/', more)).rejects.toMatchObject({
      code: 'target-silent',
    })
    expect(watch.began.at(-1)).toBe('10.0.0.7 8443')
  })

  test('this machine itself is never asked of the proxy, which would call itself', async () => {
    const here = await listenHttp((_, response) => void response.end('here'))
    open.push(here)
    const more = { allowed: () => [{ host: 'localhost', port: here.port }] }
    const { body } = await call({ HTTP_PROXY: at(), GUILDHALL_PROXY_RESOLVES: 'yes' }, `http://localhost:${here.port}/`, more)
    expect(body).toBe('here')
    expect(proxy.asked).toEqual([])
  })

  test('that itself speaks TLS, it has to prove itself first', async () => {
    const [trusted, unknown] = [await makeIdentity({ ip: ['127.0.0.1'] }, { authority }), await makeIdentity({ ip: ['127.0.0.1'] })]
    for (const [identity, code] of [
      [trusted, undefined],
      [unknown, 'tls-not-trusted'],
    ] as const) {
      const secured = await listenProxy(routes, 502, identity)
      open.push(secured)
      const result = await call({ HTTPS_PROXY: `https://127.0.0.1:${secured.port}` }).catch((error: unknown) => error)
      if (code === undefined) expect(result).toMatchObject({ body: 'GET api.example.com' })
      else expect(result).toMatchObject({ code, message: expect.stringContaining('The proxy') })
    }
  })
})

describe('a proxy that does not help is told from a target that does not', () => {
  test.each([403, 407, 502, 301])('it answers %d', async status => {
    const refusing = await listenProxy({}, status)
    open.push(refusing)
    const error = await call({ HTTPS_PROXY: `http://me:hunter2@127.0.0.1:${refusing.port}` }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'unavailable', code: 'proxy-refused' })
    expect(JSON.stringify(error) + String(error)).not.toContain('hunter2')
  })

  test.each<[string, string]>([
    ['no answer to what was asked', 'HTTP/1.1 405 No\r\ncontent-length: 0\r\n\r\n'],
    ['bytes behind its answer that nobody asked for', 'HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n'],
    ['no HTTP', 'SSH-2.0-hello\r\n'],
    ['headers without end', `HTTP/1.1 200 OK\r\nx-large: ${'x'.repeat(40_000)}\r\n\r\n`],
  ])('it sends %s', async (_, said) => {
    const odd = await listenRaw(socket => socket.once('data', () => void socket.write(said)))
    open.push(odd)
    await expect(call({ HTTPS_PROXY: `http://127.0.0.1:${odd.port}` })).rejects.toMatchObject({
      kind: 'unavailable',
      code: expect.stringMatching(/^(?:proxy-refused|answer-broken|target-silent)$/),
    })
  })

  test('it is not there', async () => {
    const gone = await listenRaw(() => undefined)
    await gone.close()
    await expect(call({ HTTPS_PROXY: `http://127.0.0.1:${gone.port}` })).rejects.toMatchObject({
      code: 'target-silent',
      message: expect.stringContaining('the proxy'),
    })
  })
})

describe('a private target', () => {
  test('that is taken away is gone for the next call, though its connection still stands', async () => {
    const server = await listenHttp((_, response) => void response.end('inside'))
    open.push(server)
    let allowed = [{ host: '127.0.0.1', port: server.port }]
    const exit = createExit({ ...readExitSettings({}), allowed: () => allowed })
    const url = `http://127.0.0.1:${server.port}/`
    await exit.request({ url })
    await setTimeout(20)
    await exit.request({ url })
    expect(server.connections()).toBe(1)
    await setTimeout(20)
    allowed = []
    await expect(exit.request({ url })).rejects.toMatchObject({ code: 'target-refused' })
    expect(server.connections()).toBe(1)
    await exit.close()
  })

  test('is this host on this port, in any spelling, and nothing else', async () => {
    const server = await listenHttp((_, response) => void response.end('inside'))
    const other = await listenHttp((_, response) => void response.end('inside'))
    open.push(server, other)
    const exit = createExit({
      ...readExitSettings({}),
      allowed: () => [{ host: 'LOCALHOST.', port: server.port }],
      resolve: () => Promise.resolve(['127.0.0.1']),
    })
    expect((await exit.request({ url: `http://localhost:${server.port}/` })).status).toBe(200)
    for (const url of [`http://localhost:${other.port}/`, `http://127.0.0.1:${server.port}/`, `http://erp.example.com:${server.port}/`])
      await expect(exit.request({ url })).rejects.toMatchObject({ code: 'target-refused' })
    expect(other.connections()).toBe(0)
    await exit.close()
  })

  test('where the list of them can’t be read, nothing inside is called, and the internet still is', async () => {
    const exit = createExit({
      ...readExitSettings({ HTTPS_PROXY: at() }),
      ca: [authority.cert],
      allowed: () => Promise.reject(new Error('the database is gone')),
      resolve: () => Promise.resolve(['93.184.216.34']),
    })
    await expect(exit.request({ url: 'https://10.0.0.7:8443/' })).rejects.toMatchObject({ kind: 'unavailable', code: 'targets-unreadable' })
    expect((await exit.request({ url: 'https://api.example.com/' })).status).toBe(200)
    await exit.close()
  })
})
