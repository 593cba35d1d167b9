import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { newWebhookSecret, sendWebhook } from './index.ts'
import { openReceiver } from './receiver.fixture.ts'

let receiver: Awaited<ReturnType<typeof openReceiver>>
beforeAll(async () => {
  receiver = await openReceiver()
})
afterAll(() => receiver.close())
beforeEach(() => {
  receiver.got.length = 0
})

const secret = newWebhookSecret()
const event = { type: 'solution.stopped', timestamp: '2026-03-02T07:59:00Z', data: { key: 'S-7', name: 'Rechnungen – “ä”' } }
const send = (more: Partial<Parameters<typeof sendWebhook>[1]> = {}) =>
  sendWebhook(receiver.exit, {
    url: receiver.url,
    id: 'msg_0195a3f26c3e',
    body: JSON.stringify(event),
    secrets: [secret],
    now: Temporal.Now.instant(),
    ...more,
  })

/** What a receiver does that uses the vendor's own library. */
const read = (known: string, { body, headers } = receiver.got.at(-1) ?? { body: '', headers: {} }) =>
  new Webhook(known).verify(body, headers)

describe('a webhook by Standard Webhooks', () => {
  test('is believed by the vendors’ own library', async () => {
    expect(await send()).toEqual({ kind: 'sent', id: null })
    expect(read(secret)).toEqual(event)
  })

  test('keeps its id and gets a new time when it is sent again', async () => {
    const first = Temporal.Now.instant().subtract({ seconds: 60 })
    await send({ now: first })
    await send({ now: first.add({ seconds: 30 }) })
    const [one, two] = receiver.got.map(({ headers }) => headers)
    expect(two?.['webhook-id']).toBe(one?.['webhook-id'])
    expect(Number(two?.['webhook-timestamp']) - Number(one?.['webhook-timestamp'])).toBe(30)
    for (const got of receiver.got) expect(read(secret, got)).toEqual(event)
  })

  test('played again after five minutes, it is refused', async () => {
    await send()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 60_000 + 2_000 })
    try {
      expect(() => read(secret)).toThrow(/too old/)
    } finally {
      vi.useRealTimers()
    }
  })

  test('with one byte changed in what it says, its id or its time, it is refused', async () => {
    await send()
    const [got] = receiver.got
    if (!got) throw new Error('Nothing was received.')
    const { body, headers } = got
    const forged = [
      { body: body.replace('S-7', 'S-8'), headers },
      { body, headers: { ...headers, 'webhook-id': 'msg_0195a3f26c3f' } },
      { body, headers: { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) } },
    ]
    for (const each of forged) expect(() => read(secret, each)).toThrow(/No matching signature/)
    expect(() => read(newWebhookSecret())).toThrow(/No matching signature/)
  })

  test('is believed by the old secret and by the new one while they change', async () => {
    const next = newWebhookSecret()
    await send({ secrets: [next, secret] })
    expect(receiver.got[0]?.headers['webhook-signature']?.split(' ')).toHaveLength(2)
    for (const known of [secret, next]) expect(read(known)).toEqual(event)
  })

  test('has an id that can’t be read as another id and time', async () => {
    expect(() => send({ id: 'msg_1.1772438400' })).toThrow(TypeError)
  })

  test('has a secret of 256 bits, different for each receiver', () => {
    expect(newWebhookSecret()).not.toBe(secret)
    expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32)
  })
})
