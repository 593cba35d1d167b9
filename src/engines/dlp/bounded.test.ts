import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createScanner } from './index.ts'

const scanner = createScanner()
const SIZE = 30_000
const row = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE)

const cpu = (work: () => unknown): number => {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** What each detector and decoder would least like to see, over and over. */
const PIECES = [
  '1',
  '1 ',
  '1234 ',
  '123-',
  '12.',
  '(',
  '(1',
  '+1 ',
  'a@',
  '@',
  'a.',
  'https://',
  'www.a',
  'a:',
  ':',
  '=',
  'ab',
  'ab:',
  'A',
  'Aa',
  'Aa ',
  'John ',
  'Zyx Abcd ',
  'Dr. ',
  'J. ',
  'John van der ',
  '12 High ',
  '1 A ',
  'Am Alten Markt ',
  '12 rue de la ',
  'Via A ',
  '%41',
  '%25',
  '&',
  '&#1',
  '&amp;',
  '\\',
  '\\u0041',
  '=41',
  '=\n',
  '<',
  '<a ',
  '<!--',
  '" + "',
  'QUJD',
  'QUJDQUJDQUJDQUJDQUJDQUJDQUJD\n',
  ['-----BEGIN PRIV', 'ATE KEY-----'].join(''),
  ['-----BEGIN PRIV', 'ATE KEY-----\nAAAA '].join(''),
  'eyJ',
  'eyJaaaaaaaaa.',
  'sk-',
  'password is ',
  'password: ',
  'password=',
  'key=',
  'PIN to ',
  ' ',
  '\n',
  '\t',
  '\u200b',
  '４',
  '\u0336',
  'а1',
  'one ',
  'one double ',
  'a at b dot ',
  'a b ',
  '1-',
  '1, ',
  'O1l',
  '1_',
  'DE89 ',
  'SWIFT DEUTDEFF ',
  'born ',
  'January 1 ',
  '2024-01-01 ',
  'aged 34 ',
  'license number ',
  'passport passport 1',
  'MRN #',
  'my name is ',
  'lives in ',
  'A Inc. ',
  'University of ',
  '😀',
  '\ud83d',
  '\u0000',
  '漢字',
  '전화 ',
  '41 ',
  '65 ',
  '01000001 ',
  'U+0041 ',
  '0x41,',
  'ABCDEFGH',
  '£1,',
  '1234567,',
  '1.1.1.1.',
  '1:',
]

describe('time and memory are bounded', () => {
  it.each(PIECES.map(piece => [JSON.stringify(piece), piece]))('for %s over and over', (_, piece) => {
    expect(cpu(() => scanner.scan(row(piece)))).toBeLessThan(1500)
  })

  it('for compressed bombs, alone and nested', () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    expect(cpu(() => scanner.scan(bomb.toString('base64')))).toBeLessThan(1500)
    expect(cpu(() => scanner.scan(gzipSync(bomb).toString('base64')))).toBeLessThan(1500)
    expect(
      cpu(() => scanner.scan(Array.from({ length: 20 }, () => gzipSync(Buffer.alloc(1_000_000, 'a1 ')).toString('base64')).join(' '))),
    ).toBeLessThan(3000)
  })

  it('for encodings wrapped in encodings', () => {
    let text = 'card 4111 1111 1111 1111'
    for (let i = 0; i < 15; i++) text = Buffer.from(text).toString('base64')
    expect(cpu(() => scanner.scan(text))).toBeLessThan(1500)
  })

  it('and grow in proportion to the text', () => {
    for (const piece of ['a@', 'https://', '1 A ', '4111 1111 1111 1111 ', 'John van der ', 'Hello 12 High Street, London ']) {
      const small = Math.max(
        4,
        cpu(() => scanner.scan(piece.repeat(Math.ceil(20_000 / piece.length)))),
      )
      const large = cpu(() => scanner.scan(piece.repeat(Math.ceil(160_000 / piece.length))))
      expect(large, piece).toBeLessThan(small * 8 * 4)
    }
  }, 60_000)

  it('refuses a text over the limit instead of cutting it', () => {
    expect(() => createScanner({ maxLength: 10 }).scan('x'.repeat(11))).toThrow('at most 10')
  })
})
