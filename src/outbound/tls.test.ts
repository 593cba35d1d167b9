import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Identity } from './certificates.fixture.ts'
import { makeAuthority, makeIdentity } from './certificates.fixture.ts'
import { createExit } from './exit.ts'
import type { ExitEvent } from './events.ts'
import { noProxy } from './proxy.ts'
import { listenHttp, listenHttps, listenRaw } from './servers.fixture.ts'
import type { Listening } from './servers.fixture.ts'

let company: Identity
let stranger: Identity
beforeAll(async () => {
  company = await makeAuthority('Company CA')
  stranger = await makeAuthority('Stranger CA')
})

const open: Listening[] = []
afterAll(() => Promise.all(open.map(each => each.close())))
const keep = async (listening: Promise<Listening>): Promise<Listening> => {
  open.push(await listening)
  return listening
}

/** Calls a server on loopback by name, as a private target, trusting only what is given. */
const call = async (server: Listening, ca: readonly string[] = [company.cert], host = 'erp.example.com') => {
  const events: ExitEvent[] = []
  const exit = createExit({
    proxy: noProxy,
    ca,
    allowed: () => [{ host, port: server.port }],
    resolve: () => Promise.resolve(['127.0.0.1']),
    observe: event => events.push(event),
  })
  try {
    const answer = await exit.request({ url: `https://${host}:${server.port}/`, headers: { authorization: 'Bearer hunter2' } })
    return { body: answer.body.toString(), events }
  } finally {
    await exit.close()
  }
}

let served = 0
const serve = (tls: Parameters<typeof listenHttps>[0]) =>
  keep(
    listenHttps(tls, (_, response) => {
      served += 1
      response.end('hello')
    }),
  )

describe('a server that proves who it is', () => {
  test('by the company’s own authority is believed', async () => {
    const server = await serve(await makeIdentity({ dns: ['erp.example.com'] }, { authority: company }))
    const { body, events } = await call(server)
    expect(body).toBe('hello')
    expect(events).toContainEqual(expect.objectContaining({ step: 'trusted', protocol: 'TLSv1.3', issuer: 'Company CA' }))
  })

  test('by TLS 1.2 is believed', async () => {
    const server = await serve({ ...(await makeIdentity({ dns: ['erp.example.com'] }, { authority: company })), maxVersion: 'TLSv1.2' })
    const { events } = await call(server)
    expect(events).toContainEqual(expect.objectContaining({ protocol: 'TLSv1.2' }))
  })

  test('by its IP address is believed for that address', async () => {
    const server = await serve(await makeIdentity({ ip: ['127.0.0.1'] }, { authority: company }))
    expect((await call(server, [company.cert], '127.0.0.1')).body).toBe('hello')
  })
})

describe('a server that does not is not spoken to', () => {
  const identities: [string, () => Promise<Identity>][] = [
    ['an expired certificate', () => makeIdentity({ dns: ['erp.example.com'] }, { authority: company, expired: true })],
    ['a certificate for another name', () => makeIdentity({ dns: ['www.example.com'] }, { authority: company })],
    ['a certificate for an address, called by name', () => makeIdentity({ ip: ['127.0.0.1'] }, { authority: company })],
    ['a certificate signed by itself', () => makeIdentity({ dns: ['erp.example.com'] })],
    ['a certificate of an authority that nobody knows', () => makeIdentity({ dns: ['erp.example.com'] }, { authority: stranger })],
  ]

  test.each(identities)('%s', async (_, make) => {
    const server = await serve(await make())
    const before = served
    const refused = call(server)
    await expect(refused).rejects.toMatchObject({ kind: 'unavailable', code: 'tls-not-trusted' })
    await expect(refused).rejects.toMatchObject({ message: expect.not.stringContaining('hunter2') })
    expect(served).toBe(before)
  })

  test('the company’s authority counts only where it was added', async () => {
    const server = await serve(await makeIdentity({ dns: ['erp.example.com'] }, { authority: company }))
    await expect(call(server, [])).rejects.toMatchObject({ code: 'tls-not-trusted' })
  })

  test('a certificate for a name, called by address', async () => {
    const server = await serve(await makeIdentity({ dns: ['erp.example.com'] }, { authority: company }))
    await expect(call(server, [company.cert], '127.0.0.1')).rejects.toMatchObject({ code: 'tls-not-trusted' })
  })

  test.each(['TLSv1', 'TLSv1.1'] as const)('%s is too old', async version => {
    const identity = await makeIdentity({ dns: ['erp.example.com'] }, { authority: company })
    const server = await serve({ ...identity, minVersion: version, maxVersion: version, ciphers: 'ALL@SECLEVEL=0' })
    await expect(call(server)).rejects.toMatchObject({ code: 'tls-not-trusted' })
  })

  test('no setting of Node’s turns this off', async () => {
    const server = await serve(await makeIdentity({ dns: ['erp.example.com'] }))
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    try {
      await expect(call(server)).rejects.toMatchObject({ code: 'tls-not-trusted' })
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before
    }
  })

  test('a port that speaks no TLS', async () => {
    await expect(call(await keep(listenHttp((_, response) => void response.end('hello'))))).rejects.toMatchObject({
      code: 'tls-not-trusted',
    })
  })

  test('a port that hangs up', async () => {
    await expect(call(await keep(listenRaw(socket => void socket.destroy())))).rejects.toMatchObject({ code: 'target-silent' })
  })
})
