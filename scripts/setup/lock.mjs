import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { folder, makeFolder } from './folder.mjs'
import { birthOf, isAlive } from './processes.mjs'

const file = join(folder, 'setup.lock')
const lookEvery = 200 // ms
const takeoverPause = 100 // ms, far longer than the synchronous steps of `seize` take
const unwrittenFor = 10_000 // ms after which a lock without content is one whose maker died while writing it

const holder = pid => ({ pid, birth: birthOf(pid) })

/** Who holds the lock: pids of living processes. Null when it is free or all who held it are dead. */
const holders = () => {
  try {
    const living = JSON.parse(readFileSync(file, 'utf8')).filter(isAlive)
    return living.length > 0 ? living.map(({ pid }) => pid) : null
  } catch (error) {
    if (error.code === 'ENOENT') return null
    if (!(error instanceof SyntaxError)) throw error
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
    return Date.now() - written < unwrittenFor ? [] : null
  }
}

const isOurs = () => holders()?.includes(process.pid) ?? false

/**
 * Takes the lock if nobody living holds it. Two who find the same dead holder could each remove the lock that the
 * other just made; the later one wins, and the earlier one sees that when it looks again after a pause.
 */
const seize = async () => {
  const takeover = statSync(file, { throwIfNoEntry: false }) !== undefined
  if (takeover) {
    if (holders() !== null) return false
    rmSync(file, { force: true })
  }
  try {
    writeFileSync(file, JSON.stringify([holder(process.pid)]), { flag: 'wx' })
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  if (takeover) await pause(takeoverPause)
  return isOurs()
}

/**
 * Runs `work` while no other set-up of this checkout runs one. `work` gets `share(pid)`: a process that it started
 * holds the lock too, so that after a kill -9 of this one nobody begins while that child is still writing.
 */
export const underLock = async (tell, work) => {
  makeFolder()
  for (let told = false; !(await seize()); told = true) {
    if (!told) tell(`Another set-up is running here (process ${holders()?.join(', ') || 'just starting'}); waiting for it.`)
    await pause(lookEvery)
  }
  const share = pid => {
    // Through a rename, so that no reader ever finds half a list.
    writeFileSync(`${file}.new`, JSON.stringify([holder(process.pid), holder(pid)]))
    renameSync(`${file}.new`, file)
  }
  try {
    return await work(share)
  } finally {
    rmSync(file, { force: true })
  }
}
