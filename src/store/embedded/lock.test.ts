import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holderOf, takeLock } from './lock.ts'
import type { Holder } from './lock.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'guildhall-lock-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const take = (path = directory) => takeLock(path, { onLost: () => undefined })

/** What this process leaves in a lock, to be changed into what a dead one would have left. */
const mine = async (): Promise<Holder> => {
  const lock = await take()
  const holder = await holderOf(directory)
  await lock.release()
  if (!holder) throw new Error('A lock that is held has a holder.')
  return holder
}
const leave = (holder: Holder | string) =>
  writeFileSync(join(directory, 'lock'), typeof holder === 'string' ? holder : JSON.stringify(holder))

/** The number of a process that ran, and is gone. */
const deadProcess = async (): Promise<number> => {
  const child = spawn('true')
  await new Promise(resolve => child.on('exit', resolve))
  return child.pid ?? 0
}

describe('the lock of a directory', () => {
  test('has one holder, by whichever path the second one comes, and is free after its release', async () => {
    const lock = await take()
    const link = `${directory}-link`
    symlinkSync(directory, link)
    for (const path of [directory, join(directory, '.'), link])
      await expect(take(path)).rejects.toMatchObject({
        code: 'directory-in-use',
        message: expect.stringContaining(`process ${process.pid}`),
      })
    rmSync(link)
    await lock.release()
    await (await take()).release()
  })

  test('of many that come at once, one gets it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const ended = await Promise.allSettled(Array.from({ length: 8 }, () => take()))
      const won = ended.filter(({ status }) => status === 'fulfilled')
      expect(won).toHaveLength(1)
      for (const result of ended) if (result.status === 'fulfilled') await result.value.release()
    }
  })

  test('is taken over at once from a process that is gone, by one of many, 50 times', async () => {
    const holder = await mine()
    const pid = await deadProcess()
    for (let round = 0; round < 50; round += 1) {
      leave({ ...holder, token: `gone-${round}`, pid })
      const ended = await Promise.allSettled([take(), take(), take()])
      expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const result of ended) if (result.status === 'fulfilled') await result.value.release()
    }
  })

  test('is taken over at once where the process’s number belongs to another process by now', async () => {
    leave({ ...(await mine()), token: 'gone', began: '1' })
    await (await take()).release()
  })

  test(
    'is taken over from another container or boot, or with nonsense in it, once nobody has touched it for a while',
    { timeout: 30_000 },
    async () => {
      const holder = await mine()
      for (const left of [
        { ...holder, token: 'gone', boot: 'another' },
        { ...holder, token: 'gone', namespace: 'pid:[1]', pid: process.pid },
        '{"tok',
      ]) {
        leave(left)
        await (await take()).release()
      }
    },
  )

  test('stays with a holder in another container that still touches it', { timeout: 30_000 }, async () => {
    leave({ ...(await mine()), token: 'alive', namespace: 'pid:[1]', pid: 1 })
    const path = join(directory, 'lock')
    const touching = setInterval(() => utimesSync(path, new Date(), new Date()), 1_000)
    try {
      await expect(take()).rejects.toMatchObject({ code: 'directory-in-use' })
    } finally {
      clearInterval(touching)
    }
  })

  test('tells its holder when somebody took it away', { timeout: 10_000 }, async () => {
    const lost = new Promise<void>(resolve => {
      void takeLock(directory, { onLost: resolve })
    })
    await new Promise(resolve => setTimeout(resolve, 100))
    leave('{"token":"somebody else"}')
    await lost
  })

  test('says where its holder answers', async () => {
    const lock = await take()
    await lock.announce('http://127.0.0.1:4400')
    expect((await holderOf(directory))?.address).toBe('http://127.0.0.1:4400')
    await expect(take()).rejects.toMatchObject({ message: expect.stringContaining('http://127.0.0.1:4400') })
    await lock.release()
  })
})
