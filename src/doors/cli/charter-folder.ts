import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadCharter, problemText, type Charter, type CharterFile, type Loaded } from '#src/engines/charter/index.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** Where the charter that ships with the program stands. */
export const DEFAULT_CHARTER = join(import.meta.dirname, '../../../charter')

/** The charter in a folder, or what is wrong with it; paths in problems are as the caller can open them. */
export const loadCharterFolder = async (folder: string): Promise<Loaded> => loadCharter(await charterFiles(folder))

/** The charter in a folder. @throws Refusal naming the first problem where there is one */
export const charterIn = async (folder: string): Promise<Charter> => {
  const loaded = await loadCharterFolder(folder)
  if (loaded.ok) return loaded.charter
  const [first] = loaded.problems
  throw refuse('invalid', 'charter-broken', first === undefined ? 'The charter can’t be used.' : problemText(first), `Mend it; guildhall charter test ${folder} lists everything that is wrong.`)
}

const charterFiles = async (folder: string): Promise<readonly CharterFile[]> => {
  const names = await readdir(folder).catch((error: unknown) => {
    throw refuse('invalid', 'charter-unreadable', `${folder} can’t be read: ${codeOf(error)}.`, 'Name a folder with the documents of a charter.')
  })
  const documents = names.filter((name) => name.endsWith('.yaml')).sort()
  if (documents.length === 0) throw refuse('invalid', 'charter-unreadable', `${folder} holds no .yaml document.`, 'Name a folder with the documents of a charter.')
  return Promise.all(documents.map(async (name) => ({ path: join(folder, name), text: await readFile(join(folder, name), 'utf8') })))
}

export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'no reason given')
