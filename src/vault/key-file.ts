import { createSecretKey, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { link, mkdir, open, unlink } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { errorCode } from '#src/kernel/error-code.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { MASTER_KEY_BYTES, readMasterKey } from './master-key.ts'

/** A key file and the directory that it must not lie in; `setting` names it in a refusal, where a setting did. */
export interface KeyFile {
  path: string
  dataDirectory: string
  setting?: string
}

/** A key has 44 characters; whatever is much longer is another file. */
const MAX_FILE_BYTES = 1_024

/**
 * Reads a master key's file. The checks and the content are of the same open file.
 * @returns null where there is none.
 * @throws Refusal `bad-setting` inside the data directory, `master-key-exposed` where others may read it,
 *   `master-key-unreadable` for anything that is no key.
 */
export const readKeyFile = async ({ path, dataDirectory, setting }: KeyFile): Promise<KeyObject | null> => {
  refuseInside(path, dataDirectory, setting)
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw unreadable(path, `it can’t be opened (${errorCode(error)})`, setting)
  }
  try {
    const { mode, size } = await file.stat().then(stat => (stat.isFile() ? stat : { mode: 0, size: -1 }))
    if (size < 0 || size > MAX_FILE_BYTES) throw unreadable(path, 'it is no file of that size', setting)
    // Windows has no such bits; there the user's profile directory keeps others out.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw refuse(
        'unavailable',
        'master-key-exposed',
        `Other accounts of this machine may read or change the master key ${path}.`,
        `Take their rights away: chmod 600 ${path}. If somebody may have read it, change the master key as well.`,
        setting,
      )
    const buffer = Buffer.alloc(MAX_FILE_BYTES)
    const { bytesRead } = await file.read(buffer, 0, MAX_FILE_BYTES, 0)
    const key = readMasterKey(buffer.toString('latin1', 0, bytesRead))
    buffer.fill(0)
    if (key === null) throw unreadable(path, 'it does not hold 32 random bytes in base64', setting)
    return key
  } finally {
    await file.close()
  }
}

/**
 * Makes a new key in a file of mode 0600. It appears whole, on disk, and only where none is: of two processes that make
 * one at once, both end with the same key.
 */
export const makeKeyFile = async (keyFile: KeyFile): Promise<KeyObject> => {
  const { path, dataDirectory } = keyFile
  refuseInside(path, dataDirectory)
  const secret = randomBytes(MASTER_KEY_BYTES)
  const beside = `${path}.${randomBytes(4).toString('hex')}.new`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeDurably(beside, `${secret.toString('base64')}\n`)
    try {
      await link(beside, path)
      await syncDirectory(dirname(path))
      return createSecretKey(secret)
    } catch (error) {
      const others = errorCode(error) === 'EEXIST' ? await readKeyFile(keyFile) : null
      if (others) return others
      throw error
    } finally {
      await unlink(beside)
    }
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(errorCode(error))) throw error
    throw refuse(
      'unavailable',
      'master-key-unwritable',
      `No master key can be kept at ${path} (${errorCode(error)}).`,
      'Set GUILDHALL_KEY_FILE to a key file of your own, GUILDHALL_KEY, or GUILDHALL_KEY_COMMAND.',
    )
  } finally {
    secret.fill(0)
  }
}

/**
 * A key beside the data that it protects protects nothing: whoever copies the directory, or its backup, has both.
 * @throws Refusal `bad-setting` where the path lies in the data directory, by whichever links it gets there.
 */
export const refuseInside = (path: string, dataDirectory: string, setting = 'GUILDHALL_KEY_FILE'): void => {
  const way = relative(realPath(dataDirectory), realPath(path))
  const outside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
  if (!outside)
    throw refuse(
      'invalid',
      'bad-setting',
      'The master key would lie in the data directory, where whoever copies the data copies it too.',
      'Keep the key somewhere else, such as /etc/guildhall/master.key, and name that place here.',
      setting,
    )
}

/** Where a path really leads, though its end may not exist yet. */
const realPath = (path: string): string => {
  const whole = resolve(path)
  try {
    return realpathSync.native(whole)
  } catch {
    return dirname(whole) === whole ? whole : join(realPath(dirname(whole)), basename(whole))
  }
}

const unreadable = (path: string, why: string, setting?: string): Refusal =>
  refuse(
    'unavailable',
    'master-key-unreadable',
    `The master key ${path} can’t be used: ${why}.`,
    'Put the key file back from your backup, with its owner and mode 0600.',
    setting,
  )

const writeDurably = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is durable only with its directory. Windows can't open one, and needs not. */
const syncDirectory = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
