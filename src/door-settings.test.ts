import { describe, expect, test } from 'vitest'
import type { DoorVariables } from './door-settings.ts'
import { addressOf, doorSettings, isPrivate } from './door-settings.ts'

/* Which settings let the server be reached, and how: never without encryption by anybody but this machine. */

const given = (set: Partial<DoorVariables> = {}): DoorVariables => ({ HOST: '127.0.0.1', PORT: 4400, ...set })
const tls = { GUILDHALL_TLS_CERT: '/etc/guildhall/cert.pem', GUILDHALL_TLS_KEY: '/etc/guildhall/key.pem' }
const url = { GUILDHALL_URL: 'https://guildhall.example.com' }
const proxies = { GUILDHALL_TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/24,2001:db8::/48' }

describe('settings that let the server be reached', () => {
  test.each<[string, Partial<DoorVariables>, { address: string; private: boolean; encrypts: boolean }]>([
    ['nothing said', {}, { address: 'http://127.0.0.1:4400', private: true, encrypts: false }],
    ['by name', { HOST: 'localhost' }, { address: 'http://localhost:4400', private: true, encrypts: false }],
    ['by IPv6', { HOST: '::1' }, { address: 'http://[::1]:4400', private: true, encrypts: false }],
    [
      'a loopback address said',
      { GUILDHALL_URL: 'http://localhost:8080' },
      { address: 'http://localhost:8080', private: true, encrypts: false },
    ],
    [
      'for everybody, with TLS of our own',
      { HOST: '0.0.0.0', ...tls, ...url },
      { address: url.GUILDHALL_URL, private: false, encrypts: true },
    ],
    ['for everybody by IPv6', { HOST: '::', ...tls, ...url }, { address: url.GUILDHALL_URL, private: false, encrypts: true }],
    [
      'one network by name, with TLS',
      { HOST: 'guildhall.example.com', ...tls, ...url },
      { address: url.GUILDHALL_URL, private: false, encrypts: true },
    ],
    ['here, with TLS', { ...tls, ...url }, { address: url.GUILDHALL_URL, private: false, encrypts: true }],
    [
      'here, with TLS under a loopback name',
      { ...tls, GUILDHALL_URL: 'https://localhost:4400' },
      { address: 'https://localhost:4400', private: true, encrypts: true },
    ],
    ['here, behind a proxy', { ...proxies, ...url }, { address: url.GUILDHALL_URL, private: false, encrypts: false }],
    [
      'elsewhere, behind a proxy',
      { HOST: '10.0.0.9', ...proxies, ...url },
      { address: url.GUILDHALL_URL, private: false, encrypts: false },
    ],
    [
      'with TLS behind a proxy',
      { HOST: '10.0.0.9', ...tls, ...proxies, ...url },
      { address: url.GUILDHALL_URL, private: false, encrypts: true },
    ],
    [
      'a name with a slash at its end',
      { ...proxies, GUILDHALL_URL: 'https://guildhall.example.com/' },
      { address: url.GUILDHALL_URL, private: false, encrypts: false },
    ],
    [
      'a port of its own',
      { ...proxies, GUILDHALL_URL: 'https://guildhall.example.com:8443' },
      { address: 'https://guildhall.example.com:8443', private: false, encrypts: false },
    ],
  ])('%s', (_, set, wanted) => {
    const settings = doorSettings(given(set))
    if (Array.isArray(settings)) throw new Error(JSON.stringify(settings))
    expect({ address: addressOf(settings, settings.port), private: isPrivate(settings), encrypts: settings.tls !== null }).toEqual(wanted)
  })
})

describe('settings that are refused, each by its name', () => {
  test.each<[string, Partial<DoorVariables>, string, RegExp]>([
    ['for everybody, unencrypted', { HOST: '0.0.0.0', GUILDHALL_URL: 'http://guildhall.example.com' }, 'HOST', /encrypted connection/],
    ['one network, unencrypted', { HOST: '192.168.1.20', ...url }, 'HOST', /encrypted connection/],
    ['for everybody by IPv6, unencrypted', { HOST: '::', ...url }, 'HOST', /encrypted connection/],
    ['neither address nor name', { HOST: 'http://localhost' }, 'HOST', /neither an address nor a name/],
    ['a name with a blank', { HOST: 'my host', ...tls, ...url }, 'HOST', /neither an address nor a name/],
    ['a certificate without its key', { ...url, GUILDHALL_TLS_CERT: tls.GUILDHALL_TLS_CERT }, 'GUILDHALL_TLS_KEY', /only good together/],
    ['a key without its certificate', { ...url, GUILDHALL_TLS_KEY: tls.GUILDHALL_TLS_KEY }, 'GUILDHALL_TLS_CERT', /only good together/],
    ['TLS for nobody knows whom', tls, 'GUILDHALL_URL', /not said under which address/],
    ['a proxy for nobody knows whom', proxies, 'GUILDHALL_URL', /not said under which address/],
    ['an address that is none', { ...tls, GUILDHALL_URL: 'guildhall.example.com' }, 'GUILDHALL_URL', /no address of a server/],
    ['an address with a path', { ...tls, GUILDHALL_URL: 'https://example.com/guildhall' }, 'GUILDHALL_URL', /no address of a server/],
    [
      'an address with a name and password',
      { ...tls, GUILDHALL_URL: 'https://a:b@example.com' },
      'GUILDHALL_URL',
      /no address of a server/,
    ],
    ['an address of another kind', { ...tls, GUILDHALL_URL: 'ftp://example.com' }, 'GUILDHALL_URL', /no address of a server/],
    ['passwords in the open', { ...proxies, GUILDHALL_URL: 'http://guildhall.example.com' }, 'GUILDHALL_URL', /unprotected/],
    ['passwords in the open, on loopback only by name', { GUILDHALL_URL: 'http://guildhall.example.com' }, 'GUILDHALL_URL', /unprotected/],
    ['encryption that nobody does', url, 'GUILDHALL_URL', /Nobody here encrypts/],
    [
      'a proxy that is no address',
      { GUILDHALL_TRUSTED_PROXIES: 'proxy.example.com', ...url },
      'GUILDHALL_TRUSTED_PROXIES',
      /no list of addresses/,
    ],
    [
      'a proxy with an impossible network',
      { GUILDHALL_TRUSTED_PROXIES: '10.0.0.0/33', ...url },
      'GUILDHALL_TRUSTED_PROXIES',
      /no list of addresses/,
    ],
    ['everybody as a proxy', { GUILDHALL_TRUSTED_PROXIES: '0.0.0.0/0', ...url }, 'GUILDHALL_TRUSTED_PROXIES', /no list of addresses/],
    ['everybody as a proxy by IPv6', { GUILDHALL_TRUSTED_PROXIES: '::/0', ...url }, 'GUILDHALL_TRUSTED_PROXIES', /no list of addresses/],
    ['an empty place in the list', { GUILDHALL_TRUSTED_PROXIES: '10.0.0.5,', ...url }, 'GUILDHALL_TRUSTED_PROXIES', /no list of addresses/],
  ])('%s', (_, set, field, reason) => {
    const settings = doorSettings(given(set))
    if (!Array.isArray(settings)) throw new Error('They were taken.')
    const blocker = settings.find(each => each.field === field && reason.test(each.reason))
    expect(blocker?.remedy, JSON.stringify(settings)).toMatch(/Set|Name/)
  })

  test('says everything that is wrong at once', () => {
    const settings = doorSettings(given({ HOST: 'my host', GUILDHALL_TLS_CERT: 'x', GUILDHALL_TRUSTED_PROXIES: 'x', GUILDHALL_URL: 'x' }))
    expect(Array.isArray(settings) && settings.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['HOST', 'GUILDHALL_TLS_KEY', 'GUILDHALL_TRUSTED_PROXIES', 'GUILDHALL_URL']),
    )
  })
})
