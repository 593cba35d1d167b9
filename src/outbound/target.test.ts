import { describe, expect, test } from 'vitest'
import { normalHost, originOf, readTarget, targetName } from './target.ts'

describe('an address of the web', () => {
  test.each([
    ['https://API.Example.COM/path?q=1#part', 'https://api.example.com:443', '/path?q=1'],
    ['https://api.example.com.', 'https://api.example.com:443', '/'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example:443', '/'],
    ['http://10.0.0.7:8080/', 'http://10.0.0.7:8080', '/'],
    ['https://[FD00:0:0::7]:8443/', 'https://[fd00::7]:8443', '/'],
    ['https://[::ffff:10.0.0.7]:8443/', 'https://10.0.0.7:8443', '/'],
    ['https://0x0a000007:8443/', 'https://10.0.0.7:8443', '/'],
    ['https://my_host.example.com/a%20b', 'https://my_host.example.com:443', '/a%20b'],
  ])('%s is read as %s', (text, origin, path) => {
    const target = readTarget(text)
    expect({ origin: originOf(target), path: target.path }).toEqual({ origin, path })
  })

  test.each([
    'api.example.com',
    '//api.example.com/',
    'https:api.example.com',
    'https:///api.example.com',
    'https:///user:pass@api.example.com/',
    'https://',
    'javascript:alert(1)',
    'https://user@api.example.com/',
    'https://user:pass@api.example.com/',
    'https://:@api.example.com/',
    'https://api.example.com\\@10.0.0.1/',
    'https://api.exa\tmple.com/',
    'https://api.example.com/a\r\nHost: inside',
    'https://api.example.com/\u00a0',
    'https://api.example.com:0/',
    'https://api.example.com:25/',
    'https://api.example.com:6000/',
    'https://api.example.com:65536/',
    'https://*.example.com/',
    'https://-a.example.com/',
    'https://a..example.com/',
    'https://api.example.com../',
    'https://[fe80::1%25eth0]/',
    'https://1.2.3.4.5/',
    `https://${'a'.repeat(64)}.example.com/`,
  ])('%j is refused, whatever it means', text => {
    expect(() => readTarget(text)).toThrowError(expect.objectContaining({ kind: 'invalid', code: 'bad-target' }))
  })

  test('an endless address is refused', () => {
    expect(() => readTarget(`https://api.example.com/${'a'.repeat(9_000)}`)).toThrowError(expect.objectContaining({ code: 'bad-target' }))
  })

  test('a refusal repeats nothing of what was typed', () => {
    for (const text of [
      'https://user:hunter2@api.example.com/hunter2',
      'https://api.example.com\\hunter2',
      'hunter2://x',
      'https://api.example.com:99999/?token=hunter2',
    ])
      expect(() => readTarget(text)).toThrowError(expect.objectContaining({ message: expect.not.stringContaining('hunter2') }))
  })

  test('one target has one name', () => {
    const names = ['10.0.0.7', '[::ffff:10.0.0.7]', '0xa000007', '10.7', '10.0.0.7.'].map(host =>
      targetName({ host: normalHost(host) ?? '', port: 8443 }),
    )
    expect(new Set(names)).toEqual(new Set(['10.0.0.7:8443']))
    expect(['a/b', 'a#b', 'a@b', 'a:1', 'a b', '', '.', '[', 'a?b', 'ü'.repeat(300)].map(normalHost)).toEqual(
      Array.from({ length: 10 }, () => undefined),
    )
  })
})
