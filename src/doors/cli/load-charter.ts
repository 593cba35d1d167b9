import { join } from 'node:path'
import { documentsIn } from '#src/capabilities/charter-folder.ts'
import { loadCharter, problemText, type Charter, type Loaded } from '#src/engines/charter/index.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** The charter in a folder, or what is wrong with it; paths in problems are as the caller can open them. */
export const loadCharterFolder = async (folder: string): Promise<Loaded> =>
  loadCharter(Object.entries(await documentsIn(folder)).map(([name, text]) => ({ path: join(folder, name), text })))

/** The charter in a folder. @throws Refusal naming the first problem where there is one */
export const charterIn = async (folder: string): Promise<Charter> => {
  const loaded = await loadCharterFolder(folder)
  if (loaded.ok) return loaded.charter
  const [first] = loaded.problems
  throw refuse(
    'invalid',
    'charter-broken',
    first === undefined ? 'The charter can’t be used.' : problemText(first),
    `Mend it; guildhall charter test ${folder} lists everything that is wrong.`,
  )
}
