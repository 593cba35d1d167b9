import { request } from 'node:https'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { RequestListener } from 'node:http'
import { connect as connectTls } from 'node:tls'
import type { PeerCertificate } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import { makeAuthority, makeIdentity } from '#src/outbound/certificates.fixture.ts'
import type { Limits } from './limits.ts'
import type { Listener } from './listen.ts'
import { listen } from './listen.ts'

/* Whoever is slow, many or unreadable holds nothing up: on a real socket, with limits short enough to wait for. */

const short: Limits = {
  headersTime: 300,
  requestTime: 600,
  silence: 400,
  keepAlive: 200,
  headerBytes: 2048,
  connections: 30,
  connectionsFromOne: 8,
  drain: 300,
}
const answer: RequestListener = (message, response) => {
  message.resume().on('end', () => response.end('here'))
}

let opened: Listener[] = []
let sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await Promise.all(opened.map(each => each.drain()))
  opened = []
  sockets = []
})
const open = async (parts: { limits?: Limits; handle?: RequestListener; tls?: { cert: string; key: string } | null } = {}) => {
  const listener = await listen({ host: '127.0.0.1', port: 0, tls: null, proxies: null, limits: short, handle: answer, ...parts })
  opened.push(listener)
  return listener
}

/** A connection, and all that was heard on it until it ended. */
const dial = (port: number) => {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  let heard = ''
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString())).on('error', () => undefined)
  return { socket, ended: new Promise<string>(resolve => socket.on('close', () => resolve(heard))) }
}
const say = (port: number, text: string): Promise<string> => {
  const { socket, ended } = dial(port)
  socket.write(text)
  return ended
}
const statusOf = (heard: string): string => heard.slice(9, 12)

describe('whoever is slow', () => {
  test('in sending headers is told so, and let go', async () => {
    const { port } = await open()
    const { socket, ended } = dial(port)
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n')
    const drip = setInterval(() => socket.writable && socket.write('x-a: b\r\n'), 50)
    const heard = await ended
    clearInterval(drip)
    expect(statusOf(heard)).toBe('408')
    expect(heard).toContain('"code":"too-slow"')
  })

  test('in sending content is told so, and let go', async () => {
    const { port } = await open()
    const { socket, ended } = dial(port)
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n')
    const drip = setInterval(() => socket.writable && socket.write('x'), 50)
    const heard = await ended
    clearInterval(drip)
    expect(statusOf(heard)).toBe('408')
  })

  test('in reading the answer is let go', async () => {
    const much = Buffer.alloc(32 * 1024 * 1024)
    let finished: boolean | undefined
    const { port } = await open({
      handle: (_, response) => {
        response.on('close', () => (finished = response.writableFinished))
        response.end(much)
      },
    })
    const { socket } = dial(port)
    socket.pause()
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    await expect.poll(() => finished, { timeout: 5_000 }).toBe(false)
  })

  test('or says nothing at all is let go', async () => {
    const { port } = await open()
    expect(await dial(port).ended).not.toContain('200')
  })

  test('a connection without a further request is closed', async () => {
    const { port } = await open()
    expect(statusOf(await say(port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'))).toBe('200')
  })

  test('a hundred of them keep nobody else waiting', async () => {
    const { port } = await open({ limits: { ...short, silence: 5_000, connections: 500, connectionsFromOne: 500 } })
    const slow = Array.from({ length: 100 }, () => dial(port))
    for (const { socket } of slow) socket.write('GET / HTTP/1.1\r\nhost: x\r\n')
    expect(statusOf(await say(port, 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'))).toBe('200')
    for (const heard of await Promise.all(slow.map(({ ended }) => ended))) expect(statusOf(heard)).toBe('408')
  })
})

describe('what is no request', () => {
  test.each([
    ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(4096)}\r\n\r\n`, '431', 'headers-too-large'],
    ['no HTTP at all', '\u0016\u0003\u0001 hello\r\n\r\n', '400', 'bad-request'],
    ['an address with a NUL', 'GET /\0 HTTP/1.1\r\nhost: x\r\n\r\n', '400', 'bad-request'],
    [
      'two lengths (request smuggling)',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
      '400',
      'bad-request',
    ],
    [
      'a length and chunks (request smuggling)',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
      'bad-request',
    ],
    ['a header that is folded', 'GET / HTTP/1.1\r\nhost: x\r\n y: z\r\n\r\n', '400', 'bad-request'],
    ['a blank before the colon', 'GET / HTTP/1.1\r\nhost : x\r\n\r\n', '400', 'bad-request'],
  ])('%s is refused as everything is, and the connection ends', async (_, text, status, code) => {
    const { port } = await open()
    const heard = await say(port, text)
    expect(statusOf(heard)).toBe(status)
    expect(heard).toContain(`"code":"${code}"`)
    expect(heard).toContain('x-content-type-options: nosniff')
    expect(heard).toContain('connection: close')
  })
})

describe('whoever is many', () => {
  test('from one address has so many connections and no more; the next is served once one ends', async () => {
    const { port } = await open({ limits: { ...short, headersTime: 5_000, requestTime: 5_000, silence: 5_000 } })
    const held = Array.from({ length: short.connectionsFromOne }, () => dial(port))
    await Promise.all(held.map(({ socket }) => new Promise(resolve => socket.once('connect', resolve))))
    expect(await say(port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n')).toBe('')
    held[0]?.socket.destroy()
    await expect.poll(() => say(port, 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toContain('here')
  })
})

describe('asked to stop', () => {
  test('lets an answer that is under way finish, takes no new request, and ends what lasts too long', async () => {
    let finish: (() => void) | undefined
    const listener = await open({ limits: { ...short, silence: 5_000 }, handle: (_, response) => (finish = () => response.end('whole')) })
    const heard = say(listener.port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    await expect.poll(() => finish).toBeDefined()
    const drained = listener.drain()
    await expect(new Promise((_, reject) => connect(listener.port, '127.0.0.1').on('error', reject))).rejects.toThrow('ECONNREFUSED')
    finish?.()
    expect(await heard).toContain('whole')
    await drained

    const stuck = await open({ limits: { ...short, silence: 5_000 }, handle: () => undefined })
    const never = say(stuck.port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    await new Promise(resolve => setTimeout(resolve, 50))
    await stuck.drain()
    expect(await never).toBe('')
  })
})

describe('encrypted', () => {
  const ask = (port: number, ca: string): Promise<{ text: string; serial: string }> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, servername: 'localhost', ca, agent: false }, response => {
        const { serialNumber: serial } = (response.socket as unknown as { getPeerCertificate(): PeerCertificate }).getPeerCertificate()
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => resolve({ text, serial }))
      })
        .on('error', reject)
        .end()
    })

  test('answers with the certificate that it was given, and with a renewed one without a restart', async () => {
    const authority = await makeAuthority('Test authority')
    const [first, second] = await Promise.all([1, 2].map(() => makeIdentity({ dns: ['localhost'] }, { authority })))
    if (!first || !second) throw new Error('No certificates.')
    const listener = await open({ tls: first })
    const before = await ask(listener.port, authority.cert)
    expect(before.text).toBe('here')
    listener.renew(second)
    const after = await ask(listener.port, authority.cert)
    expect(after.text).toBe('here')
    expect(after.serial).not.toBe(before.serial)
  })

  test('speaks no TLS before 1.2, and no plain HTTP', async () => {
    const identity = await makeIdentity({ dns: ['localhost'] })
    const { port } = await open({ tls: identity })
    const old = new Promise((resolve, reject) => {
      const socket = connectTls(
        { host: '127.0.0.1', port, rejectUnauthorized: false, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
        () => resolve(socket.getProtocol()),
      )
      sockets.push(socket)
      socket.on('error', reject)
    })
    await expect(old).rejects.toThrow(/alert|version|protocol/i)
    expect(await say(port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n')).not.toContain('200')
  })
})
