import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { link, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from '#src/kernel/error-code.ts'
import { refuse } from '#src/kernel/refusal.ts'

/**
 * One process per embedded directory: two of them lose acknowledged rows without a word. The lock is a file in the
 * directory itself, so another path to it (a link, a mount) meets the same lock.
 *
 * A holder that died is recognised at once where that is certain: same boot, same process namespace, and its process is
 * gone or is another one by its start time. Where it is not (another container, another machine, a reboot), the lock
 * counts as held while its file is touched: the holder does so every second, and a newcomer watches for five.
 */
export interface Lock {
  /** Random, and readable only for those who may read the directory: it tells the running server that an operator asks. */
  token: string
  /** Told to other processes that find the lock, so that the command line can ask the running server instead. */
  announce(address: string): Promise<void>
  release(): Promise<void>
}

export interface Holder {
  token: string
  pid: number
  /** The kernel's id of this boot, and the process namespace: where both agree, process numbers mean the same. */
  boot: string
  namespace: string
  /** Clock ticks after boot at which the process began: a reused process number has another. */
  began: string
  address?: string
}

const touchEvery = 1_000
const watchFor = 5_000

/** @throws Refusal `directory-in-use`, naming the process that holds it and what to do. */
export const takeLock = async (directory: string, { onLost }: { onLost(): void }): Promise<Lock> => {
  const path = join(realpathSync(directory), 'lock')
  const mine: Holder = { token: randomUUID(), pid: process.pid, ...surroundings(process.pid) }
  for (;;) {
    if (await create(path, mine)) break
    const holder = await holderOf(directory)
    if (!holder) continue
    if (!(await isDead(path, holder))) throw inUse(directory, holder)
    await removeStale(path, holder)
  }

  let current = mine
  const stillMine = async (): Promise<boolean> => {
    const now = new Date()
    await utimes(path, now, now)
    return (await holderOf(directory))?.token === mine.token
  }
  const holdOn = async (): Promise<void> => {
    if (await stillMine().catch(() => false)) return
    clearInterval(beat)
    onLost()
  }
  const beat = setInterval(() => {
    void holdOn()
  }, touchEvery)
  beat.unref()

  return {
    token: mine.token,
    async announce(address) {
      current = { ...mine, address }
      const next = `${path}.${mine.token}`
      await write(next, current)
      await rename(next, path)
    },
    async release() {
      clearInterval(beat)
      if ((await holderOf(directory))?.token === mine.token) await rm(path, { force: true })
    },
  }
}

/** Who holds a directory now, dead or alive; undefined where nobody does. */
export const holderOf = (directory: string): Promise<Holder | undefined> => read(join(directory, 'lock'))

const read = async (path: string): Promise<Holder | undefined> => {
  const content = await readFile(path, 'utf8').catch(() => undefined)
  if (content === undefined) return undefined
  try {
    const holder: Holder = JSON.parse(content)
    return holder
  } catch {
    // No program of ours wrote that. Whether anybody owns it, only being touched can tell.
    return { token: '', pid: 0, boot: '', namespace: '', began: '' }
  }
}

export const isAlive = async (directory: string, holder: Holder): Promise<boolean> => !(await isDead(join(directory, 'lock'), holder))

const create = async (path: string, holder: Holder): Promise<boolean> => {
  // Written under another name and linked, so that nobody ever reads half a lock.
  const whole = `${path}.${holder.token}`
  await write(whole, holder)
  try {
    await link(whole, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(whole, { force: true })
  }
}

const write = async (path: string, holder: Holder): Promise<void> => {
  const file = await open(path, 'w', 0o600)
  await file.writeFile(JSON.stringify(holder))
  await file.sync()
  await file.close()
}

const isDead = async (path: string, holder: Holder): Promise<boolean> => {
  const here = surroundings(process.pid)
  if (holder.boot === here.boot && holder.namespace === here.namespace) {
    return surroundings(holder.pid).began !== holder.began || !exists(holder.pid)
  }
  const before = await touched(path)
  for (let waited = 0; waited < watchFor; waited += 250) {
    await sleep(250)
    if ((await touched(path)) !== before) return false
  }
  return true
}

/**
 * Two newcomers may judge the same lock dead; the slower one must not remove the faster one's new lock. So the file is
 * moved aside first and looked at: if it is not the one that was judged, it goes back.
 */
const removeStale = async (path: string, judged: Holder): Promise<void> => {
  const aside = `${path}.stale-${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await read(aside))?.token !== judged.token) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

const touched = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.mtimeMs ?? 0

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** Linux tells; elsewhere the fields are empty and equal, and the process number alone decides. */
const surroundings = (pid: number): Pick<Holder, 'boot' | 'namespace' | 'began'> => ({
  boot: attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
  namespace: attempt(() => readlinkSync('/proc/self/ns/pid')),
  // Field 22 of proc(5) stat; the name in field 2 may hold spaces and parentheses, so count after the last one.
  began: attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').split(' ')[20] ?? ''),
})

const attempt = (read: () => string): string => {
  try {
    return read()
  } catch {
    return ''
  }
}

const inUse = (directory: string, holder: Holder) =>
  refuse(
    'conflict',
    'directory-in-use',
    `${directory} is in use by process ${holder.pid}${holder.address ? `, which answers at ${holder.address}` : ''}.`,
    'Use that one, stop it first, or start this one with another directory (GUILDHALL_DATA) or with DATABASE_URL.',
  )
