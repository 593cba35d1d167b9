import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCharter } from '#src/capabilities/charter/index.ts'
import type { Shipped } from '#src/capabilities/charter/index.ts'

const shipped = fileURLToPath(new URL('../charter/', import.meta.url))

/** The charter that Guildhall ships, in force until a company adopts its own. @throws Refusal `charter-broken` */
export const shippedCharter = (): Shipped => {
  const documents = Object.fromEntries(
    readdirSync(shipped)
      .filter(name => name.endsWith('.yaml'))
      .map(name => [name, readFileSync(join(shipped, name), 'utf8')]),
  )
  return { charter: readCharter(documents), documents }
}
