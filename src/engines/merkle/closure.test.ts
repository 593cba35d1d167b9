import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const home = fileURLToPath(new URL('.', import.meta.url))

/** Every specifier that a file imports or re-exports: statically, for its types only, or when it runs. */
const specifiers = (source: string): string[] =>
  [...source.matchAll(/(?<![.\w])(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, specifier]) => specifier ?? '')

it('the offline verifier stands on Node and this folder alone, all the way down', () => {
  const seen = new Set<string>()
  const outside: string[] = []
  const walk = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    for (const specifier of specifiers(readFileSync(path, 'utf8'))) {
      if (specifier.startsWith('node:')) continue
      const target = join(dirname(path), specifier)
      if (!specifier.startsWith('.') || relative(home, target).startsWith('..')) outside.push(`${relative(home, path)} → ${specifier}`)
      else walk(target)
    }
  }
  walk(join(home, 'export', 'verify-export.ts'))
  expect(outside).toEqual([])
  expect([...seen].map(path => relative(home, path))).toEqual(
    expect.arrayContaining(['hash.ts', 'seal.ts', 'commitment.ts', 'malformed.ts', join('export', 'format.ts')]),
  )
})
