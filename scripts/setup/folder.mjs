import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Where set-up and running servers of this checkout leave word for each other: `.guildhall/`. Not in node_modules,
 * which `npm ci` deletes. It ignores itself, so that no clone ever sees it in its status.
 */
export const folder = join(root, '.guildhall')

export const makeFolder = () => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '.gitignore'), '*\n')
}
