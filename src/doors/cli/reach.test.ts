import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostileTargets } from '#src/outbound/hostile-targets.fixture.ts'
import { watchSockets } from '#src/outbound/sockets.fixture.ts'
import { runCommand } from './index.ts'
import { reachCommand } from './reach.ts'

let port: number
/** A port on which nothing may be reached: no private target names it. */
let closed: number
const server = createServer((request, response) => {
  if (request.url === '/there') response.writeHead(302, { location: '/here' }).end()
  else response.writeHead(404).end('hello')
})
const bystander = createServer((_, response) => response.end('hello'))
const portOf = async (listener: typeof server): Promise<number> => {
  await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
beforeAll(async () => {
  port = await portOf(server)
  closed = await portOf(bystander)
})
afterAll(() => [server, bystander].forEach(listener => listener.close()))

const reach = async (args: string[], env: Record<string, string> = {}) => {
  let out = ''
  let err = ''
  const terminal = { stdin: Readable.from([]), out: (text: string) => void (out += text), err: (text: string) => void (err += text) }
  const command = reachCommand({ env, allowed: () => [{ host: 'localhost', port }] })
  const code = await runCommand(
    [() => Promise.resolve([command])],
    ['reach', ...args],
    { ...terminal, interactive: false, columns: 80 },
    '0',
  )
  return { code, out, err }
}

describe('guildhall reach', () => {
  test('says which way a call took, to what, and what was answered', async () => {
    const { code, out } = await reach([`http://localhost:${port}/`])
    expect(code).toBe(0)
    expect(out).toContain(`localhost:${port}, an allowed private target\n`)
    expect(out).toContain('127.0.0.1: this machine itself (loopback, RFC 1122)\n')
    expect(out).toContain('directly')
    expect(out).toContain('status 404')
    expect(out).toMatch(/5 bytes\nReached\.\n$/)
  })

  test('goes where the answer points only when asked', async () => {
    expect((await reach([`http://localhost:${port}/there`])).out).toContain('status 302')
    const { out } = await reach([`http://localhost:${port}/there`, '--follow'])
    expect(out).toContain('status 302')
    expect(out).toContain('status 404')
  })

  test('says why a target is refused and what would help', async () => {
    const { code, out } = await reach([`http://127.0.0.1:${port}/`])
    expect(code).toBe(1)
    expect(out).toContain('Not reached (target-refused).')
    expect(out).toContain('it is called only as a private target that two people allowed')
    expect(out).toContain('have two people allow this host and port')
  })

  test('connects to no inside address, however it is spelled', async () => {
    // The command asks this machine's own name server, so targets that would need it are left to the exit's own tests.
    const targets = hostileTargets.filter(target => !/^https?:\/\/[a-z]+\.example\.com[:/][^@]*$/.test(target))
    expect(new Set(targets).size).toBeGreaterThanOrEqual(60)
    const watch = watchSockets()
    try {
      for (const target of targets) {
        expect([1, 2], target).toContain((await reach([target.replace('PORT', String(closed)), '--follow'])).code)
      }
      expect(watch.began).toEqual([])
      expect((await reach([`http://localhost:${port}/`])).code).toBe(0)
      expect(watch.began).toEqual([`127.0.0.1 ${port}`])
    } finally {
      watch.stop()
    }
  })

  test('tells a proxy that is not there from a target that is not', async () => {
    const { code, out } = await reach(['https://8.8.8.8/'], { HTTPS_PROXY: 'http://me:hunter2@127.0.0.1:1' })
    expect(code).toBe(1)
    expect(out).toContain('through the proxy 127.0.0.1:1')
    expect(out).toContain('No connection to the proxy 127.0.0.1:1 (ECONNREFUSED).')
    expect(out).not.toContain('hunter2')
  })

  test.each<[string[], Record<string, string>, string]>([
    [[], {}, 'Name one address to call.'],
    [['https://a.example/', 'https://b.example/'], {}, 'Name one address to call.'],
    [['--hunter2'], {}, 'Name one address to call.'],
    [['https://me:hunter2@api.example.com/'], {}, 'It carries a name or a password.'],
    [['https://api.example.com/'], { GUILDHALL_CA_FILE: '/no/such/hunter2' }, 'GUILDHALL_CA_FILE: The file can’t be read.'],
    [['https://api.example.com/'], { HTTPS_PROXY: 'socks5://hunter2@proxy' }, 'HTTPS_PROXY: Only proxies that speak HTTP or HTTPS'],
  ])('what can’t be used is refused without repeating it: %j', async (args, env, said) => {
    const { code, out, err } = await reach(args, env)
    expect(code).toBe(2)
    expect(err).toContain(said)
    expect(out + err).not.toContain('hunter2')
  })
})
