import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeAuthority, makeIdentity } from './certificates.fixture.ts'
import { createExit } from './exit.ts'
import type { Exit } from './exit.ts'
import { listenHttp, listenHttps, listenProxy } from './servers.fixture.ts'
import type { Listening, ProxyListening } from './servers.fixture.ts'

/** Stands at the public addresses of api.example.com and other.example.com behind the proxy, and on loopback. */
let server: Listening
let plain: Listening
let proxy: ProxyListening
let ca: string
let exit: Exit
let allowed: { host: string; port: number }[]
const seen: { host: string; method: string; path: string; headers: IncomingMessage['headers']; body: string }[] = []

beforeAll(async () => {
  const authority = await makeAuthority('Test CA')
  ca = authority.cert
  const identity = await makeIdentity({ dns: ['api.example.com', 'other.example.com', 'localhost'], ip: ['127.0.0.1'] }, { authority })
  const answer = async (request: IncomingMessage) => {
    const { method = '', url = '', headers } = request
    seen.push({ host: headers.host ?? '', method, path: url, headers, body: await text(request) })
    const [, status, to] = /^\/(\d{3})\/(.*)$/.exec(url) ?? []
    return status === undefined ? { status: 200 } : { status: Number(status), location: decodeURIComponent(to ?? '') }
  }
  server = await listenHttps(identity, (request, response) => {
    void answer(request).then(({ status, ...headers }) => response.writeHead(status, headers).end('done'))
  })
  plain = await listenHttp((request, response) => {
    void answer(request).then(({ status, ...headers }) => response.writeHead(status, headers).end('done'))
  })
  proxy = await listenProxy({ '93.184.216.34:443': server.port, '93.184.216.35:443': server.port })
})
afterAll(() => Promise.all([server.close(), plain.close(), proxy.close()]))
beforeEach(() => {
  seen.length = 0
  allowed = []
  const through = { scheme: 'http', host: '127.0.0.1', port: proxy.port, authorization: undefined } as const
  exit = createExit({
    proxy: { https: through, http: undefined, except: [], resolves: 'here' },
    ca: [ca],
    allowed: () => allowed,
    resolve: host => Promise.resolve(host === 'other.example.com' ? ['93.184.216.35'] : ['93.184.216.34']),
  })
})
afterEach(() => exit.close())

const start = 'https://api.example.com'
const redirect = (status: number, to: string) => `/${status}/${encodeURIComponent(to)}`
const headers = {
  authorization: 'Bearer secret',
  cookie: 'session=secret',
  'x-api-key': 'secret',
  accept: 'application/json',
  'content-type': 'text/plain',
}

describe('a redirect', () => {
  test('is not followed unless asked, but shown', async () => {
    const answer = await exit.request({ url: `${start}${redirect(302, '/there')}` })
    expect(answer).toMatchObject({ status: 302, headers: { location: '/there' }, origin: 'https://api.example.com:443' })
    expect(seen).toHaveLength(1)
  })

  test.each<[number, 'GET' | 'HEAD' | 'POST' | 'PUT', string, string]>([
    [301, 'GET', 'GET', ''],
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [302, 'PUT', 'PUT', 'hello'],
    [303, 'PUT', 'GET', ''],
    [303, 'HEAD', 'HEAD', ''],
    [307, 'POST', 'POST', 'hello'],
    [308, 'PUT', 'PUT', 'hello'],
  ])('%d turns a %s into a %s', async (status, method, then, body) => {
    const content = method === 'GET' || method === 'HEAD' ? {} : { body: 'hello' }
    const answer = await exit.request({ url: `${start}${redirect(status, '../there?q=1')}`, method, headers, ...content, follow: true })
    expect(answer.status).toBe(200)
    expect(seen[1]).toMatchObject({
      method: then,
      path: '/there?q=1',
      body,
      headers: { authorization: 'Bearer secret', 'x-api-key': 'secret' },
    })
    expect(seen[1]?.headers['content-type']).toBe(body === '' && method !== 'GET' && method !== 'HEAD' ? undefined : 'text/plain')
  })

  test('takes no credential to another origin, under whatever name', async () => {
    const { origin } = await exit.request({ url: `${start}${redirect(302, 'https://other.example.com/there')}`, headers, follow: true })
    expect(origin).toBe('https://other.example.com:443')
    expect(seen.map(({ host }) => host)).toEqual(['api.example.com', 'other.example.com'])
    expect(JSON.stringify(seen[0])).toContain('secret')
    expect(JSON.stringify(seen[1])).not.toContain('secret')
    expect(seen[1]?.headers.accept).toBe('application/json')
  })

  test('does not come back to credentials by a detour', async () => {
    const back = `https://other.example.com${redirect(302, `${start}/there`)}`
    await exit.request({ url: `${start}${redirect(302, back)}`, headers, follow: true })
    expect(seen).toHaveLength(3)
    expect(JSON.stringify(seen[2])).not.toContain('secret')
  })

  const refused = (code = 'redirect-refused') => expect.objectContaining({ code })

  test.each([307, 308])('%d never sends a body on to another origin', async status => {
    const url = `${start}${redirect(status, 'https://other.example.com/there')}`
    await expect(exit.request({ url, method: 'POST', body: 'secret', follow: true })).rejects.toEqual(refused())
    expect(seen).toHaveLength(1)
  })

  test('never leads from https to http', async () => {
    allowed = [{ host: '127.0.0.1', port: plain.port }]
    await expect(exit.request({ url: `${start}${redirect(302, 'http://api.example.com/')}`, follow: true })).rejects.toEqual(refused())
    await expect(exit.request({ url: `${start}${redirect(302, `http://127.0.0.1:${plain.port}/`)}`, follow: true })).rejects.toEqual(
      refused(),
    )
    expect(seen.every(({ host }) => host === 'api.example.com')).toBe(true)
  })

  test('of a public site never leads to a private target, even to one that is allowed', async () => {
    allowed = [{ host: '127.0.0.1', port: server.port }]
    await expect(exit.request({ url: `${start}${redirect(302, `https://127.0.0.1:${server.port}/`)}`, follow: true })).rejects.toEqual(
      refused(),
    )
    expect(seen).toHaveLength(1)
  })

  test('of a private target may lead to another one, and from http to https', async () => {
    allowed = [server, plain].map(({ port }) => ({ host: '127.0.0.1', port }))
    const url = `http://127.0.0.1:${plain.port}${redirect(301, `https://127.0.0.1:${server.port}/there`)}`
    expect(await exit.request({ url, follow: true })).toMatchObject({ status: 200, origin: `https://127.0.0.1:${server.port}` })
  })

  test('is followed five times and no more', async () => {
    const chain = (length: number): string => Array.from({ length }).reduce<string>(to => redirect(302, to), '/end')
    expect((await exit.request({ url: `${start}${chain(5)}`, follow: true })).status).toBe(200)
    await expect(exit.request({ url: `${start}${chain(6)}`, follow: true })).rejects.toEqual(refused())
  })

  test.each([
    ['with a password', 'https://user:pass@api.example.com/'],
    ['with a tab', '/a\tb'],
    ['with a backslash', '/\\other.example.com/'],
    ['to another way of speaking', 'ftp://api.example.com/'],
    ['to a script', 'javascript:alert(1)'],
    ['to nowhere', 'https://'],
  ])('%s is refused', async (_, to) => {
    const error = exit.request({ url: `${start}${redirect(302, to)}`, follow: true })
    await expect(error).rejects.toMatchObject({ code: expect.stringMatching(/^(?:bad-target|redirect-refused)$/) })
    expect(seen).toHaveLength(1)
  })

  test('without a place to go, or of another kind, is an answer like any other', async () => {
    for (const status of [300, 304])
      expect((await exit.request({ url: `${start}${redirect(status, '/there')}`, follow: true })).status).toBe(status)
  })
})
