import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { BlockList, connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Reach } from './arrival.ts'
import { arrivalOf, loopbackReach } from './arrival.ts'

/* Whose request it is, and whether it is for us, read from real requests on a real socket. */

type Said = ReturnType<typeof arrivalOf> | string
let judge: ((request: IncomingMessage) => void) | undefined
const server = createServer({ requireHostHeader: false }, (request, response) => {
  judge?.(request)
  response.end()
})
beforeAll(() => new Promise<void>(done => void server.listen(0, '127.0.0.1', done)))
afterAll(() => new Promise(done => server.close(done)))

/** Sends these lines as they stand, and tells how they arrived, or the code of the refusal. */
const heard = (lines: readonly string[], reach: Reach): Promise<Said> =>
  new Promise((resolve, reject) => {
    judge = request => {
      try {
        resolve(arrivalOf(request, reach))
      } catch (error) {
        if (error instanceof Refusal) resolve(error.code)
        else reject(error)
      }
      socket.destroy()
    }
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
  })

const list = (...addresses: string[]): BlockList => {
  const proxies = new BlockList()
  for (const address of addresses) proxies.addAddress(address, address.includes(':') ? 'ipv6' : 'ipv4')
  return proxies
}
const origin = 'https://guildhall.example.com'
const behind: Reach = { origin, loopback: false, proxies: list('127.0.0.1', '10.0.0.5') }
const open: Reach = { origin, loopback: false, proxies: null }
const elsewhere: Reach = { origin, loopback: true, proxies: list('10.0.0.5') }

const get = (...headers: string[]) => ['GET /api/me HTTP/1.1', ...headers]
const ours = 'host: guildhall.example.com'
const tls = 'x-forwarded-proto: https'

describe('a request that only this machine can send', () => {
  test.each([
    ['localhost', get('host: localhost:4400'), { origin: 'http://localhost:4400', secure: false, source: '127.0.0.1' }],
    ['127.0.0.1', get('host: 127.0.0.1:4400'), { origin: 'http://127.0.0.1:4400', secure: false, source: '127.0.0.1' }],
    ['[::1]', get('host: [::1]:4400'), { origin: 'http://[::1]:4400', secure: false, source: '127.0.0.1' }],
    ['LOCALHOST', get('host: LOCALHOST:4400'), { origin: 'http://localhost:4400', secure: false, source: '127.0.0.1' }],
    ['a name that was pointed here (DNS rebinding)', get('host: evil.example:4400'), 'unknown-host'],
    ['a name that begins like ours', get('host: localhost.evil.example'), 'unknown-host'],
    ['a name that ends like ours', get('host: evil-localhost'), 'unknown-host'],
    ['our name and something', get('host: localhost@evil.example'), 'unknown-host'],
    ['no name', get(), 'unknown-host'],
    ['an empty name', get('host:'), 'unknown-host'],
    ['two names', get('host: localhost:4400', 'host: evil.example'), 'bad-request'],
    ['a whole address, as proxies are asked', ['GET http://localhost:4400/ HTTP/1.1', 'host: localhost:4400'], 'bad-request'],
    ['a name for us in a header that we don’t believe', get('host: evil.example', 'x-forwarded-host: localhost'), 'unknown-host'],
  ])('under %s', async (_, lines, wanted) => expect(await heard(lines, loopbackReach)).toEqual(wanted))
})

describe('a request that comes through a proxy that we know', () => {
  const from = (forwarded: string) => get(ours, tls, `x-forwarded-for: ${forwarded}`)
  test.each([
    ['with all that it says', from('203.0.113.9'), { origin, secure: true, source: '203.0.113.9' }],
    ['saying nothing of encryption', get(ours, 'x-forwarded-for: 203.0.113.9'), { origin, secure: true, source: '203.0.113.9' }],
    ['under the scheme’s own port', get(`${ours}:443`, tls), { origin, secure: true, source: '127.0.0.1' }],
    [
      'with the name that was opened',
      get('host: inside:4400', 'x-forwarded-host: guildhall.example.com', tls),
      { origin, secure: true, source: '127.0.0.1' },
    ],
    ['of which another name was opened', get('host: inside', 'x-forwarded-host: evil.example', tls), 'unknown-host'],
    ['of which the last word counts', get('host: inside', 'x-forwarded-host: guildhall.example.com, evil.example', tls), 'unknown-host'],
    ['that nobody encrypted', get(ours, 'x-forwarded-proto: http'), 'not-encrypted'],
    ['where somebody wrote an address before the proxy did', from('1.2.3.4, 203.0.113.9'), { origin, secure: true, source: '203.0.113.9' }],
    ['through two of ours', from('203.0.113.9, 10.0.0.5'), { origin, secure: true, source: '203.0.113.9' }],
    ['with something that is no address', from('203.0.113.9, unknown'), { origin, secure: true, source: '127.0.0.1' }],
    ['by IPv6, of which a /64 is one source', from('2001:db8:1:2:3:4:5:6'), { origin, secure: true, source: '2001:db8:1:2::/64' }],
    ['by a short IPv6 address', from('2001:db8::1'), { origin, secure: true, source: '2001:db8:0:0::/64' }],
    ['by IPv4 in IPv6', from('::ffff:203.0.113.9'), { origin, secure: true, source: '203.0.113.9' }],
    ['under a loopback name', get('host: localhost:4400', 'x-forwarded-for: 203.0.113.9'), 'unknown-host'],
  ])('%s', async (_, lines, wanted) => expect(await heard(lines, behind)).toEqual(wanted))
})

describe('a request past the proxy', () => {
  test.each([
    ['claiming to be encrypted', get(ours, tls, 'x-forwarded-for: 203.0.113.9'), 'not-encrypted'],
    ['claiming another name', get('host: evil.example', 'x-forwarded-host: guildhall.example.com', tls), 'unknown-host'],
    [
      'from this machine, as operators do',
      get('host: localhost:4400'),
      { origin: 'http://localhost:4400', secure: false, source: '127.0.0.1' },
    ],
    [
      'claiming an address',
      get('host: localhost:4400', 'x-forwarded-for: 203.0.113.9'),
      { origin: 'http://localhost:4400', secure: false, source: '127.0.0.1' },
    ],
  ])('%s', async (_, lines, wanted) => expect(await heard(lines, elsewhere)).toEqual(wanted))

  test('where there is none, over a connection that others can read', async () => {
    expect(await heard(get(ours), open)).toBe('not-encrypted')
    expect(await heard(get(ours, tls), open)).toBe('not-encrypted')
  })
})
