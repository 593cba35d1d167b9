import * as fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createScanner, createStream, createVault, restore, type Finding } from './index.ts'

const scanner = createScanner()

const PIECES = [
  'Hello team, the quick brown fox jumps over the lazy dog. ',
  'My name is Jane Doe and I live in Berlin. ',
  'Card 4111 1111 1111 1111, expires 12/29. ',
  'then it finds 536904399 which is my social security number. ',
  'Write to john at example dot com or a@example.com. ',
  'Ship to 742 Evergreen Terrace, Springfield, IL 62704, thanks.\n',
  'IBAN DE89 3704 0044 0532 0130 00 please\n\n',
  'See https://example.com/some/path?q=1 for more. ',
  'She was born on March 3, 1985 and is 34 years old. ',
  'order 12345678 from 2024-01-05 was shipped on time ',
  'card four one one one one one one one one one one one one one one one ok ',
  'call +44 20 7946 0958 or (212) 555-0123 ext. 4. ',
  'nothing to see here, only plain words in a row. ',
  'Krüger & Söhne GmbH schrieb am 3. Mai 2024 an Frau Müller. ',
  'x = "NDExMSAxMTExIDExMTEgMTExMQ==" ',
]

const inPieces = (text: string, sizes: readonly number[], vault = false, by = scanner) => {
  const stream = createStream(by, vault ? { vault: createVault() } : {})
  let out = ''
  let waiting = 0
  const findings: Finding[] = []
  for (let at = 0, i = 0; at < text.length; i++) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1)
    const released = stream.push(text.slice(at, at + size))
    out += released.text
    findings.push(...released.findings)
    at += size
    waiting = Math.max(waiting, Math.min(at, text.length) - out.length)
  }
  const rest = stream.end()
  return { text: out + rest.text, findings: [...findings, ...rest.findings], waiting }
}

const documents = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map(pieces => pieces.join(''))
const splits = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 })

/** What detectors and decoders live on, whole and in pieces, so that any of it may stand next to any other. */
const SCRAPS = [
  ...PIECES,
  ...'4111 1111 1111 1111|one |at |dot |a |I |The |New |York |Mr. |Will | |   |, |@|_|1|.|12 |漢字|電話|é|😀|\u200b|%40|&#52;|\\u0034'.split(
    '|',
  ),
  ...'kerkstraat 112, 1017 GN Amsterdam |password: "letmein" |Пароль |слово |４１１１ |{"ssn":"536-90-4399",|34 31 31 31 |GmbH |SSN '.split(
    '|',
  ),
  '\n',
  ' '.repeat(80),
  'a'.repeat(70),
  'q7Xw2Lk9'.repeat(8) + '\n',
  'A1b2C3d4'.repeat(40),
  ['-----BEGIN RSA PRIV', 'ATE KEY-----\n'].join(''),
  ['-----END RSA PRIV', 'ATE KEY-----\n'].join(''),
]
const scraps = fc
  .array(fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ unit: 'binary', maxLength: 8 })), { minLength: 1, maxLength: 30 })
  .map(pieces => pieces.join(''))

const equal = fc.property(fc.oneof(documents, scraps), splits, (text, sizes) => {
  const streamed = inPieces(text, sizes)
  expect(streamed.text).toBe(text)
  expect(streamed.findings).toEqual(scanner.scan(text))
})

describe('a stream', () => {
  it('finds what scanning the whole finds, whatever the text and however it is split', () => {
    fc.assert(equal, { numRuns: 300 })
  })

  it('did not, when an address, a line end and a name followed each other', () => {
    const once = fc.property(documents, splits, (text, sizes) => {
      expect(inPieces(text, sizes).findings).toEqual(scanner.scan(text))
    })
    fc.assert(once, { seed: 529372393, path: '25:3:16:20:18:18', numRuns: 80 })
  })

  it('redacts as the whole is redacted', () => {
    fc.assert(
      fc.property(fc.oneof(documents, scraps), splits, (text, sizes) => {
        expect(inPieces(text, sizes, true).text).toBe(scanner.redact(text).text)
      }),
      { numRuns: 100 },
    )
  })

  it("finds what a company's own detectors find, plain words included", () => {
    const own = createScanner({
      company: [
        { id: 'CODENAME', kind: 'dictionary', entries: ['blue heron', 'kestrel'] },
        { id: 'PROJECT', kind: 'pattern', pattern: 'project [a-z]+', near: ['about'] },
      ],
    })
    const words = fc
      .array(fc.constantFrom('blue ', 'heron ', 'kestrel, ', 'all about ', 'project alpha ', 'nothing ', 'a@example.com '), {
        maxLength: 120,
      })
      .map(pieces => pieces.join(''))
    fc.assert(
      fc.property(words, splits, (text, sizes) => {
        expect(inPieces(text, sizes, false, own).findings).toEqual(own.scan(text))
      }),
      { numRuns: 60 },
    )
    expect(own.scan('we talk all about project alpha and the blue heron')).toHaveLength(2)
  })

  it.each(PIECES)('finds what stands in %j at every split in two', piece => {
    const text = `Some words before it. ${piece}And some words behind it.`
    const whole = scanner.scan(text)
    for (let cut = 1; cut < text.length; cut++) expect(inPieces(text, [cut, text.length]).findings).toEqual(whole)
  })

  it('lets nothing wait longer than 256 characters', () => {
    fc.assert(
      fc.property(documents, text => {
        expect(inPieces(text, [1]).waiting).toBeLessThanOrEqual(257)
      }),
      { numRuns: 15 },
    )
  })

  it('passes plain words on within two words', () => {
    expect(
      inPieces('only plain words in a row and nothing else at all here '.replace(' a ', ' the ').replace(' at ', ' of '), [1]).waiting,
    ).toBeLessThan(24)
  })

  it('tells a long secret by its opening and again when it is complete', () => {
    const key = ['-----BEGIN RSA PRIV', 'ATE KEY-----\n', `${'q7Xw2Lk9'.repeat(8)}\n`.repeat(30), '-----END RSA PRIV', 'ATE KEY-----'].join(
      '',
    )
    const stream = createStream(scanner)
    let opened = -1
    let at = 0
    const findings: Finding[] = []
    for (; at < key.length; at += 50) {
      const released = stream.push(key.slice(at, at + 50))
      if (released.opened && opened < 0) opened = at
      findings.push(...released.findings)
    }
    findings.push(...stream.end().findings)
    expect(opened).toBeLessThan(400)
    expect(findings).toEqual([expect.objectContaining({ type: 'SECRET', kind: 'private-key', start: 0, end: key.length })])
  })

  it('finds what an encoded blob hides, however long beyond what waits', () => {
    const hidden = Buffer.from(
      `${'some words before it '.repeat(60)} the card is 4111 1111 1111 1111 ${'and behind '.repeat(60)}`,
    ).toString('base64')
    for (const blob of [hidden, hidden.replace(/.{76}/g, '$&\r\n'), Buffer.from(hidden).toString('hex').slice(0, 9000)]) {
      const text = `Here it is: ${blob} and that was all, Jane Doe.`
      const whole = scanner.scan(text)
      expect(whole.map(({ type }) => type)).toContain('CREDIT_CARD')
      for (const size of [1, 7, 300, 5000]) expect(inPieces(text, [size]).findings).toEqual(whole)
      expect(inPieces(text, [50], true).text).toBe(scanner.redact(text).text)
    }
  })

  it('follows something unbroken for 16,384 characters; only beyond does it differ from the whole, and only there', () => {
    const random = fc.sample(
      fc.string({
        unit: fc.constantFrom('a', 'c', 'e', 'g', 'k', 'm', 'r', 's', 'w', 'z', 'B', 'D', 'F', 'N', 'T', 'X'),
        minLength: 30_000,
        maxLength: 30_000,
      }),
      {
        numRuns: 1,
        seed: 1,
      },
    )[0]!
    const around = (blob: string): string => `Ask Jane Doe about ${blob} or write to a@example.com, please.`
    const packed = (letters: number): string => gzipSync(`${random.slice(0, letters)} card 4111 1111 1111 1111`).toString('base64')
    const [inside, beyond] = [packed(20_000), packed(27_000)]
    expect(inside.length).toBeLessThan(16_384)
    expect(beyond.length).toBeGreaterThan(16_384)
    expect(scanner.scan(around(inside)).map(({ type }) => type)).toEqual(['PERSON', 'CREDIT_CARD', 'EMAIL_ADDRESS'])
    expect(inPieces(around(inside), [37]).findings).toEqual(scanner.scan(around(inside)))
    const [whole, streamed] = [scanner.scan(around(beyond)), inPieces(around(beyond), [37]).findings]
    const outside = ({ start, end }: Finding): boolean => end <= 19 || start >= 19 + beyond.length
    expect(whole.find(({ type }) => type === 'CREDIT_CARD')).toEqual(expect.objectContaining({ start: 19, end: 19 + beyond.length }))
    expect(streamed.map(({ type }) => type)).not.toContain('CREDIT_CARD')
    expect(streamed.filter(outside)).toEqual(whole.filter(outside))
  })

  it('redacts as it goes and restores', () => {
    const vault = createVault()
    const text = PIECES.join('')
    const stream = createStream(scanner, { vault })
    let out = ''
    for (let at = 0; at < text.length; at += 7) out += stream.push(text.slice(at, at + 7)).text
    out += stream.end().text
    expect(out).not.toMatch(/4111 1111|536904399|DE89|a@example/)
    expect(restore(out, vault.originals)).toBe(text)
  })
})
