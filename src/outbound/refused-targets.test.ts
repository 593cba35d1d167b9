import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '#src/kernel/refusal.ts'
import { makeAuthority, makeIdentity } from './certificates.fixture.ts'
import { createExit } from './exit.ts'
import type { Exit, ExitParts } from './exit.ts'
import { hostileTargets, insideNames } from './hostile-targets.fixture.ts'
import { noProxy } from './proxy.ts'
import type { ExitRequest } from './request.ts'
import { listenHttps, listenProxy } from './servers.fixture.ts'
import type { Listening, ProxyListening } from './servers.fixture.ts'
import { watchSockets } from './sockets.fixture.ts'

/** What must never be reached. It would answer anybody. */
let inside: Listening
/** A server that sends everybody where its path says; reachable as a private target, and behind the proxy as api.example.com. */
let pointer: Listening
let proxy: ProxyListening
let ca: string
let watch: ReturnType<typeof watchSockets>
const resolve = (host: string) => Promise.resolve(insideNames[host] ?? [])

beforeAll(async () => {
  const authority = await makeAuthority('Test CA')
  ca = authority.cert
  const identity = await makeIdentity(
    { dns: ['api.example.com', 'localhost', 'inside.example.com'], ip: ['127.0.0.1', '::1'] },
    { authority },
  )
  inside = await listenHttps(identity, (_, response) => void response.end('the inside'))
  pointer = await listenHttps(identity, (request, response) => {
    const [, status, to = ''] = /^\/(\d+)\/(.*)$/.exec(request.url ?? '') ?? []
    // A header holds ASCII; a spelling beyond it arrives percent-encoded, which URLs read as the same.
    const location = decodeURIComponent(to).replace(/[^\t -~]/gu, encodeURIComponent)
    response.writeHead(Number(status), { location }).end()
  })
  proxy = await listenProxy({ '93.184.216.34:443': pointer.port, 'api.example.com:443': pointer.port })
})
afterAll(() => Promise.all([inside.close(), pointer.close(), proxy.close()]))
beforeEach(() => {
  watch = watchSockets()
  proxy.asked.length = 0
})
afterEach(() => watch.stop())

const targets = () => hostileTargets.map(target => target.replace('PORT', String(inside.port)))
const settings = (resolves: 'here' | 'proxy'): ExitParts['proxy'] => {
  const through = { scheme: 'http', host: '127.0.0.1', port: proxy.port, authorization: undefined } as const
  return { https: through, http: through, except: [], resolves }
}

/** Calls every target; the codes of the refusals, and what was let through. */
const callAll = async (exit: Exit, request: (target: string) => ExitRequest) => {
  const through: string[] = []
  const codes = new Set<string>()
  for (const target of targets()) {
    const answer = await exit.request(request(target)).catch((error: unknown) => error)
    if (answer instanceof Refusal && answer.kind !== 'unavailable') codes.add(answer.code)
    else through.push(`${target}: ${answer instanceof Error ? `${answer.name} ${answer.message}` : 'answered'}`)
  }
  await exit.close()
  return { through, codes: [...codes].sort() }
}

const toProxy = () => `127.0.0.1 ${proxy.port}`
const toPointer = () => `127.0.0.1 ${pointer.port}`

describe('no spelling of an inside address is ever connected to', () => {
  test('there are at least 60 of them', () => {
    expect(new Set(hostileTargets).size).toBeGreaterThanOrEqual(60)
  })

  test.each([
    ['a plain call', (url: string): ExitRequest => ({ url })],
    ['a call with a body', (url: string): ExitRequest => ({ url, method: 'POST', body: '{"to":"the inside"}', follow: true })],
  ])('by %s', async (_, request) => {
    const exit = createExit({ proxy: noProxy, ca: [ca], allowed: () => [], resolve })
    expect(await callAll(exit, request)).toEqual({ through: [], codes: ['bad-target', 'target-refused'] })
    expect(watch.began).toEqual([])
    expect(inside.connections()).toBe(0)
  })

  test.each(['here', 'proxy'] as const)('through a proxy, names resolved by %s', async resolves => {
    const exit = createExit({ proxy: settings(resolves), ca: [ca], allowed: () => [], resolve })
    expect(await callAll(exit, url => ({ url }))).toEqual({ through: [], codes: ['bad-target', 'target-refused'] })
    expect(proxy.asked).toEqual([])
    expect(watch.began).toEqual([])
  })

  test.each([301, 302, 303, 307, 308])('after a redirect %d of a private target', async status => {
    const allowed = () => [{ host: '127.0.0.1', port: pointer.port }]
    const exit = createExit({ proxy: noProxy, ca: [ca], allowed, resolve })
    const request = (to: string) => ({ url: `https://127.0.0.1:${pointer.port}/${status}/${encodeURIComponent(to)}`, follow: true })
    const { through, codes } = await callAll(exit, request)
    expect({ through, codes }).toEqual({ through: [], codes: ['bad-target', 'redirect-refused', 'target-refused'] })
    expect(watch.began.filter(address => address !== toPointer())).toEqual([])
    expect(inside.connections()).toBe(0)
  })

  test.each([302, 307])('after a redirect %d of a public site, through a proxy', async status => {
    const exit = createExit({ proxy: settings('here'), ca: [ca], allowed: () => [], resolve })
    const request = (to: string) => ({
      url: `https://api.example.com/${status}/${encodeURIComponent(to)}`,
      follow: true,
      method: 'POST' as const,
    })
    const { through } = await callAll(exit, request)
    expect(through).toEqual([])
    expect(new Set(proxy.asked)).toEqual(new Set(['93.184.216.34:443']))
    expect(watch.began.filter(address => address !== toProxy() && address !== toPointer())).toEqual([])
    expect(inside.connections()).toBe(0)
  })
})

describe('the counters count', () => {
  test('a connection that is allowed, at the socket and at the listener', async () => {
    const before = inside.connections()
    const exit = createExit({ proxy: noProxy, ca: [ca], allowed: () => [{ host: '127.0.0.1', port: inside.port }], resolve })
    const { status } = await exit.request({ url: `https://127.0.0.1:${inside.port}/` })
    await exit.close()
    expect(status).toBe(200)
    expect(watch.began).toEqual([`127.0.0.1 ${inside.port}`])
    expect(inside.connections() - before).toBe(1)
  })

  test('a call to the internet is begun at the judged address, and would leave', async () => {
    const exit = createExit({ proxy: noProxy, ca: [ca], allowed: () => [], resolve })
    await expect(exit.request({ url: 'https://api.example.com/' })).rejects.toMatchObject({ code: 'target-silent' })
    await exit.close()
    expect(watch.began).toEqual(['93.184.216.34 443'])
  })
})
