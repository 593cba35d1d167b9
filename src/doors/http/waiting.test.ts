import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWaiting } from './waiting.ts'

let app: FastifyInstance
let address: string
let waiting: ReturnType<typeof createWaiting>
/** What an answer says now, and how often it was asked for. */
let now: string
let asked: number

beforeEach(async () => {
  app = fastify()
  waiting = createWaiting({ most: 2, every: 10 })
  now = 'waiting'
  asked = 0
  app.get<{ Params: { seconds: string } }>('/:seconds', (request, reply) =>
    waiting.wait(
      reply,
      Number(request.params.seconds),
      () => {
        asked += 1
        return Promise.resolve({ is: now })
      },
      ({ is }) => is === 'waiting',
    ),
  )
  address = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(() => app.close())

const ask = async (seconds: number, signal?: AbortSignal): Promise<unknown> =>
  (await fetch(`${address}/${seconds}`, { ...(signal && { signal }) })).json()
const askedOften = () => expect.poll(() => asked).toBeGreaterThan(3)

describe('whoever would rather wait', () => {
  test('is answered as soon as there is another answer', async () => {
    const answer = ask(20)
    await askedOften()
    now = 'approved'
    expect(await answer).toEqual({ is: 'approved' })
    expect(await ask(20)).toEqual({ is: 'approved' })
  })

  test('is answered with what there is when the time is over, or where they did not ask to wait', async () => {
    expect(await ask(0.05)).toEqual({ is: 'waiting' })
    expect(asked).toBe(6)
    expect(await ask(0)).toEqual({ is: 'waiting' })
    expect(asked).toBe(7)
  })

  test('is no longer asked for once they have gone', async () => {
    const gone = new AbortController()
    const answer = ask(20, gone.signal)
    await askedOften()
    gone.abort()
    await expect(answer).rejects.toThrow()
    await expect
      .poll(async () => {
        const before = asked
        await new Promise(resolve => setTimeout(resolve, 30))
        return asked - before
      })
      .toBe(0)
  })

  test('is answered at once where too many wait, and when the server stops', async () => {
    const two = [ask(20), ask(20)]
    await askedOften()
    expect(await ask(20)).toEqual({ is: 'waiting' })
    waiting.end()
    expect(await Promise.all(two)).toEqual([{ is: 'waiting' }, { is: 'waiting' }])
  })
})
