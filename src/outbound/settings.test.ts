import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '#src/kernel/refusal.ts'
import { makeAuthority, makeIdentity } from './certificates.fixture.ts'
import { proxyFor } from './proxy.ts'
import { readExitSettings } from './settings.ts'
import { readTarget, targetName } from './target.ts'

let folder: string
const file = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-outbound-'))
  const [first, second] = [await makeAuthority('One'), await makeAuthority('Two')]
  writeFileSync(file('two.pem'), `# our authorities\n${first.cert}\n${second.cert}`)
  writeFileSync(file('server.pem'), (await makeIdentity({ dns: ['erp.example.com'] }, { authority: first })).cert)
  writeFileSync(file('key.pem'), first.key)
  writeFileSync(file('damaged.pem'), first.cert.replace(/\n.{20}/, '\nAAAAAAAAAAAAAAAAAAAA'))
  writeFileSync(file('large.pem'), 'x'.repeat(1024 * 1024 + 1))
})
afterAll(() => rmSync(folder, { recursive: true }))

const wayTo = (env: Record<string, string>, url: string): string | null => {
  const proxy = proxyFor(readExitSettings(env).proxy, readTarget(url))
  return proxy ? targetName(proxy) : null
}

describe('the settings of a machine', () => {
  test.each<[Record<string, string>, string, string | null]>([
    [{}, 'https://api.example.com/', null],
    [{ HTTPS_PROXY: 'http://10.1.1.1:3128' }, 'https://api.example.com/', '10.1.1.1:3128'],
    [{ HTTPS_PROXY: 'http://10.1.1.1:3128' }, 'http://erp.example.com/', null],
    [{ HTTP_PROXY: 'proxy.corp:8080' }, 'http://erp.example.com/', 'proxy.corp:8080'],
    [{ https_proxy: 'http://lower:1', HTTPS_PROXY: 'http://upper:2' }, 'https://api.example.com/', 'lower:1'],
    [{ GUILDHALL_PROXY: 'https://ours', HTTPS_PROXY: 'http://theirs:2' }, 'https://api.example.com/', 'ours:443'],
    [{ GUILDHALL_PROXY: 'http://ours' }, 'http://erp.example.com/', 'ours:80'],
    [{ GUILDHALL_PROXY: '', HTTPS_PROXY: ' ' }, 'https://api.example.com/', null],
  ])('%j: %s goes by %s', (env, url, way) => {
    expect(wayTo(env, url)).toBe(way)
  })

  test.each<[string, string, boolean]>([
    ['*', 'https://api.example.com/', true],
    ['example.com', 'https://example.com/', true],
    ['example.com', 'https://api.example.com/', true],
    ['.example.com', 'https://api.example.com/', true],
    ['*.example.com', 'https://api.example.com/', true],
    ['example.com', 'https://badexample.com/', false],
    ['EXAMPLE.com', 'https://api.example.com/', true],
    ['api.example.com:8443', 'https://api.example.com:8443/', true],
    ['api.example.com:8443', 'https://api.example.com/', false],
    ['one.test, 10.0.0.7 two.test', 'https://10.0.0.7/', true],
    ['10.0.0.7', 'https://0xa000007/', true],
    ['0.0.7', 'https://10.0.0.7/', false],
    ['fd00::7', 'https://[fd00:0::7]/', true],
    ['10.0.0.0/8', 'https://10.0.0.7/', false],
  ])('NO_PROXY=%s: %s is called directly: %s', (except, url, directly) => {
    expect(wayTo({ HTTPS_PROXY: 'http://p:1', NO_PROXY: except }, url) === null).toBe(directly)
  })

  test('a proxy’s name and password become its credentials', () => {
    const { proxy } = readExitSettings({ GUILDHALL_PROXY: 'http://us%40er:p%3Aä@proxy:3128' })
    expect(Buffer.from(proxy.https?.authorization?.slice(6) ?? '', 'base64').toString()).toBe('us@er:p:ä')
  })

  test('authorities of the company are read from their file', () => {
    expect(readExitSettings({ GUILDHALL_CA_FILE: file('two.pem') }).ca).toHaveLength(2)
    expect(readExitSettings({}).ca).toEqual([])
  })

  test.each<[string, () => string]>([
    ['GUILDHALL_PROXY', () => 'socks5://hunter2:hunter2@proxy:1080'],
    ['HTTPS_PROXY', () => 'http://hunter2:hunter2@'],
    ['https_proxy', () => 'http://hunter2:%zz@proxy'],
    ['HTTP_PROXY', () => 'http://hunter2:hunter2@proxy:0'],
    ['NO_PROXY', () => 'hunter2,'.repeat(501)],
    ['GUILDHALL_PROXY_RESOLVES', () => 'hunter2'],
    ['GUILDHALL_CA_FILE', () => '/no/such/hunter2'],
    ['GUILDHALL_CA_FILE', () => file('key.pem')],
    ['GUILDHALL_CA_FILE', () => file('server.pem')],
    ['GUILDHALL_CA_FILE', () => file('damaged.pem')],
    ['GUILDHALL_CA_FILE', () => file('large.pem')],
  ])('a setting that can’t be used is named, and never repeated: %s', (name, value) => {
    let thrown: unknown
    try {
      readExitSettings({ [name]: value() })
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(Refusal)
    expect(thrown).toMatchObject({ code: 'bad-setting', blockers: [{ field: name }] })
    expect(JSON.stringify(thrown) + String(thrown)).not.toContain('hunter2')
  })
})
