import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Charter } from '#src/engines/charter/index.ts'
import { loadCharter, problemText } from '#src/engines/charter/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'

const shipped = fileURLToPath(new URL('../charter/', import.meta.url))

/** The charter that Guildhall ships, in force until a company adopts its own. @throws Refusal `charter-broken` */
export const shippedCharter = (): Charter => {
  const files = readdirSync(shipped)
    .filter(name => name.endsWith('.yaml'))
    .map(name => ({ path: name, text: readFileSync(join(shipped, name), 'utf8') }))
  const loaded = loadCharter(files)
  if (loaded.ok) return loaded.charter
  throw new Refusal('invalid', 'charter-broken', 'The charter can’t be used.', loaded.problems.map(problem => ({ reason: problemText(problem), remedy: 'Mend the line; `guildhall charter test` checks it.' })))
}
