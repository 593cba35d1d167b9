import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface SourceFile {
  /** From the root, with forward slashes. */
  path: string
  text: string
}

/** Every TypeScript file below `folder`, without what is built or generated for others. */
export const sourcesIn = (folder: string): SourceFile[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(path => `${folder}/${path.split(sep).join('/')}`)
    .filter(path => /\.tsx?$/.test(path) && !path.startsWith('web/dist/') && !path.includes('node_modules/'))
    .sort()
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** Whether a file stands beside the program for its tests only: a test, or a fixture that several tests read. */
export const isTest = (path: string): boolean => /\.(?:test|fixture)\.tsx?$/.test(path)
