import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './folder.mjs'

/** The files under a folder of the checkout, as paths from its root with forward slashes. */
export const filesUnder = place =>
  readdirSync(join(root, place), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(root.length)
        .replaceAll('\\', '/'),
    )

/**
 * One digest over names and contents; a file that is gone counts as empty.
 * @param {string[]} paths
 */
export const digest = paths => {
  const sum = createHash('sha256')
  for (const path of [...new Set(paths)].sort()) {
    const file = join(root, path)
    sum.update(`${path}\0`)
    if (existsSync(file)) sum.update(createHash('sha256').update(readFileSync(file)).digest())
  }
  return sum.digest('hex')
}
