import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createExit, readExitSettings } from '#src/outbound/index.ts'
import { listenRaw } from '#src/outbound/servers.fixture.ts'
import { sendToSlack } from './index.ts'
import type { Outcome } from './index.ts'
import { letter, now } from './letters.fixture.ts'
import { openReceiver } from './receiver.fixture.ts'

let receiver: Awaited<ReturnType<typeof openReceiver>>
beforeAll(async () => {
  receiver = await openReceiver()
})
afterAll(() => receiver.close())

const secret = 'no_service hunter2'
const send = async (status: number, headers: Record<string, string> = {}): Promise<Outcome> => {
  Object.assign(receiver.answer, { status, headers, body: secret })
  return sendToSlack(receiver.exit, receiver.url, letter(), now)
}

describe('what became of an attempt goes by the answer', () => {
  test.each([200, 201, 202, 204])('%i: it was taken', async status => {
    expect(await send(status)).toEqual({ kind: 'sent', id: null })
  })

  test.each([
    [429, 'busy'],
    [408, 'failing'],
    [425, 'failing'],
    [500, 'failing'],
    [502, 'failing'],
    [503, 'failing'],
    [504, 'failing'],
  ])('%i: again, for it is %s', async (status, why) => {
    expect(await send(status)).toEqual({ kind: 'again', why, afterSeconds: null })
  })

  test.each([
    [301, 'moved'],
    [307, 'moved'],
    [400, 'rejected'],
    [401, 'not-allowed'],
    [403, 'not-allowed'],
    [404, 'gone'],
    [410, 'gone'],
    [413, 'too-large'],
    [422, 'rejected'],
  ])('%i: never, for it is %s', async (status, why) => {
    expect(await send(status, { location: 'https://hooks.example.com/elsewhere' })).toEqual({ kind: 'never', why })
  })

  test.each([
    ['120', 120],
    ['Mon, 02 Mar 2026 08:01:30 GMT', 90],
    ['Mon, 02 Mar 2026 07:00:00 GMT', 0],
    ['999999999', 86_400],
    ['soon', null],
    ['-5', null],
  ])('asked to wait “%s”, it waits %s seconds', async (asked, seconds) => {
    for (const status of [429, 503])
      expect(await send(status, { 'retry-after': asked })).toMatchObject({ kind: 'again', afterSeconds: seconds })
  })
})

describe('what became of an attempt that nobody answered', () => {
  const through = async (url: string, more: Partial<Parameters<typeof createExit>[0]> = {}): Promise<Outcome> => {
    const exit = createExit({ ...readExitSettings({}), ca: [], allowed: () => [], resolve: () => Promise.resolve(['127.0.0.1']), ...more })
    try {
      return await sendToSlack(exit, url, letter(), now)
    } finally {
      await exit.close()
    }
  }

  test('again, where nobody is there', async () => {
    const gone = await listenRaw(() => undefined)
    await gone.close()
    const target = { host: 'hooks.example.com', port: gone.port }
    expect(await through(`https://${target.host}:${target.port}/`, { allowed: () => [target] })).toEqual({
      kind: 'again',
      why: 'unreachable',
      afterSeconds: null,
    })
  })

  test('again, where somebody else pretends to be there: certificates are mended', async () => {
    const { hostname, port } = new URL(receiver.url)
    const before = receiver.got.length
    expect(await through(receiver.url, { allowed: () => [{ host: hostname, port: Number(port) }] })).toEqual({
      kind: 'again',
      why: 'not-trusted',
      afterSeconds: null,
    })
    expect(receiver.got).toHaveLength(before)
  })

  test('never, where the target is not to be called', async () => {
    expect(await through(receiver.url)).toEqual({ kind: 'never', why: 'target-refused' })
  })

  test('never, where the address is none', async () => {
    expect(await through('ftp://hooks.example.com/')).toEqual({ kind: 'never', why: 'bad-address' })
  })
})

test('nothing that the other side says, and no part of its address, is in what comes back', async () => {
  for (const status of [200, 307, 400, 429, 500])
    expect(JSON.stringify(await send(status, { location: secret, 'x-why': secret }))).not.toMatch(/hunter2|hooks/)
})
