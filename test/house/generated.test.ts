import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generated } from '../../scripts/generate/index.ts'
import { root } from './sources.ts'

test.each(generated)('$path says what the code says now; if not: npm run generate', async ({ path, produce }) => {
  const file = join(root, path)
  expect(existsSync(file)).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe(await produce())
})

test('what is generated is the same each time', async () => {
  for (const { produce } of generated) expect(await produce()).toBe(await produce())
})

test('no file has two generators', () => {
  expect(new Set(generated.map(({ path }) => path)).size).toBe(generated.length)
})
