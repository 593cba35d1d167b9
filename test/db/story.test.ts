import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshStore, root, startServer } from '../harness.ts'
import type { RunningServer } from '../harness.ts'

/* The example that readers follow, told by a process of its own to a demo that runs as another. */
let server: RunningServer
let remove: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshStore()
  remove = fresh.remove
  server = await startServer({ data: fresh.data, databaseUrl: fresh.config.kind === 'postgres' ? fresh.config.url : undefined })
})
afterAll(async () => {
  await server.stop()
  await remove()
})

const tell = (address: string): Promise<{ code: number | null; said: string }> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, [join(root, 'docs', 'examples', 'story.mjs'), address], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('close', code => {
      resolve({ code, said })
    })
  })

test('the story in plain HTTP comes true, and again on the same demo', { timeout: 180_000 }, async () => {
  for (const time of ['first', 'second']) {
    const { code, said } = await tell(server.address)
    expect(code, `${time} time on ${inject('engine')}:\n${said}`).toBe(0)
    expect(said.match(/^[A-G]\. .+$/gm)).toHaveLength(7)
    expect(said).toContain('entries of the ledger prove it.')
  }
})

test('where there is no demo, it says so in a line', async () => {
  const { code, said } = await tell('http://127.0.0.1:1')
  expect(code).toBe(1)
  expect(said).toContain('This should have been so: a demo answers at http://127.0.0.1:1')
  expect(said).not.toContain('node:internal')
})
