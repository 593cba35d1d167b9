import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { RequestListener } from 'node:http'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createExit } from './exit.ts'
import type { Exit } from './exit.ts'
import { noProxy } from './proxy.ts'
import type { ExitRequest } from './request.ts'
import { listenHttp, listenRaw } from './servers.fixture.ts'
import type { Listening } from './servers.fixture.ts'

const open: Listening[] = []
afterAll(() => Promise.all(open.map(each => each.close())))

let exit: Exit
let ports: number[]
beforeEach(() => {
  ports = []
  exit = createExit({ proxy: noProxy, ca: [], allowed: () => ports.map(port => ({ host: '127.0.0.1', port })) })
})
afterEach(() => exit.close())

const at = async (listening: Promise<Listening>): Promise<{ url: string; server: Listening }> => {
  const server = await listening
  open.push(server)
  ports.push(server.port)
  return { url: `http://127.0.0.1:${server.port}/`, server }
}
const answering = (answer: RequestListener) => at(listenHttp(answer))
/** A server that speaks raw HTTP once somebody has asked. */
const saying = (speak: (write: (text: string | Buffer) => boolean, until: Promise<unknown>) => void) =>
  at(
    listenRaw(socket => {
      const gone = new Promise(resolve => socket.once('close', resolve))
      socket.once('data', () => speak(text => !socket.destroyed && socket.write(text), gone))
    }),
  )

const timed = async (request: ExitRequest): Promise<{ error: unknown; ms: number }> => {
  const began = performance.now()
  const error = await exit.request(request).then(
    () => 'answered',
    (thrown: unknown) => thrown,
  )
  return { error, ms: performance.now() - began }
}
const tooLarge = expect.objectContaining({ kind: 'unavailable', code: 'answer-too-large' })
const silent = expect.objectContaining({ kind: 'unavailable', code: 'target-silent' })
const broken = expect.objectContaining({ kind: 'unavailable', code: 'answer-broken' })

describe('an answer is read only within its limits', () => {
  test('up to the last byte that is allowed, and not one more', async () => {
    const { url } = await answering((_, response) => void response.end('x'.repeat(1_000)))
    expect((await exit.request({ url, maxBytes: 1_000 })).body).toHaveLength(1_000)
    await expect(exit.request({ url, maxBytes: 999 })).rejects.toEqual(tooLarge)
  })

  test('a body without end is left at the limit, and its connection closed', async () => {
    let sent = 0
    const ended = Promise.withResolvers<undefined>()
    const { url } = await answering((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384
        sent += 16_384
      }
      response.on('drain', more).once('close', () => ended.resolve(undefined))
      more()
    })
    const { error, ms } = await timed({ url, maxBytes: 100_000 })
    expect(error).toEqual(tooLarge)
    expect(ms).toBeLessThan(2_000)
    await ended.promise
    expect(sent).toBeLessThan(10_000_000)
  })

  test('a length that is too large is not even begun', async () => {
    const { url } = await saying(write => void write('HTTP/1.1 200 OK\r\ncontent-length: 5000000000\r\n\r\n'))
    expect((await timed({ url })).error).toEqual(tooLarge)
  })

  test.each(['gzip', 'br'])('a bomb packed with %s bursts nothing', async encoding => {
    const zeros = Buffer.alloc(64 * 1024 * 1024)
    const packed = encoding === 'gzip' ? gzipSync(zeros) : brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
    const { url } = await answering((_, response) => void response.writeHead(200, { 'content-encoding': encoding }).end(packed))
    const before = process.memoryUsage().arrayBuffers
    const { error } = await timed({ url, maxBytes: 100_000 })
    expect(error).toEqual(tooLarge)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  })

  test('packed answers are unpacked, damaged ones refused, other packings too', async () => {
    const kinds: Record<string, [string, Buffer]> = {
      '/gzip': ['gzip', gzipSync('hello')],
      '/br': ['br', brotliCompressSync('hello')],
      '/damaged': ['gzip', Buffer.from('not gzip at all')],
      '/short': ['gzip', gzipSync('hello').subarray(0, 12)],
      '/twice': ['gzip, gzip', gzipSync(gzipSync('hello'))],
      '/other': ['compress', Buffer.from('hello')],
    }
    const { url } = await answering((request, response) => {
      const [encoding, body] = kinds[request.url ?? ''] ?? ['gzip', Buffer.alloc(0)]
      response.writeHead(200, { 'content-encoding': encoding }).end(request.method === 'HEAD' ? undefined : body)
    })
    for (const path of ['gzip', 'br']) expect((await exit.request({ url: `${url}${path}` })).body.toString()).toBe('hello')
    for (const path of ['damaged', 'short', 'twice', 'other'])
      await expect(exit.request({ url: `${url}${path}` }), path).rejects.toEqual(broken)
    expect((await exit.request({ url: `${url}gzip`, method: 'HEAD' })).body).toHaveLength(0)
  })

  test('a slow drip ends when its time is over, however steadily it drips', async () => {
    const { url } = await saying((write, gone) => {
      write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n')
      const timer = setInterval(() => write('x'), 20)
      void gone.finally(() => clearInterval(timer))
    })
    const { error, ms } = await timed({ url, timeoutMs: 400, silenceMs: 200 })
    expect(error).toEqual(silent)
    expect(ms).toBeGreaterThan(350)
    expect(ms).toBeLessThan(2_000)
  })

  test('headers that drip end too', async () => {
    const { url } = await saying((write, gone) => {
      write('HTTP/1.1 200 OK\r\nx-slow: ')
      const timer = setInterval(() => write('x'), 20)
      void gone.finally(() => clearInterval(timer))
    })
    const { error, ms } = await timed({ url, timeoutMs: 400, silenceMs: 10_000 })
    expect(error).toEqual(silent)
    expect(ms).toBeLessThan(2_000)
  })

  test.each([
    ['before the headers', ''],
    ['within the body', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'],
  ])('silence %s ends', async (_, said) => {
    const { url } = await saying(write => void (said === '' || write(said)))
    const { error, ms } = await timed({ url, silenceMs: 300, timeoutMs: 20_000 })
    expect(error).toEqual(silent)
    expect(ms).toBeLessThan(3_000)
  })

  test.each([
    ['one huge header', `x-large: ${'x'.repeat(20_000)}\r\n`],
    ['many headers', 'x-many: 1\r\n'.repeat(5_000)],
    ['a line that is no header', 'this is no header\r\n'],
  ])('%s is refused', async (_, headers) => {
    const { url } = await saying(write => void write(`HTTP/1.1 200 OK\r\n${headers}\r\n`))
    expect((await timed({ url })).error).toEqual(broken)
  })

  test('headers and trailers without end are cut', async () => {
    const starts = ['HTTP/1.1 200 OK\r\n', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n']
    for (const start of starts) {
      let sent = 0
      const { url } = await saying((write, gone) => {
        write(start)
        const timer = setInterval(() => {
          const line = `x-more: ${'x'.repeat(4_000)}\r\n`
          if (write(line)) sent += line.length
        }, 1)
        void gone.finally(() => clearInterval(timer))
      })
      const { error, ms } = await timed({ url, timeoutMs: 1_500 })
      expect([silent, broken]).toContainEqual(error)
      expect(ms).toBeLessThan(3_000)
      expect(sent).toBeLessThan(10_000_000)
    }
  })

  test('a server that hangs up in the middle has broken its answer off', async () => {
    const { url } = await at(
      listenRaw(socket => socket.once('data', () => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'))),
    )
    const { error } = await timed({ url })
    expect([silent, broken]).toContainEqual(error)
  })
})

describe('a target gets only so many calls at once', () => {
  test('the others wait their turn; a line that is too long is refused', async () => {
    let running = 0
    let most = 0
    const { url, server } = await answering((_, response) => {
      most = Math.max(most, (running += 1))
      setTimeout(() => {
        running -= 1
        response.end('done')
      }, 20)
    })
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => exit.request({ url })))
    const refused = results.filter(({ status }) => status === 'rejected')
    expect(most).toBe(8)
    expect(server.connections()).toBeLessThanOrEqual(8)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(72)
    expect(refused).toHaveLength(28)
    expect(refused).toEqual(refused.map(() => expect.objectContaining({ reason: expect.objectContaining({ code: 'target-busy' }) })))
    expect((await exit.request({ url })).status).toBe(200)
  })

  test('waiting counts as time', async () => {
    const { url } = await answering(() => undefined)
    const hanging = Array.from({ length: 8 }, () => exit.request({ url }).catch(() => 'over'))
    const { error, ms } = await timed({ url, timeoutMs: 200 })
    expect(error).toEqual(silent)
    expect(ms).toBeLessThan(3_000)
    await exit.close()
    expect(await Promise.all(hanging)).toEqual(hanging.map(() => 'over'))
  })
})

describe('what a caller may not say', () => {
  test.each<[string, Record<string, string>]>([
    ['where a message ends', { 'Content-Length': '5' }],
    ['who is addressed', { Host: 'inside' }],
    ['how it travels', { 'Transfer-Encoding': 'chunked' }],
    ['what the proxy is told', { 'Proxy-Authorization': 'Basic hunter2' }],
    ['a second header within one', { 'x-token': 'hunter2\r\nHost: inside' }],
    ['a name that is none', { 'x token': 'hunter2' }],
    ['too much', { 'x-token': 'hunter2'.repeat(3_000) }],
  ])('%s', async (_, headers) => {
    const error = await exit.request({ url: 'https://127.0.0.1:1024/', headers }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'invalid', code: 'bad-header' })
    expect(JSON.stringify(error) + String(error)).not.toContain('hunter2')
  })
})
