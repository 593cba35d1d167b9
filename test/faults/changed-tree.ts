import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { root, scratch } from '../harness.ts'

/** In a file of the source, a text by another. */
export interface Change {
  file: string
  from: string
  to: string
  /** Which of several places where the text stands. */
  nth: number
}

/** The source with that change. @throws Error where the text stands there no more: then the list that names it is behind. */
const changed = (source: string, { file, from, to, nth }: Change): string => {
  let index = -1
  for (let i = 0; i <= nth; i += 1) {
    index = source.indexOf(from, index + 1)
    if (index < 0) throw new Error(`${file} does not say “${from}” any more; say where it went.`)
  }
  return source.slice(0, index) + to + source.slice(index + from.length)
}

/** Each text is still where its list says and leaves a program behind, before an hour is spent on the first ones. */
export const expectApplicable = (changes: readonly Change[]): void => {
  for (const change of changes) stripTypeScriptTypes(changed(readFileSync(join(root, change.file), 'utf8'), change))
}

/** What the tests need of this tree, in a directory of its own, with the same packages. */
const copyOfTheTree = async () => {
  const copy = await scratch()
  for (const part of ['src', 'scripts', 'test', 'docs', 'charter', 'bin', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
    if (existsSync(join(root, part))) cpSync(join(root, part), join(copy.path, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy.path, 'node_modules'), 'dir')
  return copy
}

/** As many copies as there are cores, two at most: what is looked at side by side also shares a memory. */
export const copiesOfTheTree = async () => {
  const copies = await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, copyOfTheTree))
  return {
    paths: copies.map(({ path }) => path),
    /** Does something with each of some things, in whichever copy is free. */
    async each<T>(things: readonly T[], work: (tree: string, thing: T) => Promise<void>): Promise<void> {
      const waiting = things.values()
      await Promise.all(
        copies.map(async ({ path }) => {
          for (const thing of waiting) await work(path, thing)
        }),
      )
    },
    remove: () => Promise.all(copies.map(({ remove }) => remove())),
  }
}

/** Looks at a tree while it is changed; afterwards it is as it was. */
export const whileChanged = async <T>(tree: string, change: Change, look: (tree: string) => Promise<T>): Promise<T> => {
  const file = join(tree, change.file)
  const source = readFileSync(file, 'utf8')
  writeFileSync(file, changed(source, change))
  try {
    return await look(tree)
  } finally {
    writeFileSync(file, source)
  }
}

export const vitest = [join('node_modules', 'vitest', 'vitest.mjs'), 'run']

/** How a program in a tree ended, and what it printed. @throws where it does not end: that says nothing. */
export const ran = (
  tree: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<{ failed: boolean; printed: string }> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', ...settings }
    const child = spawn(process.execPath, args, { cwd: tree, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000 })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code, signal) =>
      signal === null ? resolve({ failed: code !== 0, printed }) : reject(new Error(`${args.join(' ')} did not end.`)),
    )
  })
