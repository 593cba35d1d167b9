import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'

/** The same value with the fields of every object in another order. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, content]) => [key, shuffled(content)]),
  )
}

test('the order of fields changes nothing, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const written = canonical(value)
      expect(canonical(shuffled(value))).toBe(written)
      expect(canonical(JSON.parse(written))).toBe(written)
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('keys are sorted by UTF-16 code units and text is escaped as RFC 8785 says', () => {
  const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
  expect(canonical(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}')
  expect(canonical({ b: [1, { d: null, c: true }], a: 'x"\n' })).toBe('{"a":"x\\"\\n","b":[1,{"c":true,"d":null}]}')
})

test.each([[Number.NaN], [Infinity], [undefined], [() => 1], [new Date(0)], [10n], [[undefined]]])('%s has no canonical form', value => {
  expect(() => canonical(value)).toThrow(TypeError)
})
