import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export const prefix = 'guildhall-pg-'

const readOrEmpty = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/**
 * Ends and removes what test runs left behind that were killed: each folder names the process that made it, and when
 * that one is dead, so shall be its PostgreSQL. Only a process whose command line names the folder is ended. Folders
 * of other users are left to them.
 */
export const sweepOrphans = async (parent: string): Promise<void> => {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue
    const folder = join(parent, name)
    const owner = Number(readOrEmpty(join(folder, 'owner')))
    if (!owner || isAlive(owner)) continue
    try {
      const server = Number(readOrEmpty(join(folder, 'data', 'postmaster.pid')).split('\n')[0])
      if (server && readOrEmpty(`/proc/${server}/cmdline`).includes(folder)) {
        process.kill(server, 'SIGQUIT')
        for (let wait = 0; wait < 100 && isAlive(server); wait++) await pause(50)
      }
      rmSync(folder, { recursive: true, force: true })
    } catch (error) {
      if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'EPERM') throw error
    }
  }
}
