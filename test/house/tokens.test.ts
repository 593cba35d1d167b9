import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contrast, dark, light, type Palette, type Token } from '../../web/theme/tokens.ts'

const web = join(import.meta.dirname, '..', '..', 'web')
const palettes: readonly [string, Palette][] = [
  ['light', light],
  ['dark', dark],
]

/** Text on its grounds: WCAG 2.2 success criterion 1.4.3 asks for 4.5. */
const text: readonly [Token, readonly Token[]][] = [
  ['ink', ['canvas', 'rail', 'surface', 'raised', 'sunken', 'hover', 'selected']],
  ['ink-2', ['canvas', 'rail', 'surface', 'raised', 'hover', 'selected', 'accent-tint']],
  ['ink-3', ['canvas', 'rail', 'surface', 'raised', 'sunken', 'hover', 'selected']],
  ['accent-ink', ['canvas', 'rail', 'surface', 'raised', 'accent-tint', 'selected']],
  ['on-accent', ['accent', 'accent-hover']],
  ['ok', ['canvas', 'surface', 'ok-tint']],
  ['due-text', ['canvas', 'surface', 'due-tint']],
  ['late-text', ['canvas', 'surface', 'late-tint']],
  ['tier-1', ['canvas', 'surface', 'tier-1-tint']],
  ['tier-2', ['canvas', 'surface', 'tier-2-tint']],
  ['tier-3', ['canvas', 'surface', 'tier-3-tint']],
  ['tier-4', ['canvas', 'surface', 'tier-4-tint']],
  ['on-tier', ['tier-3', 'tier-4']],
]

/** What must be seen without being read (edges of fields, marks, series): criterion 1.4.11 asks for 3. */
const shapes: readonly [Token, readonly Token[]][] = [
  ['control', ['canvas', 'surface']],
  ['accent', ['canvas', 'surface', 'rail', 'accent-tint']],
  ['due-mark', ['canvas']],
  ['late-mark', ['surface']],
  ['chart-1', ['surface']],
  ['chart-2', ['surface']],
  ['chart-3', ['surface']],
  ['chart-4', ['surface']],
  ['chart-quiet', ['surface']],
]

describe.each(palettes)('the %s palette', (_, palette) => {
  const pairs = (wanted: typeof text) => wanted.flatMap(([over, grounds]) => grounds.map(under => [over, under] as const))

  test.each(pairs(text))('keeps %s readable on %s', (over, under) => {
    expect(contrast(palette[over], palette[under])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(pairs(shapes))('keeps %s visible on %s', (over, under) => {
    expect(contrast(palette[over], palette[under])).toBeGreaterThanOrEqual(3)
  })
})

test('contrast is measured as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
  expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'))
})

const files = (ending: string): string[] =>
  readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith(ending) && !file.startsWith('dist'))
const read = (file: string): string => readFileSync(join(web, file), 'utf8')

test('colours stand in the token file and nowhere else', () => {
  const sources = [...files('.css'), ...files('.tsx'), ...files('.ts')].filter(file => file !== join('theme', 'tokens.ts'))
  expect(sources.length).toBeGreaterThan(40)
  expect(sources.filter(file => /#[0-9a-f]{3,8}\b/iu.test(read(file)))).toEqual([])
})

test('every token that a style names exists', () => {
  const named = files('.css').flatMap(file => [...read(file).matchAll(/var\(--g-([\w-]+)/gu)].map(([, token]) => token))
  const known = [...Object.keys(light), 'sans', 'serif', 'mono', 'floating', 'quick']
  expect(named.length).toBeGreaterThan(100)
  expect([...new Set(named)].filter(token => !known.includes(token ?? ''))).toEqual([])
})

test('nothing moves by accident', () => {
  expect(files('.css').filter(file => /transition:\s*all|animation:(?!\s*none)/u.test(read(file)))).toEqual([])
})
