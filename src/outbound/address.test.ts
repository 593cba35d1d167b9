import { BlockList } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifyAddress, plainAddress } from './address.ts'
import { specialBlocks } from './special-addresses.ts'

const kindOf = (address: string) => classifyAddress(address).kind

describe('what an address is', () => {
  test.each([
    ['8.8.8.8', 'public'],
    ['93.184.216.34', 'public'],
    ['9.255.255.255', 'public'],
    ['11.0.0.0', 'public'],
    ['172.15.255.255', 'public'],
    ['172.32.0.0', 'public'],
    ['192.167.255.255', 'public'],
    ['100.63.255.255', 'public'],
    ['100.128.0.0', 'public'],
    ['223.255.255.255', 'public'],
    ['2606:4700::1111', 'public'],
    ['2a00:1450:4001:830::200e', 'public'],
    ['10.0.0.0', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.0.0', 'private'],
    ['100.64.0.0', 'private'],
    ['127.255.255.255', 'private'],
    ['::1', 'private'],
    ['fdff::1', 'private'],
    ['0.0.0.0', 'never'],
    ['169.254.169.254', 'never'],
    ['100.100.100.200', 'never'],
    ['168.63.129.16', 'never'],
    ['224.0.0.1', 'never'],
    ['255.255.255.255', 'never'],
    ['fe80::1', 'never'],
    ['fd00:ec2::254', 'never'],
    ['2001:db8::1', 'never'],
    ['2002:808:808::1', 'never'],
    ['2001::1', 'never'],
    ['ff02::1', 'never'],
    ['::', 'never'],
    ['1fff::1', 'never'],
    ['4000::1', 'never'],
  ])('%s is %s', (address, kind) => {
    expect(kindOf(address)).toBe(kind)
  })

  test.each([
    '',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '01.2.3.4',
    'fe80::1%eth0',
    '2606:4700::1111%lo',
    ':::',
    '[::1]',
    ' 8.8.8.8',
  ])('what is no plain address is never called: %s', address => {
    expect(kindOf(address)).toBe('never')
  })

  test('an IPv4 address stays what it is when IPv6 carries it', () => {
    fc.assert(
      fc.property(fc.ipV4(), address => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
        const hex = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
        expect(kindOf(`::ffff:${address}`)).toBe(kindOf(address))
        expect(kindOf(`::ffff:${hex}`)).toBe(kindOf(address))
        expect(plainAddress(`0:0:0:0:0:FFFF:${hex}`)).toBe(address)
        expect(kindOf(`64:ff9b::${hex}`)).toBe(kindOf(address) === 'public' ? 'public' : 'never')
        expect([
          kindOf(`2002:${hex}::1`),
          kindOf(`::${address}`),
          kindOf(`64:ff9b:1::${hex}`),
          kindOf(`2a00::5efe:${address}`),
        ]).not.toContain('public')
      }),
      { numRuns: 2_000 },
    )
  })

  test('Node’s own BlockList agrees about every block, for any address', () => {
    const refused = new BlockList()
    for (const { block, kind } of specialBlocks) {
      const [address = '', length] = block.split('/')
      if (kind !== 'public' && length !== '0') refused.addSubnet(address, Number(length), address.includes(':') ? 'ipv6' : 'ipv4')
    }
    const near = fc.constantFrom(...specialBlocks.map(({ block }) => block.split('/')[0] ?? '')).filter(address => !address.includes(':'))
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), near), address => {
        expect(kindOf(address) !== 'public').toBe(refused.check(address, 'ipv4'))
      }),
      { numRuns: 3_000 },
    )
    const globalUnicast = new BlockList()
    globalUnicast.addSubnet('2000::', 3, 'ipv6')
    const group = fc.integer({ min: 0, max: 0xffff }).map(value => value.toString(16))
    const v6 = fc.tuple(
      fc.constantFrom('2000', '2001', '2002', '2606', '2620', '3fff', '5f00', 'fc00', 'fe80', '100', '64'),
      ...Array.from({ length: 7 }, () => fc.oneof(group, fc.constantFrom('0', 'db8', 'ff9b', '4f', '8000'))),
    )
    fc.assert(
      fc.property(v6, groups => {
        const address = groups.join(':')
        fc.pre(groups[5] !== '5efe')
        expect(kindOf(address) === 'public').toBe(globalUnicast.check(address, 'ipv6') && !refused.check(address, 'ipv6'))
      }),
      { numRuns: 3_000 },
    )
  })

  test('one address has one spelling', () => {
    expect(plainAddress('2001:DB8:0:0:8:800:200C:417A')).toBe('2001:db8::8:800:200c:417a')
    expect(plainAddress('::ffff:10.0.0.7')).toBe('10.0.0.7')
    expect(plainAddress('erp.example.com')).toBeUndefined()
    fc.assert(
      fc.property(fc.ipV6(), address => {
        expect(plainAddress(plainAddress(address) ?? '')).toBe(plainAddress(address))
      }),
    )
  })
})
