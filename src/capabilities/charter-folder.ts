import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '#src/kernel/error-code.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** Where the charter that ships with the program stands. */
export const SHIPPED_CHARTER = join(import.meta.dirname, '../../charter')

/**
 * The documents of a charter in a folder, as written: file name to text, by name.
 * @throws Refusal `charter-unreadable` where there is no such folder, or none of its files is a document.
 */
export const documentsIn = async (folder: string): Promise<Record<string, string>> => {
  const unreadable = (reason: string) => refuse('invalid', 'charter-unreadable', reason, 'Name a folder with the documents of a charter.')
  const names = await readdir(folder).catch((error: unknown) => {
    throw unreadable(`${folder} can’t be read: ${errorCode(error) || 'no reason given'}.`)
  })
  const documents = names.filter(name => name.endsWith('.yaml')).sort()
  if (documents.length === 0) throw unreadable(`${folder} holds no .yaml document.`)
  return Object.fromEntries(await Promise.all(documents.map(async name => [name, await readFile(join(folder, name), 'utf8')] as const)))
}
