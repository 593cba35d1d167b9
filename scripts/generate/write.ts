import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generated } from './index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

for (const { path, produce } of generated) {
  const file = join(root, path)
  const content = await produce()
  const stale = !existsSync(file) || readFileSync(file, 'utf8') !== content
  if (stale) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  console.log(`${stale ? 'written  ' : 'unchanged'} ${path}`)
}
