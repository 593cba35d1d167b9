import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { targetName } from '#src/outbound/index.ts'
import { readPrivateTarget } from './target.ts'

describe('what two people may allow', () => {
  test.each([
    ['erp.example:8443', 'erp.example:8443'],
    ['ERP.Example.:8443', 'erp.example:8443'],
    ['intranet:80', 'intranet:80'],
    ['localhost:11434', 'localhost:11434'],
    ['bücher.example:443', 'xn--bcher-kva.example:443'],
    ['10.0.0.7:8443', '10.0.0.7:8443'],
    ['0x0a.7:8443', '10.0.0.7:8443'],
    ['[FD00:0::7]:8443', '[fd00::7]:8443'],
    ['[::ffff:10.0.0.7]:8443', '10.0.0.7:8443'],
  ])('%s is %s', (written, name) => {
    expect(targetName(readPrivateTarget(written))).toBe(name)
  })

  test.each([
    ['a host without a port', 'erp.example'],
    ['an address without a port', '10.0.0.7'],
    ['an IPv6 address without brackets', 'fd00::7:8443'],
    ['an IPv6 address without a port', '[fd00::7]'],
    ['every host', '*:8443'],
    ['a pattern', '*.example:8443'],
    ['every port', 'erp.example:*'],
    ['a range of ports', 'erp.example:1-9000'],
    ['a range of addresses', '10.0.0.0/8'],
    ['a range of addresses on a port', '10.0.0.0/8:8443'],
    ['several at once', 'erp.example:8443,crm.example:8443'],
    ['an address of a page', 'https://erp.example:8443'],
    ['a path', 'erp.example:8443/admin'],
    ['a name and password', 'me:secret@erp.example:8443'],
    ['no host', ':8443'],
    ['an empty text', ''],
    ['no port number', 'erp.example:'],
    ['port 0', 'erp.example:0'],
    ['a port beyond all', 'erp.example:65536'],
    ['a port of something else', 'erp.example:22'],
    ['a host that is none', 'erp..example:443'],
    ['a metadata service', '169.254.169.254:80'],
    ['a metadata service in disguise', '0xa9fea9fe:80'],
    ['a metadata service within a private range', '[fd00:ec2::254]:80'],
    ['a link-local address', '[fe80::1]:8443'],
    ['a multicast address', '224.0.0.1:8443'],
    ['an unspecified address', '0.0.0.0:8443'],
    ['a private address behind a translator', '[64:ff9b::10.0.0.7]:8443'],
    ['a public address, which needs no permission', '8.8.8.8:8443'],
  ])('not %s: %s', (_, written) => {
    expect(() => readPrivateTarget(written)).toThrowError(expect.objectContaining({ kind: 'invalid', code: 'bad-private-target' }))
  })

  test('whatever is allowed is one host and one port, and reads as itself', () => {
    const anything = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6(), fc.string()), fc.oneof(fc.nat(70_000), fc.string()))
        .map(parts => parts.join(':')),
    )
    fc.assert(
      fc.property(anything, written => {
        let name: string
        try {
          name = targetName(readPrivateTarget(written))
        } catch {
          return
        }
        expect(name).toMatch(/^(?:[a-z0-9._-]+|\[[0-9a-f:]+\]):\d+$/)
        expect(targetName(readPrivateTarget(name))).toBe(name)
      }),
      { numRuns: 2_000 },
    )
  })
})
