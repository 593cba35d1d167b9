import { generateKeySync, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#src/kernel/ids.ts'
import { bind } from './gcm.ts'
import type { Place } from './place.ts'
import type { DataKey } from './sealed-value.ts'
import { MAX_PLAIN_BYTES, keyIdOf, openValue, sealValue } from './sealed-value.ts'

const newKey = (): DataKey => ({ id: newId(), key: generateKeySync('aes', { length: 256 }) })
const key = newKey()
const place: Place = { table: 'secondFactor', row: 'person-1', column: 'sealedSecret' }
const refused = expect.objectContaining({ code: 'sealed-value-refused' })
const opens =
  (sealed: Uint8Array, at: Place = place) =>
  () =>
    openValue(key, at, sealed)

const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(name => name.isWellFormed())
const places = fc.record({ table: names, row: names, column: names })

describe('a sealed value', () => {
  test('opens where it was sealed, whatever it is and wherever that is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), places, (value, at) => {
        expect(Buffer.compare(openValue(key, at, sealValue(key, at, value)), value)).toBe(0)
      }),
    )
  })

  test('opens nowhere else: another table, another row and another column are refused', () => {
    fc.assert(
      fc.property(places, places, (at, elsewhere) => {
        fc.pre(JSON.stringify(at) !== JSON.stringify(elsewhere))
        const sealed = sealValue(key, at, 'secret')
        for (const field of ['table', 'row', 'column'] as const)
          if (at[field] !== elsewhere[field]) expect(opens(sealed, { ...at, [field]: elsewhere[field] })).toThrow(refused)
        expect(opens(sealed, elsewhere)).toThrow(refused)
      }),
    )
  })

  test('opens at no place whose names run together to the same text', () => {
    const sealed = sealValue(key, { table: 'ab', row: 'c', column: 'd' }, 'secret')
    for (const elsewhere of [
      { table: 'a', row: 'bc', column: 'd' },
      { table: 'a', row: 'c', column: 'bd' },
      { table: 'ab', row: 'd', column: 'c' },
      { table: '', row: 'abc', column: 'd' },
    ])
      expect(opens(sealed, elsewhere)).toThrow(refused)
  })

  test('is refused with any one bit changed, in each of its parts', () => {
    const sealed = sealValue(key, place, 'JBSWY3DPEHPK3PXP')
    const changed = Array.from({ length: sealed.length * 8 }, (_, bit) => {
      const copy = Buffer.from(sealed)
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return copy
    })
    expect(changed).toHaveLength((1 + 16 + 12 + 16 + 16) * 8)
    for (const each of changed) expect(opens(each)).toThrow(refused)
    expect(opens(sealed)()).toEqual(Buffer.from('JBSWY3DPEHPK3PXP'))
  })

  test('is refused with a byte missing or too many, at any place', () => {
    const sealed = sealValue(key, place, 'secret')
    for (let length = 0; length < sealed.length; length += 1) {
      expect(opens(sealed.subarray(0, length))).toThrow(refused)
      expect(() => keyIdOf(sealed.subarray(0, Math.min(length, 44)))).toThrow(refused)
    }
    for (const more of [Buffer.concat([sealed, Buffer.alloc(1)]), Buffer.concat([Buffer.alloc(1), sealed])])
      expect(opens(more)).toThrow(refused)
  })

  test('names its data key, and no other key opens it', () => {
    const sealed = sealValue(key, place, 'secret')
    expect(keyIdOf(sealed)).toBe(key.id)
    expect(() => openValue(newKey(), place, sealed)).toThrow(refused)
  })

  test('is never the same twice, and holds nothing of what it seals', () => {
    const value = randomBytes(64)
    const [one, other] = [sealValue(key, place, value), sealValue(key, place, value)]
    expect(one.equals(other)).toBe(false)
    for (let from = 0; from + 4 <= value.length; from += 1) expect(one.includes(value.subarray(from, from + 4))).toBe(false)
  })

  test('has at most 64 KiB inside', () => {
    expect(opens(sealValue(key, place, Buffer.alloc(MAX_PLAIN_BYTES)))()).toHaveLength(65_536)
    expect(() => sealValue(key, place, Buffer.alloc(MAX_PLAIN_BYTES + 1))).toThrow(expect.objectContaining({ code: 'secret-too-large' }))
    expect(() => keyIdOf(Buffer.concat([Buffer.of(1), randomBytes(70_000)]))).toThrow(refused)
  })
})

describe('what a ciphertext is bound to', () => {
  const parts = fc.array(fc.oneof(names, fc.uint8Array({ maxLength: 8 })), { maxLength: 4 })
  const plain = (list: readonly (string | Uint8Array)[]) => JSON.stringify(list.map(part => Buffer.from(part).toString('hex')))

  test('has the same bytes only for the same list', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(bind(...one).equals(bind(...other))).toBe(plain(one) === plain(other))
      }),
      {
        numRuns: 1_000,
        examples: [
          [
            ['ab', 'c'],
            ['a', 'bc'],
          ],
          [['a'], ['a', '']],
          [[], ['']],
        ],
      },
    )
  })

  test('is never half a character, which would become the same as another half', () => {
    expect(() => bind('\ud800')).toThrow(TypeError)
  })
})
