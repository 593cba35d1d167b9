import { expect, test } from 'vitest'
import { nameFault, standardsOf } from './standards.ts'

test('one’s own name counts however it is written, and nobody else’s does', () => {
  for (const typed of ['Mei-Lin Chou', 'mei lin  chou', 'MEI-LIN CHOU']) expect(nameFault(typed, 'Mei-Lin Chou')).toBeNull()
  expect(nameFault('Tomas Novak', 'Tomáš Novák')).toBeNull()
  expect(nameFault('Mei-Lin', 'Mei-Lin Chou')).toMatchObject({ code: 'not-your-name' })
})

type Page = { version: string; standards: { id: string; text: { en: string; de: string } }[] }
const rule = (id: string, en: string) => ({ id, text: { en, de: en } })
const digestOf = (page: Page) =>
  standardsOf({ documents: { 'standards.yaml': page } } as unknown as Parameters<typeof standardsOf>[0]).digest

test('another version label alone asks nobody again; another rule does', () => {
  const page = { version: '1', standards: [rule('a', 'Keep a.'), rule('b', 'Keep b.')] }
  expect(digestOf({ ...page, version: '2' })).toBe(digestOf(page))
  expect(digestOf({ ...page, standards: page.standards.slice(1) })).not.toBe(digestOf(page))
  expect(digestOf({ ...page, standards: [rule('a', 'Keep a, always.'), rule('b', 'Keep b.')] })).not.toBe(digestOf(page))
})
