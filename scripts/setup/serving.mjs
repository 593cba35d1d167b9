import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { folder } from './folder.mjs'
import { isAlive } from './processes.mjs'

const marker = /^serving-(\d+)$/

/**
 * Pids of the servers that run from this checkout. Each leaves `.guildhall/serving-<pid>`; its content is the
 * server's birth as `birthOf` writes it, or nothing. Markers of dead servers are cleared away.
 */
export const livingServers = () => {
  const living = []
  for (const name of readdirSync(folder)) {
    const pid = Number(marker.exec(name)?.[1])
    if (!pid) continue
    const file = join(folder, name)
    if (isAlive({ pid, birth: readFileSync(file, 'utf8').trim() })) living.push(pid)
    else rmSync(file, { force: true })
  }
  return living
}
