import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newestMigration } from '#src/store/migrate.ts'
import { readSeedFile } from '#src/store/index.ts'
import { root } from './sources.ts'

const path = join(root, 'demo', 'company.seed')
const MAX_BYTES = 2.5 * 1024 * 1024

test.runIf(existsSync(path))('the shipped demo is whole, small, and of the newest tables', async () => {
  const file = readFileSync(path)
  const { seed } = await readSeedFile(file)
  expect(seed.schema, 'The tables have changed since the demo was written. Write it anew: npm run demo-seed').toBe(newestMigration)
  expect(file.length).toBeLessThan(MAX_BYTES)
})
