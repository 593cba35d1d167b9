import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { charterSchemas } from './schema.ts'

const folder = join(import.meta.dirname, '../../../charter')

describe('the published JSON Schemas', () => {
  for (const [name, schema] of charterSchemas()) {
    const file = `schema/${name.replace('.yaml', '.json')}`

    // Written anew by `vitest run -u src/engines/charter/schema.test.ts`.
    it(`${file} says what the loader checks`, async () => {
      await expect(`${JSON.stringify(schema, null, 1)}\n`).toMatchFileSnapshot(join(folder, file))
    })

    it(`${name} tells editors where its schema is`, () => {
      expect(readFileSync(join(folder, name), 'utf8').split('\n')[0]).toBe(`# yaml-language-server: $schema=${file}`)
    })
  }
})
