import { once } from 'node:events'
import { createServer } from 'node:tls'
import type { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Identity } from './certificates.fixture.ts'
import { makeAuthority, makeIdentity } from './certificates.fixture.ts'
import { createExit } from './exit.ts'
import type { Exit, ExitParts } from './exit.ts'
import { noProxy } from './proxy.ts'
import { listenProxy, listenRaw } from './servers.fixture.ts'
import type { Listening } from './servers.fixture.ts'
import type { HostAndPort } from './target.ts'

let authority: Identity
let mail: Listening
let encrypted: ReturnType<typeof createServer>
const open: { close(): unknown }[] = []

beforeAll(async () => {
  authority = await makeAuthority('Company CA')
  mail = await listenRaw(socket => void socket.write('220 mail.example.com\r\n'))
  const identity = await makeIdentity({ dns: ['logs.example.com'] }, { authority })
  encrypted = createServer({ ...identity, ALPNProtocols: ['http/1.1'] }, socket => {
    socket.on('error', () => undefined)
    socket.write(`spoken: ${socket.alpnProtocol || 'nothing named'}`)
  })
  encrypted.on('tlsClientError', () => undefined)
  encrypted.listen(0, '127.0.0.1')
  await once(encrypted, 'listening')
  open.push(mail, encrypted)
})
afterAll(() => Promise.all(open.map(each => each.close())))

const make = (allowed: HostAndPort[], more: Partial<ExitParts> = {}): Exit => {
  const exit = createExit({
    proxy: noProxy,
    ca: [authority.cert],
    allowed: () => allowed,
    resolve: host => Promise.resolve([host === 'public.example.com' ? '93.184.216.34' : '127.0.0.1']),
    ...more,
  })
  open.push(exit)
  return exit
}
const securePort = () => {
  const address = encrypted.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
const heard = async (socket: Socket): Promise<string> => {
  const [chunk] = await once(socket, 'data')
  socket.destroy()
  return String(chunk)
}

describe('a connection for another protocol', () => {
  test('reaches a private target that two people opened, which may greet first', async () => {
    const target = { host: 'mail.example.com', port: mail.port }
    expect(await heard(await make([target]).connect({ ...target, tls: 'never' }))).toBe('220 mail.example.com\r\n')
  })

  test('is judged like any call: nothing private that nobody opened', async () => {
    const before = mail.connections()
    const line = { host: 'mail.example.com', port: mail.port, tls: 'later' } as const
    await expect(make([]).connect(line)).rejects.toMatchObject({ code: 'target-refused' })
    expect(mail.connections()).toBe(before)
  })

  test('is encrypted wherever it leaves the company', async () => {
    await expect(make([]).connect({ host: 'public.example.com', port: 25, tls: 'never' })).rejects.toMatchObject({
      code: 'target-refused',
      blockers: [expect.objectContaining({ reason: expect.stringContaining('is encrypted') })],
    })
  })

  test('begins with TLS where that comes first, and names no protocol of the web', async () => {
    const target = { host: 'logs.example.com', port: securePort() }
    expect(await heard(await make([target]).connect({ ...target, tls: 'at-once' }))).toBe('spoken: nothing named')
  })

  test('insists on who the other side is', async () => {
    const target = { host: 'other.example.com', port: securePort() }
    await expect(make([target]).connect({ ...target, tls: 'at-once' })).rejects.toMatchObject({ code: 'tls-not-trusted' })
  })

  test.each([
    ['a port of something else', { host: 'mail.example.com', port: 22 }],
    ['a host that is none', { host: 'mail..example', port: 587 }],
  ])('not to %s', async (_, target) => {
    await expect(make([target]).connect({ ...target, tls: 'later' })).rejects.toMatchObject({ code: 'bad-target' })
  })

  test('goes through the proxy, with what a mail server says first', async () => {
    const proxy = await listenProxy({ '93.184.216.34:587': mail.port })
    open.push(proxy)
    const way = { scheme: 'http', host: '127.0.0.1', port: proxy.port, authorization: undefined } as const
    const exit = make([], { proxy: { ...noProxy, https: way } })
    expect(await heard(await exit.connect({ host: 'public.example.com', port: 587, tls: 'later' }))).toBe('220 mail.example.com\r\n')
    expect(proxy.asked).toEqual(['93.184.216.34:587'])
  })

  test('ends with the next call once its private target was withdrawn', async () => {
    const target = { host: 'mail.example.com', port: mail.port }
    const allowed = [target]
    const exit = make(allowed)
    const socket = await exit.connect({ ...target, tls: 'never' })
    allowed.pop()
    await expect(exit.connect({ ...target, tls: 'never' })).rejects.toMatchObject({ code: 'target-refused' })
    expect(socket.destroyed).toBe(true)
  })

  test('ends with the exit', async () => {
    const target = { host: 'mail.example.com', port: mail.port }
    const exit = make([target])
    const socket = await exit.connect({ ...target, tls: 'never' })
    const later = exit.connect({ ...target, tls: 'never' })
    await exit.close()
    expect(socket.destroyed).toBe(true)
    await expect(later).rejects.toMatchObject({ code: 'target-silent' })
  })
})
