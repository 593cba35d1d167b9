import { once } from 'node:events'
import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeAuthority, makeIdentity } from './certificates.fixture.ts'
import { createExit } from './exit.ts'
import type { ExitParts } from './exit.ts'
import { noProxy } from './proxy.ts'
import { listenHttps, listenProxy } from './servers.fixture.ts'
import type { Listening, ProxyListening } from './servers.fixture.ts'
import { watchSockets } from './sockets.fixture.ts'

/** The public and the inside address between which a name changes. */
const outside = '93.184.216.34'
const inside = '127.0.0.1'

/** A name server (RFC 1035) on loopback that answers each question for an address with what `next` says, for no time at all. */
const listenDns = async (next: () => readonly string[]) => {
  const socket = createSocket('udp4')
  let questions = 0
  socket.on('message', (query, { port, address }) => {
    const end = query.indexOf(0, 12) + 5
    const isA = query.readUInt16BE(end - 4) === 1
    if (isA) questions += 1
    const answers = isA ? next() : []
    const header = Buffer.from([query[0] ?? 0, query[1] ?? 0, 0x81, 0x80, 0, 1, 0, answers.length, 0, 0, 0, 0])
    const records = answers.map(ip => Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...ip.split('.').map(Number)]))
    socket.send(Buffer.concat([header, query.subarray(12, end), ...records]), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const resolver = new Resolver()
  resolver.setServers([`127.0.0.1:${socket.address().port}`])
  return { resolve: (host: string) => resolver.resolve4(host), questions: () => questions, close: () => socket.close() }
}

let server: Listening
let proxy: ProxyListening
let ca: string
let dns: Awaited<ReturnType<typeof listenDns>>
let answers: (readonly string[])[]
let watch: ReturnType<typeof watchSockets>
beforeAll(async () => {
  const authority = await makeAuthority('Test CA')
  ca = authority.cert
  server = await listenHttps(
    await makeIdentity({ dns: ['rebind.example.com'], ip: [inside] }, { authority }),
    (_, response) => void response.end('inside'),
  )
  proxy = await listenProxy({ [`${outside}:${server.port}`]: server.port, [`rebind.example.com:${server.port}`]: server.port })
  dns = await listenDns(() => answers.shift() ?? [inside])
})
afterAll(async () => {
  dns.close()
  await Promise.all([server.close(), proxy.close()])
})
beforeEach(() => {
  answers = []
  proxy.asked.length = 0
  watch = watchSockets()
})
afterEach(() => watch.stop())

const call = async (settings: Partial<ExitParts>) => {
  const before = dns.questions()
  const exit = createExit({ proxy: noProxy, ca: [ca], allowed: () => [], resolve: dns.resolve, ...settings })
  const result = await exit.request({ url: `https://rebind.example.com:${server.port}/` }).then(
    ({ body }) => body.toString(),
    (error: unknown) => error,
  )
  await exit.close()
  return { result, questions: dns.questions() - before }
}
const throughProxy = (): ExitParts['proxy'] => {
  const way = { scheme: 'http', host: '127.0.0.1', port: proxy.port, authorization: undefined } as const
  return { https: way, http: way, except: [], resolves: 'here' }
}

describe('a name that changes where it leads', () => {
  test('is asked for once, and the address that was judged is the one that is dialled', async () => {
    answers = [[outside]]
    const { result, questions } = await call({})
    expect(result).toMatchObject({ code: 'target-silent' })
    expect(watch.began).toEqual([`${outside} ${server.port}`])
    expect(questions).toBe(1)
  })

  test('is refused once it leads inside', async () => {
    answers = [[outside]]
    await call({})
    expect((await call({})).result).toMatchObject({ code: 'target-refused' })
    expect(watch.began).toEqual([`${outside} ${server.port}`])
    expect(server.connections()).toBe(0)
  })

  test('is refused where only one of its addresses leads inside, in whatever order', async () => {
    for (const mixed of [
      [outside, inside],
      [inside, outside],
      [outside, outside, '10.0.0.1'],
    ]) {
      answers = [mixed]
      expect((await call({})).result).toMatchObject({ code: 'target-refused' })
    }
    expect(watch.began).toEqual([])
  })

  test('through a proxy: the proxy is asked for the judged address, not for the name', async () => {
    answers = [[outside]]
    const { result, questions } = await call({ proxy: throughProxy() })
    expect(result).toBe('inside')
    expect(proxy.asked).toEqual([`${outside}:${server.port}`])
    expect(questions).toBe(1)
  })

  test('through a proxy that resolves names: what leads inside for us is refused before it is asked', async () => {
    answers = [[inside]]
    expect((await call({ proxy: { ...throughProxy(), resolves: 'proxy' } })).result).toMatchObject({ code: 'target-refused' })
    expect(proxy.asked).toEqual([])
  })

  test('many at once: no answer of the name server ever lets one in', async () => {
    answers = Array.from({ length: 100 }, (_, i) => [i % 2 === 0 ? outside : inside])
    const results = await Promise.all(Array.from({ length: 40 }, () => call({})))
    expect(results.map(({ result }) => result)).not.toContain('inside')
    expect(watch.began.filter(address => address.startsWith(inside))).toEqual([])
  })
})
