import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf } from './difference.ts'
import type { Part } from './difference.ts'
import { sizeOf } from './size.ts'

const oldOf = (parts: readonly Part[]) => parts.flatMap(({ kind, text }) => (kind === 'added' ? [] : text)).join('')
const newOf = (parts: readonly Part[]) => parts.flatMap(({ kind, text }) => (kind === 'removed' ? [] : text)).join('')

test('shows which words were put in and taken out, and nothing else', () => {
  expect(differenceOf('Dear Ms Okoye, you owe 120 euros.', 'Dear Ms Okoye, you owe 12 euros.\nThank you!')).toEqual([
    { kind: 'same', text: 'Dear Ms Okoye, you owe ' },
    { kind: 'removed', text: '120' },
    { kind: 'added', text: '12' },
    { kind: 'same', text: ' euros.' },
    { kind: 'added', text: '\nThank you!' },
  ])
  expect(differenceOf('one two three', 'one three')).toEqual([
    { kind: 'same', text: 'one ' },
    { kind: 'removed', text: 'two ' },
    { kind: 'same', text: 'three' },
  ])
})

test('equal texts differ in nothing, an empty one in everything', () => {
  expect(differenceOf('Grüße\n', 'Grüße\n')).toEqual([{ kind: 'same', text: 'Grüße\n' }])
  expect(differenceOf('', '')).toEqual([])
  expect(differenceOf('', 'new')).toEqual([{ kind: 'added', text: 'new' }])
})

test('both texts come out of the parts again, whatever they are', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'ä', ' ', '\n', '.', '👍', '\u0301', 'ab'), { maxLength: 40 }).map(all => all.join(''))
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: 'binary' })), fc.oneof(words, fc.string({ unit: 'binary' })), (before, after) => {
      const parts = differenceOf(before, after)
      expect(oldOf(parts)).toBe(before)
      expect(newOf(parts)).toBe(after)
      expect(parts.every(({ text }, i) => text !== '' && !(text === '' || parts[i + 1]?.kind === parts[i]?.kind))).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('no fewer words can be exchanged', () => {
  const few = fc.array(fc.constantFrom('a ', 'b ', 'c '), { maxLength: 8 })
  fc.assert(
    fc.property(few, few, (before, after) => {
      const { added, removed } = sizeOf(differenceOf(before.join(''), after.join('')))
      // Each letter comes with a space, which is a word of its own: two characters each.
      expect(added + removed).toBeLessThanOrEqual(2 * (before.length + after.length - 2 * longestCommon(before, after)))
    }),
    { numRuns: 1_000 },
  )
})

const longestCommon = ([a, ...as]: readonly string[], [b, ...bs]: readonly string[]): number => {
  if (a === undefined || b === undefined) return 0
  return a === b ? 1 + longestCommon(as, bs) : Math.max(longestCommon(as, [b, ...bs]), longestCommon([a, ...as], bs))
}

test('two different texts of a hundred thousand characters are told apart at once, as one exchange', () => {
  const before = Array.from({ length: 20_000 }, (_, i) => `w${i} `).join('')
  const after = Array.from({ length: 20_000 }, (_, i) => `v${i} `).join('')
  const parts = differenceOf(before, after)
  expect(oldOf(parts)).toBe(before)
  expect(newOf(parts)).toBe(after)
  const edited = before.replace('w10000 ', 'and then ')
  expect(sizeOf(differenceOf(before, edited))).toEqual({ added: 8, removed: 6 })
})
