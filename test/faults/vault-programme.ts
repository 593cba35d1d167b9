import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { openStore } from '#src/store/index.ts'
import type { Store, StoreConfig } from '#src/store/index.ts'
import { readKeySource } from '#src/vault/index.ts'
import { verifyState } from '../ledger/programme.ts'
import { makeDrawer, newKeyText, noteOf, notes, openReplica } from '../vault/world.ts'

export interface VaultKillReport {
  kills: number
  /** How often a value was opened: by readers at the same time, and by the check after each kill. */
  opened: number
  /** Data keys that were turned over whole. */
  rotations: number
  /** Kills that left secrets under more than one data key. */
  halfWay: number
}

const values = 700
const onlyOne = { onLost: () => undefined }

/**
 * Ends without warning, again and again, a process that changes the master key and turns data keys over, while readers
 * open every value all the time; checks after each kill that every value opens as what it was, that no value names a key
 * that is not there, and that the ledger agrees with the keys.
 */
export const vaultKillProgramme = async ({
  config,
  directory,
  kills,
}: {
  config: StoreConfig
  directory: string
  kills: number
}): Promise<VaultKillReport> => {
  const dataDirectory = join(directory, 'data')
  await mkdir(dataDirectory)
  const keyFiles = [join(directory, 'one.key'), join(directory, 'other.key')] as const
  for (const path of keyFiles) await writeFile(path, newKeyText(), { mode: 0o600 })
  /** The two master keys, the other way round with each round. */
  const settings = (round: number) => ({
    GUILDHALL_KEY_FILE: keyFiles[round % 2 === 0 ? 0 : 1],
    GUILDHALL_KEY_PREVIOUS_FILE: keyFiles[round % 2 === 0 ? 1 : 0],
  })
  const open = (store: Store, round: number) =>
    openReplica(store, readKeySource(settings(round), { dataDirectory, installation: 'faults' }))

  const report: VaultKillReport = { kills: 0, opened: 0, rotations: 0, halfWay: 0 }
  const check = async (store: Store, round: number) => {
    const replica = open(store, round)
    const opened = await replica.openAll(noteOf)
    expect(opened).toBe(values)
    report.opened += opened
    const { output } = await replica.call(replica.keys.showKeys, {})
    expect(output).toMatchObject({ lost: 0, trouble: null })
    expect(output.keys.every(({ opens }) => opens)).toBe(true)
    expect((await verifyState(store.db, replica.governed, { vkey: 'none', known: [] })).faults).toEqual([])
    return { replica, keys: output.keys.filter(({ values }) => values > 0).length }
  }

  const first = await openStore(config, onlyOne)
  await makeDrawer(first)
  await open(first, 0).seal(notes(values))
  // PostgreSQL has room for readers of our own; the embedded store is the killed process's alone.
  const shared = config.kind === 'postgres' ? first : null
  if (!shared) await first.close()

  for (let round = 0; round < kills; round += 1) {
    const readers = shared && startReaders(() => open(shared, round))
    const rotator = startRotator({
      ...settings(round),
      STORE: JSON.stringify(config),
      DATA: dataDirectory,
      ...(shared ? {} : { READERS: '1' }),
    })
    // A different number of steps each time, and a moment that falls anywhere within the next one.
    await rotator.after(1 + ((round * 7) % 11))
    await new Promise(resolve => setTimeout(resolve, (round * 13) % 60))
    await rotator.kill()
    report.kills += 1
    report.rotations += rotator.seen.rotations
    report.opened += rotator.seen.opened + ((await readers?.stop()) ?? 0)

    const store = shared ?? (await openStore(config, onlyOne))
    const { keys } = await check(store, round)
    if (keys > 1) report.halfWay += 1
    if (!shared) await store.close()
  }

  const last = shared ?? (await openStore(config, onlyOne))
  const { replica } = await check(last, kills)
  await replica.finish()
  expect((await replica.call(replica.keys.showKeys, {})).output.keys).toMatchObject([{ state: 'current', values }])
  await check(last, kills)
  await last.close()
  return report
}

/** Three readers that open every value over and over, one of them with keys that it has read before. */
const startReaders = (open: () => ReturnType<typeof openReplica>): { stop(): Promise<number> } => {
  const told = { stop: false }
  const warm = open()
  const read = async (replica: () => ReturnType<typeof openReplica>): Promise<number> => {
    let opened = 0
    while (!told.stop) opened += await replica().openAll(noteOf)
    return opened
  }
  const all = Promise.all([read(() => warm), read(open), read(open)])
  // A failure is told by `stop`; until then nobody waits for it.
  all.catch(() => undefined)
  return {
    async stop() {
      told.stop = true
      return (await all).reduce((sum, opened) => sum + opened)
    },
  }
}

interface Rotator {
  seen: { rotations: number; opened: number }
  /** Resolves once it has said that it did that many steps. */
  after(steps: number): Promise<void>
  kill(): Promise<void>
}

const startRotator = (env: Record<string, string>): Rotator => {
  const script = fileURLToPath(new URL('vault-rotator.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [script], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const seen = { steps: 0, rotations: 0, opened: 0 }
  let trouble = ''
  child.stderr?.on('data', (chunk: Buffer) => (trouble += chunk.toString()))
  const lines = createInterface({ input: child.stdout ?? process.stdin })
  lines.on('line', line => {
    if (line.startsWith('broken')) trouble += line
    if (line === 'step') seen.steps += 1
    if (line === 'rotated') seen.rotations += 1
    if (line.startsWith('opened ')) seen.opened += Number(line.slice(7))
  })
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
  return {
    seen,
    async after(wanted) {
      const deadline = Date.now() + 60_000
      while (seen.steps < wanted) {
        if (trouble !== '' || child.exitCode !== null || Date.now() > deadline)
          throw new Error(`The rotating process came to a halt: ${trouble}`)
        await new Promise(resolve => setTimeout(resolve, 3))
      }
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
      if (trouble !== '') throw new Error(`The rotating process complained: ${trouble}`)
    },
  }
}
