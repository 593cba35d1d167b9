import * as fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createScanner } from '../index.ts'
import { normalise } from './normalise.ts'

const scanner = createScanner()
const CARD = '4111 1111 1111 1111'
const MAIL = 'jane.roe@example.com'
const b64 = (text: string): string => Buffer.from(text).toString('base64')

/** What is written, and the type found over exactly that stretch. */
const HIDDEN: readonly (readonly [how: string, written: string, type: string])[] = [
  ['full-width digits', '４１１１ １１１１ １１１１ １１１１', 'CREDIT_CARD'],
  ['zero-width spaces', CARD.replace(/ /g, '\u200b'), 'CREDIT_CARD'],
  ['soft hyphens', 'jane\u00ad.roe@exam\u00adple.com', 'EMAIL_ADDRESS'],
  ['Cyrillic look-alikes', 'jаnе.rое@ехаmрlе.cоm', 'EMAIL_ADDRESS'],
  ['Arabic-Indic digits', '٤١١١ ١١١١ ١١١١ ١١١١', 'CREDIT_CARD'],
  ['keycap emoji', '4111111111111111'.replace(/\d/g, '$&\ufe0f\u20e3'), 'CREDIT_CARD'],
  ['mathematical digits', '𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏', 'CREDIT_CARD'],
  ['en dashes', 'DE89–3704–0044–0532–0130–00', 'IBAN_CODE'],
  ['percent escapes', 'jane.roe%40example.com', 'EMAIL_ADDRESS'],
  ['percent escapes twice', 'jane.roe%2540example.com', 'EMAIL_ADDRESS'],
  ['character references', 'j&#97;ne.roe&commat;example&#46;com', 'EMAIL_ADDRESS'],
  ['JSON escapes', String.raw`\u0034111 1111 1111 1111`, 'CREDIT_CARD'],
  ['markup', '4<b>111</b> 1111 1111 1111', 'CREDIT_CARD'],
  ['quoted-printable', 'jane.roe=40example.com', 'EMAIL_ADDRESS'],
  ['base64', b64(CARD), 'CREDIT_CARD'],
  ['base64 twice', b64(b64(CARD)), 'CREDIT_CARD'],
  ['gzip in base64', gzipSync(`the card is ${CARD}`).toString('base64'), 'CREDIT_CARD'],
  ['hexadecimal', Buffer.from(CARD).toString('hex'), 'CREDIT_CARD'],
  ['byte order marks', 'wilhelminamargarethe@example.com'.replace(/.{4}(?=.)/g, '$&\ufeff'), 'EMAIL_ADDRESS'],
  ['interlinear marks', MAIL.replace(/.{2}(?=.)/g, '$&\ufff9'), 'EMAIL_ADDRESS'],
  ['%u escapes', CARD.replace(/\d/g, '%u003$&'), 'CREDIT_CARD'],
  ['CSS escapes', CARD.replace(/\d/g, String.raw`\00003$&`), 'CREDIT_CARD'],
  ['escapes of eight', CARD.replace(/\d/g, String.raw`\U0000003$&`), 'CREDIT_CARD'],
  ['lines that go on', MAIL.replace(/.{5}(?=.)/g, '$&\\\n'), 'EMAIL_ADDRESS'],
  ['places to break', MAIL.replace(/.{4}(?=.)/g, '$&<wbr>'), 'EMAIL_ADDRESS'],
  ['calls of chr', Array.from(CARD, char => `chr(${char.charCodeAt(0)})`).join('.'), 'CREDIT_CARD'],
  ['a list of characters', JSON.stringify(Array.from(MAIL)).slice(1, -1), 'EMAIL_ADDRESS'],
  ['a bracket around each', MAIL.replace(/./g, '[$&]'), 'EMAIL_ADDRESS'],
  ['pieces put together', 'wilhelminamargarethe@example.com'.replace(/.{4}(?=.)/g, '$&" + "'), 'EMAIL_ADDRESS'],
  ['pieces put together over lines', MAIL.replace(/.{4}(?=.)/g, '$&" +\n  "'), 'EMAIL_ADDRESS'],
  ['pieces of one length', ['AK', 'IA|Q3EG|RWXJ|2H5T|QK7N'].join(''), 'SECRET'],
  ['pieces of one length, with spaces', ['AK', 'IA · Q3EG · RWXJ · 2H5T · QK7N'].join(''), 'SECRET'],
  ['low lines', 'jane_roe_at_example_dot_com', 'EMAIL_ADDRESS'],
  ['hexadecimal in pairs', '34 31 31 31 20 31 31 31 31 20 31 31 31 31 20 31 31 31 31', 'CREDIT_CARD'],
  ['single characters', '4-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1', 'CREDIT_CARD'],
  ['unusual marks', '4111_1111_1111_1111', 'CREDIT_CARD'],
  ['one group a line', '4111\n1111\n1111\n1111', 'CREDIT_CARD'],
  ['letters for digits', '41l1 1lll 1111 1111', 'CREDIT_CARD'],
  ['spelled digits', 'four one one one one one one one one one one one one one one one', 'CREDIT_CARD'],
  ['spelled signs', 'jane.roe [at] example [dot] com', 'EMAIL_ADDRESS'],
  ['spoken signs', 'jane at example dot com', 'EMAIL_ADDRESS'],
]

describe('what is hidden is found, in offsets of what was written', () => {
  it.each(HIDDEN)('behind %s', (_, written, type) => {
    const text = `The value is: ${written} for now.`
    const start = text.indexOf(written)
    expect(scanner.scan(text).filter(finding => finding.type === type)).toEqual([
      expect.objectContaining({ start, end: start + written.length }),
    ])
  })

  it.each(['\ufeff', '" + "'])('behind %j, though its first pieces are plain words', mark => {
    const written = 'wilhelminamargarethe@example.com'.replace(/.{8}(?=.)/g, `$&${mark}`)
    const text = `We ask you to write to ${written} for now.`
    const [found] = scanner.scan(text).filter(({ type }) => type === 'EMAIL_ADDRESS')
    expect(found?.start).toBe(text.indexOf(written))
  })

  it('wherever invisible characters are strewn in', () => {
    const invisible = fc.constantFrom('\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: MAIL.length - 1 }), invisible), { maxLength: 12 }), marks => {
        let written = MAIL
        for (const [at, mark] of marks) written = written.slice(0, at) + mark + written.slice(at)
        const text = `😀 write to ${written} today`
        const start = text.indexOf(written)
        expect(scanner.scan(text)).toEqual([expect.objectContaining({ type: 'EMAIL_ADDRESS', start, end: start + written.length })])
      }),
    )
  })
})

describe('normalisation', () => {
  it('leaves ordinary text of any language alone', () => {
    for (const text of [
      'Größe, naïve, façade, “quotes” and … more',
      'Привет, мир',
      'Καλημέρα κόσμε',
      'שלום',
      '漢字とかな',
      'Zażółć gęślą jaźń',
    ])
      expect(normalise(text).text, text).toBe(text)
  })

  it('never loses a place: every unit of the result stands for a stretch of the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const { text: reads, from, to } = normalise(text)
        if (!from || !to) {
          expect(reads.length).toBe(text.length)
          return
        }
        expect(from.length).toBe(reads.length)
        const lost = from.findIndex((start, i) => start >= (to[i] ?? 0) || (to[i] ?? 0) > text.length || start < (from[i - 1] ?? 0))
        expect(lost).toBe(-1)
      }),
    )
  })
})

describe('reading further', () => {
  it.each([
    'commit 3f9a1c7e5b2d80463f9a1c7e5b2d80463f9a1c7e',
    'x = a at b; see dot notation; one two three go',
    'The rows 12, 34, 56, 78, 90, 12, 34 and 56 are empty.',
    'scores: 1 2 3 4 5 6 7 8 9 10 11 12',
    'day 12:30, day 08:15, day 23:59',
    'status=200 bytes=51234 time=41',
  ])('makes nothing of %s', text => {
    expect(scanner.scan(text)).toEqual([])
  })
})
