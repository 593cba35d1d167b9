import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseInput } from './parse.ts'
import { Refusal } from './refusal.ts'
import { id, requestId, text } from './text.ts'

const blockersOf = (schema: z.ZodType, value: unknown) => {
  try {
    parseInput(schema, value)
    return []
  } catch (error) {
    if (error instanceof Refusal) return error.blockers
    throw error
  }
}

test('every fault names its field, what is wrong and what to do', () => {
  const schema = z.strictObject({ name: text(5), tier: z.int().min(1).max(4), tags: z.array(z.enum(['a', 'b'])), at: id() })
  const blockers = blockersOf(schema, { name: 'too long', tier: 9, tags: ['a', 'c'], extra: 1 })
  expect(blockers.map(({ field = '' }) => field).toSorted((a, b) => a.localeCompare(b))).toEqual(['at', 'extra', 'name', 'tags.1', 'tier'])
  for (const { reason, remedy } of blockers) {
    expect(reason).toMatch(/\.$/)
    expect(remedy).toMatch(/\.$/)
  }
})

test('a value is never repeated in what is said about it', () => {
  const secret = 'hunter2-hunter2-hunter2'
  const schema = z.strictObject({ name: text(5), kind: z.enum(['a']), n: z.int() })
  expect(JSON.stringify(blockersOf(schema, { name: secret, kind: secret, n: secret }))).not.toContain(secret)
})

test('at most twenty faults are listed, and long names are cut', () => {
  const value = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${'x'.repeat(500)}${i}`, 1]))
  const blockers = blockersOf(z.strictObject({}), value)
  expect(blockers).toHaveLength(20)
  expect(Math.max(...blockers.map(({ field = '' }) => field.length))).toBeLessThanOrEqual(60)
})

test.each([
  ['NUL', 'a\u0000b'],
  ['escape sequences', 'a\u001b[31mb'],
  ['line feeds', 'a\nb'],
  ['bidirectional overrides', 'a\u202eb'],
  ['half a character', 'a\ud800b'],
  ['nothing but space', '   '],
])('text with %s is refused', (_, value) => {
  expect(blockersOf(text(20), value)).toHaveLength(1)
})

test('text is trimmed, and keeps accents, emoji and other scripts', () => {
  expect(parseInput(text(40), '  Žluťoučký 🐎 山田  ')).toBe('Žluťoučký 🐎 山田')
  expect(parseInput(text(40, { lines: true }), 'one\ntwo\tthree')).toBe('one\ntwo\tthree')
})

test('a request id is a short printable word', () => {
  expect(blockersOf(requestId(), 'a b c d e f g')).toHaveLength(1)
  expect(blockersOf(requestId(), 'short')).toHaveLength(1)
  expect(blockersOf(requestId(), 'x'.repeat(129))).toHaveLength(1)
  expect(parseInput(requestId(), '0d9b6c1e-order')).toBe('0d9b6c1e-order')
})
