import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScanner } from './index.ts'

const scanner = createScanner()
const types = (text: string): string[] => scanner.scan(text).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

const PIECES = [
  'Jane Doe',
  ' 4111 1111 1111 1111 ',
  '536-90-4399',
  'a@example.com',
  ', ',
  '\n',
  ' order ',
  'SSN ',
  '+44 20 7946 0958',
  'DE89 3704 0044 0532 0130 00',
  'https://example.com/x',
  '%40',
  '\u200b',
  'é',
  '😀',
  '12 High Street',
  'aGVsbG8gd29ybGQ=',
]
const anything = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 20 })
  .map(parts => parts.join(''))

describe('the findings of any text', () => {
  it('lie inside it, stand in order, never overlap, and are the same the second time', () => {
    fc.assert(
      fc.property(anything, text => {
        const findings = scanner.scan(text)
        let done = 0
        for (const { start, end, confidence } of findings) {
          expect(start).toBeGreaterThanOrEqual(done)
          expect(end).toBeGreaterThan(start)
          expect(confidence).toBeGreaterThanOrEqual(0.5)
          expect(confidence).toBeLessThanOrEqual(1)
          done = end
        }
        expect(done).toBeLessThanOrEqual(text.length)
        expect(scanner.scan(text)).toEqual(findings)
      }),
    )
  })

  it('are only of the types that were asked for', () => {
    const cards = createScanner({ types: ['CREDIT_CARD'] })
    fc.assert(
      fc.property(anything, text => {
        for (const { type } of cards.scan(text)) expect(type).toBe('CREDIT_CARD')
      }),
    )
    expect(cards.scan('a@example.com 4111 1111 1111 1111')).toHaveLength(1)
  })

  it('are as sure as was asked for', () => {
    expect(createScanner({ minConfidence: 0.9 }).scan('the DNI is 12345678Z, or 98765432M')).toEqual([
      expect.objectContaining({ start: 11 }),
      expect.objectContaining({ start: 25 }),
    ])
    expect(createScanner({ minConfidence: 0.9 }).scan('of 12345678Z it is unclear')).toEqual([])
    expect(createScanner({ minConfidence: 0.5 }).scan('of 12345678Z it is unclear')).toHaveLength(1)
  })
})

describe('context decides where form alone cannot', () => {
  it.each([
    ['a label before it', 'BSN 111222333', ['NL_BSN 111222333']],
    ['a label behind it, in the same clause', '111222333 is my BSN', ['NL_BSN 111222333']],
    ['no label in the next clause', '111222333; another line talks of a BSN', []],
    ['a label in code', '{"customerBsn": "111222333"}', ['NL_BSN 111222333']],
    ['a label that another number has used', 'BSN 111222333 came with parcel 123456782', ['NL_BSN 111222333']],
    ['a label for a list', 'BSN 111222333 and 123456782', ['NL_BSN 111222333', 'NL_BSN 123456782']],
    ['a word for something else', 'order 4111111111111111', []],
    ['more digits tied to it', '4111111111111111-22', []],
    ['money', 'a budget of $536904399 for SSN research', []],
  ])('%s', (_, text, expected) => {
    expect(types(text)).toEqual(expected)
  })

  it('the nearer label wins', () => {
    expect(types('passport and driver license 912803456')).toEqual(['US_DRIVER_LICENSE 912803456'])
  })

  it('the longer of two that fit equally well wins', () => {
    expect(types('https://example.com/?to=a@example.com')).toEqual(['URL https://example.com/?to=a@example.com'])
    expect(types('DE89 3704 0044 0532 0130 00')).toEqual(['IBAN_CODE DE89 3704 0044 0532 0130 00'])
  })
})
