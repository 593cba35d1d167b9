import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Charter } from './charter.ts'
import { loadCharter, type CharterFile } from './load.ts'
import { problemText } from './problem.ts'

const folder = join(import.meta.dirname, '../../../charter')

/** The documents that ship, as a caller would hand them over. */
export const defaultFiles: readonly CharterFile[] = readdirSync(folder)
  .filter(name => name.endsWith('.yaml'))
  .sort()
  .map(name => ({ path: `charter/${name}`, text: readFileSync(join(folder, name), 'utf8') }))

/** The same with one document edited; fails when there is nothing to edit. */
export const editedFiles = (document: string, from: string | RegExp, to: string): readonly CharterFile[] =>
  defaultFiles.map(file => {
    if (file.path !== `charter/${document}`) return file
    const text = file.text.replace(from, to)
    if (text === file.text) throw new Error(`${document} has no ${String(from)}.`)
    return { ...file, text }
  })

export const charterFrom = (files: readonly CharterFile[]): Charter => {
  const loaded = loadCharter(files)
  if (!loaded.ok) throw new Error(loaded.problems.map(problemText).join('\n'))
  return loaded.charter
}

export const defaultCharter = charterFrom(defaultFiles)
