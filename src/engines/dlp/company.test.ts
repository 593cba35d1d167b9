import { describe, expect, it } from 'vitest'
import { createScanner, exactHash, type CompanyDetector } from './index.ts'

const found = (company: CompanyDetector[], text: string) =>
  createScanner({ types: [], company })
    .scan(text)
    .map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe("a company's own detectors", () => {
  it('find a pattern, near a word when one is asked for', () => {
    const code: CompanyDetector = { id: 'PROJECT_CODE', kind: 'pattern', pattern: 'PX-[0-9]{4}', near: ['project'] }
    expect(
      found([code], 'project PX-1234 and, much later and far away from that word, in some other sentence of the text, PX-9999'),
    ).toEqual(['PROJECT_CODE PX-1234'])
  })

  it('find dictionary entries as whole words, the longest first, in any case', () => {
    const names: CompanyDetector = { id: 'CODENAME', kind: 'dictionary', entries: ['Blue Heron', 'Blue', 'Kestrel'] }
    expect(found([names], 'BLUE HERON meets kestrel; bluebird does not')).toEqual(['CODENAME BLUE HERON', 'CODENAME kestrel'])
  })

  it('find exact values of which only keyed hashes are known, however they are spaced', () => {
    const key = 'a key of the company'
    const list: CompanyDetector = {
      id: 'CUSTOMER_NUMBER',
      kind: 'exact',
      key,
      hashes: [exactHash(key, 'KD 4711-0815'), exactHash(key, 'Erika Mustermann')],
      words: 2,
    }
    expect(found([list], 'kd4711 0815 belongs to Erika Mustermann, KD 4711-0816 does not')).toEqual([
      'CUSTOMER_NUMBER kd4711 0815',
      'CUSTOMER_NUMBER Erika Mustermann',
    ])
    expect(JSON.stringify(list)).not.toContain('4711')
  })

  it('see through encodings like the built-in ones', () => {
    const encoded = Buffer.from('the code is PX-1234').toString('base64')
    expect(found([{ id: 'PROJECT_CODE', kind: 'pattern', pattern: 'PX-[0-9]{4}' }], encoded)).toHaveLength(1)
  })

  it.each([
    ['look-ahead', { id: 'BAD', kind: 'pattern', pattern: '(?=x)y' }, "can't be used"],
    ['an unclosed group', { id: 'BAD', kind: 'pattern', pattern: '(x' }, "can't be used"],
    ['a pattern that matches nothing', { id: 'BAD', kind: 'pattern', pattern: 'x*' }, 'matches the empty text'],
    ['a taken id', { id: 'PERSON', kind: 'pattern', pattern: 'x' }, 'built-in'],
    ['a strange id', { id: 'a b', kind: 'pattern', pattern: 'x' }, "can't be used"],
    ['a plain value for a hash', { id: 'LIST', kind: 'exact', key: 'k'.repeat(16), hashes: ['4711'] }, "can't be used"],
  ] as [string, CompanyDetector, string][])('are refused for %s', (_, detector, reason) => {
    expect(() => createScanner({ company: [detector] })).toThrow(reason)
  })

  it.each([
    '(a+)+$',
    '(a|a)*b',
    '(.*)*x',
    '([a-z]+)*@',
    '(a{1,30}){1,30}b',
    '(?:a?){40}a{40}',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(x+x+)+y',
    '.*.*.*=.*',
    '(\\s*\\S+\\s*)+#',
  ])('take bounded time for %s', pattern => {
    const text = 'a'.repeat(50_000) + 'x'.repeat(50_000)
    const detector: CompanyDetector = { id: 'EVIL', kind: 'pattern', pattern }
    const start = process.cpuUsage()
    try {
      found([detector], text)
    } catch (error) {
      expect(String(error)).toMatch(/can't be used|empty text/)
    }
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1000).toBeLessThan(2500)
  })
})
