import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { refuse } from '#src/kernel/refusal.ts'

/** Whether an embedded database was ever made in a directory, be it here still or moved to PostgreSQL since. */
export const holdsDatabase = (directory: string): boolean => existsSync(join(directory, 'db')) || wasMoved(directory)

const wasMoved = (directory: string): boolean => existsSync(directory) && readdirSync(directory).some(name => name.startsWith('db.moved-'))

/**
 * Makes a new embedded database in `<directory>/db` if there is none. A short-lived child does it, because making one
 * takes several hundred megabytes that a process never gives back; under another name first, so that a child ended
 * halfway leaves nothing that looks like a database.
 */
export const initialise = async (directory: string): Promise<string> => {
  const database = join(directory, 'db')
  if (existsSync(database)) return database
  if (wasMoved(directory))
    throw refuse(
      'conflict',
      'moved-away',
      `The data of ${directory} was moved to PostgreSQL.`,
      'Set DATABASE_URL to its address, or GUILDHALL_DATA to another directory to begin anew.',
      'DATABASE_URL',
    )
  const unfinished = join(directory, 'db.unfinished')
  await rm(unfinished, { recursive: true, force: true })
  await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), unfinished])
  await rename(unfinished, database)
  return database
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2]) {
  const made = await PGlite.create(process.argv[2])
  await made.close()
}
