import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Identity } from '#src/outbound/certificates.fixture.ts'
import { makeAuthority, makeIdentity } from '#src/outbound/certificates.fixture.ts'
import { createExit, readExitSettings } from '#src/outbound/index.ts'
import { sendSyslog } from './index.ts'
import type { SyslogEvent } from './index.ts'
import { receiveLogs } from './logs.fixture.ts'

let authority: Identity
let identity: Identity
beforeAll(async () => {
  authority = await makeAuthority('Company CA')
  identity = await makeIdentity({ dns: ['logs.example.com'] }, { authority })
})

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const receive = async (port = 0) => {
  const receiver = await receiveLogs(identity, port)
  closing.push(receiver.close)
  return receiver
}

const sendTo = (port: number, host = 'logs.example.com') => {
  const exit = createExit({
    ...readExitSettings({}),
    ca: [authority.cert],
    allowed: () => [{ host, port }],
    resolve: () => Promise.resolve(['127.0.0.1']),
  })
  closing.push(() => exit.close())
  return (...events: SyslogEvent[]) => sendSyslog(exit, { to: { host, port }, from: 'guild hall', events })
}

const event = (number: number, data: SyslogEvent['data'] = {}): SyslogEvent => ({
  type: 'sign-in-refused',
  severity: 'warning',
  at: Temporal.Instant.from('2026-03-02T08:00:00Z'),
  data: { number, ...data },
})
const said = (message: string): unknown => JSON.parse(message.slice(message.indexOf('{')))

describe('events reach a company’s monitoring by syslog over TLS', () => {
  test('each as one message with JSON, in order, whatever they hold', async () => {
    const receiver = await receive()
    const events = Array.from({ length: 99 }, (_, index) => event(index + 2))
    const outcome = await sendTo(receiver.port)(event(1, { name: 'Ä😀\n<13>1 forged', type: 'forged' }), ...events)
    expect(outcome).toEqual({ kind: 'sent', id: null })
    await receiver.hasGot(100)
    const [first = ''] = receiver.got
    expect(first).toMatch(/^<108>1 2026-03-02T08:00:00\.000000Z guild_hall guildhall - sign-in-refused - \{[\x20-\x7e]*\}$/)
    expect(said(first)).toEqual({
      type: 'sign-in-refused',
      severity: 'warning',
      at: '2026-03-02T08:00:00Z',
      number: 1,
      name: 'Ä😀\n<13>1 forged',
    })
    expect(receiver.got.map(said)).toMatchObject(Array.from({ length: 100 }, (_, index) => ({ number: index + 1 })))
  })

  test('one that is too long for a receiver says so instead of breaking off', async () => {
    const receiver = await receive()
    await sendTo(receiver.port)(event(1, { long: 'x'.repeat(9_000) }))
    await receiver.hasGot(1)
    expect(said(receiver.got[0] ?? '')).toEqual({ type: 'sign-in-refused', severity: 'warning', at: '2026-03-02T08:00:00Z', cut: true })
  })

  test('a receiver that is away may be tried again', async () => {
    const away = await receive()
    await away.close()
    const send = sendTo(away.port)
    expect(await send(event(1))).toEqual({ kind: 'again', why: 'unreachable', afterSeconds: null })
    const back = await receive(away.port)
    expect(await send(event(1))).toMatchObject({ kind: 'sent' })
    await back.hasGot(1)
  })

  test('nobody who can’t prove who they are hears anything', async () => {
    const receiver = await receive()
    expect(await sendTo(receiver.port, 'other.example.com')(event(1))).toEqual({ kind: 'again', why: 'not-trusted', afterSeconds: null })
    expect(receiver.got).toEqual([])
  })

  test('a connection that breaks while it is written to is no success', async () => {
    const receiver = await receive()
    receiver.breaks()
    const large = Array.from({ length: 2_000 }, (_, index) => event(index, { long: 'x'.repeat(8_000) }))
    expect(await sendTo(receiver.port)(...large)).toMatchObject({ kind: 'again', why: 'unreachable' })
  })
})
