import pino from 'pino'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { loopbackReach } from './arrival.ts'

/* Whoever shows nothing of themself is counted: a check of an idea without a sign-in is for people, not for machines. */

const opened: { close(): Promise<unknown> }[] = []
afterAll(() => Promise.all(opened.map(app => app.close())))

let ask: (asked?: { method?: 'GET' | 'POST'; url?: string; from?: string; headers?: Record<string, string> }) => Promise<{
  status: number
  retryAfter: string | undefined
}>
beforeEach(() => {
  const { app } = createApp({ log: pino({ level: 'silent' }), reachOf: () => loopbackReach, readiness: () => Promise.resolve(null) })
  app.get('/api/checks', () => ({ fine: true }))
  app.post('/api/session', { config: { forVisitors: true } }, () => ({ fine: true }))
  app.get('/page', () => 'page')
  opened.push(app)
  ask = async ({ method = 'GET', url = '/api/checks', from = '203.0.113.7', headers = {} } = {}) => {
    const { statusCode, headers: answered } = await app.inject({
      method,
      url,
      remoteAddress: from,
      headers: { host: 'localhost', ...headers },
    })
    return { status: statusCode, retryAfter: answered['retry-after']?.toString() }
  }
})

const times = async (count: number, asked?: Parameters<typeof ask>[0]) => {
  const answers = await Promise.all(Array.from({ length: count }, () => ask(asked)))
  return answers.filter(({ status }) => status === 200).length
}
const signedIn = { cookie: 'guildhall-session=something' }

describe('a visitor', () => {
  test('who asks a thousand times at once is answered as often as a few people ask, and told when to come again', async () => {
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => ask()))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThan(800)
    expect(refused.length).toBeLessThanOrEqual(880)
    expect(new Set(refused.map(({ status, retryAfter }) => `${status} ${retryAfter ?? ''}`))).toEqual(new Set(['429 1']))
  })

  test('keeps nobody else waiting: another network, whoever has signed in, and the pages', async () => {
    await times(1_000)
    expect(await ask({ from: '203.0.113.8' })).toMatchObject({ status: 200 })
    expect(await times(300, { headers: signedIn })).toBe(300)
    expect(await times(300, { url: '/page' })).toBe(300)
  })

  test('counts as one with the 2⁶⁴ addresses of one network', async () => {
    const from = (i: number) => ({ from: `2001:db8:1:2::${i.toString(16)}` })
    const answers = await Promise.all(Array.from({ length: 400 }, (_, i) => ask(from(i + 1))))
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(200)
    expect(await ask({ from: '2001:db8:1:3::1' })).toMatchObject({ status: 200 })
  })

  test('is counted at the sign-in door, whatever they show there', async () => {
    expect(await times(400, { method: 'POST', url: '/api/session', headers: signedIn })).toBeLessThan(200)
  })
})
