import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { artifactLimits, artifactTooLarge, type Member, type Source } from '#src/engines/inspect/index.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** A file, or a folder that is one agent, that may hold an automation. Bytes are read when `source` is called. */
export interface Found {
  path: string
  /** Whether the caller named it, rather than a folder it lies in. */
  named: boolean
  source(): Source
}

/** Files and folders as the caller named them, folders searched to the bottom, in the order of names. */
export async function* collect(paths: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) yield* find(path, true)
}

/** One file, or one folder that is an agent, whatever it is called. */
export const sourceOf = (path: string): Source =>
  folder(path) ? { name: path, members: membersOf(path) } : { name: path, bytes: bytesOf(path) }

const MAX_FILES = 200_000
const wanted = /\.(?:json|ya?ml|zip)$/i

function* find(path: string, named: boolean, budget = { files: MAX_FILES }): Generator<Found> {
  budget.files -= 1
  if (budget.files < 0)
    throw refuse('too-large', 'too-many-files', `There are more than ${MAX_FILES} files.`, 'Inspect the folders one by one.', 'FILE')
  const isFolder = folder(path)
  if (!isFolder) {
    if (named || wanted.test(path)) yield { path, named, source: () => sourceOf(path) }
    return
  }
  const names = readdirSync(path).toSorted()
  if (isAgent(names)) {
    yield { path, named, source: () => sourceOf(path) }
    return
  }
  for (const name of names) if (!name.startsWith('.') && name !== 'node_modules') yield* find(join(path, name), false, budget)
}

/** A cloned agent or an unpacked solution: many files that only together say what the agent does. */
const isAgent = (names: readonly string[]): boolean =>
  names.includes('agent.mcs.yml') || names.includes('botcomponents') || names.includes('solution.xml')

const folder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    throw refuse('not-found', 'file-not-readable', `${path} can't be read.`, 'Check the path and your access to it.', 'FILE')
  }
}

const bytesOf = (path: string): Uint8Array => {
  const { size } = statSync(path)
  if (size > artifactLimits.fileBytes) throw artifactTooLarge(path, `It has ${size.toLocaleString('en')} bytes`, artifactLimits.fileBytes)
  return readFileSync(path)
}

const membersOf = (root: string): Member[] => {
  const members: Member[] = []
  let total = 0
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inside = join(path, entry.name)
      if (entry.isDirectory()) walk(inside)
      else if (entry.isFile() && (wanted.test(entry.name) || entry.name === 'data' || basename(inside).endsWith('.xml'))) {
        const bytes = bytesOf(inside)
        total += bytes.length
        if (members.length >= artifactLimits.zipEntries)
          throw artifactTooLarge(root, 'It holds more files than one agent has', artifactLimits.zipEntries)
        if (total > artifactLimits.zipUnpackedBytes)
          throw artifactTooLarge(root, 'It holds more bytes than one agent has', artifactLimits.zipUnpackedBytes)
        members.push({ path: relative(root, inside).replaceAll('\\', '/'), bytes })
      }
    }
  }
  walk(root)
  return members
}
