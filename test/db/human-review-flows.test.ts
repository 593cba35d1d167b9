import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { receiptCommand } from '#src/doors/cli/receipt.ts'
import { readTrust } from '#src/ledger/index.ts'
import { freshStore, root, scratch, startServer, visitor } from '../harness.ts'
import type { RunningServer } from '../harness.ts'
import { benefit, forTeam } from './solutions-world.ts'

/*
 * Flows as people run them: a shell script with curl, and a real Node-RED, each a process of its own, before a served site.
 * Their solution runs in tier 1 under its owner's name; the same person looks at what it writes.
 */
let server: RunningServer
let fresh: Awaited<ReturnType<typeof freshStore>>
let home: Awaited<ReturnType<typeof scratch>>
let asking: Record<string, string>
let person: ReturnType<typeof visitor>
let solution: string

interface Line {
  id: string
  content: string
  verdict: string
}

const send = async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> => {
  const response = await person.send(method, `/api${path}`, body, headers)
  const answer = (await response.json()) as T
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
  return answer
}
let requests = 0
const once = () => ({ 'idempotency-key': `flows-test-${(requests += 1)}` })

beforeAll(async () => {
  fresh = await freshStore()
  home = await scratch()
  const { config, data } = fresh
  const settings = { GUILDHALL_DEMO: '1', HOME: home.path }
  server = await startServer({ data, databaseUrl: config.kind === 'postgres' ? config.url : undefined, settings })
  person = visitor(server.address)
  await person.signInAs('priya-raman')
  const registered = await send<{ key: string; version: number }>(
    'POST',
    '/solutions',
    { name: 'Writes letters', purpose: 'Writes letters.', facts: { ...forTeam, audience: 'only-me', dataClasses: ['public'] }, benefit },
    once(),
  )
  solution = registered.key
  const submitted = await send<{ version: number }>(
    'POST',
    `/solutions/${solution}/submission`,
    {},
    { 'if-match': `"${registered.version}"` },
  )
  await send('POST', `/solutions/${solution}/live`, {}, { 'if-match': `"${submitted.version}"` })
  await send('PUT', `/solutions/${solution}/content-step`, { reviewers: ['priya-raman'], deadlineMinutes: 600 }, { 'if-match': '"0"' })
  const operations = ['submit-content', 'show-content-review', 'show-content-receipt']
  const { secret } = await send<{ secret: string }>('POST', '/tokens', { name: 'A flow', effects: ['read', 'write'], operations, days: 30 })
  asking = { GUILDHALL_URL: server.address, GUILDHALL_TOKEN: secret, GUILDHALL_SOLUTION: solution }
})
afterAll(async () => {
  await server.stop()
  await fresh.remove()
  await home.remove()
})

/** What comes to wait with these words in it, once it is there. */
const waiting = async (words: string): Promise<Line> => {
  for (;;) {
    const { contents } = await send<{ contents: Line[] }>('GET', '/content-reviews')
    for (const { id } of contents) {
      const shown = await send<Line>('GET', `/content-reviews/${id}`)
      if (shown.content.includes(words)) return shown
    }
    await sleep(50)
  }
}
const look = ({ id }: Line) => send('POST', `/content-reviews/${id}/opening`, {})
const ended = (child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise(resolve => {
    let [out, err] = ['', '']
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('close', code => resolve({ code, out, err }))
  })

const hasTools = ['curl', 'jq'].every(tool => spawnSync(tool, ['--version']).status === 0)

// One store is enough: what flows go through is the same operations.
const isHere = inject('engine') === 'pg'

describe.runIf(isHere && hasTools)('the script with curl', () => {
  const script = (file: string) =>
    ended(spawn('sh', [join(root, 'docs', 'examples', 'human-review.sh'), solution, file], { env: { ...process.env, ...asking } }))
  const verify = async (...args: string[]) => {
    let out = ''
    const terminal = {
      stdin: Readable.from([]),
      out: (text: string) => void (out += text),
      err: () => undefined,
      interactive: false,
      columns: 80,
    }
    return { code: await receiptCommand.run(['verify', ...args], terminal), out }
  }

  test('sends what a person approved, to the byte, and its receipt proves that offline, of these bytes and no others', async () => {
    const file = join(home.path, 'letter.txt')
    const text = 'Dear customer,\n"your" claim\\is settled: 5 €.\n\n'
    writeFileSync(file, text)
    const sent = script(file)
    const content = await waiting('claim\\is settled')
    expect(content.content).toBe(text)
    await look(content)
    const edited = text.replace('settled', 'not settled yet')
    await send('POST', `/content-reviews/${content.id}/approval`, { content: edited })
    expect(await sent).toEqual({ code: 0, out: edited, err: '' })

    const outgoing = join(home.path, 'sent.txt')
    writeFileSync(outgoing, edited)
    const receipt = `${file}.receipt.json`
    const { vkey } = (await readTrust(fresh.keys)) ?? { vkey: '' }
    const verified = [join(root, 'bin', 'guildhall.mjs'), 'receipt', 'verify', receipt, '--content', outgoing, '--key', vkey]
    const proven = await ended(spawn(process.execPath, verified))
    expect(proven.code, proven.err).toBe(0)
    expect(proven.out).toMatch(/^Priya Raman approved exactly these bytes on .*, for SOL-\d+ in its approved version 1\.\n/)
    expect(await verify(receipt, '--content', file, '--key', vkey)).toMatchObject({ code: 1, out: expect.stringContaining('changed them') })
    writeFileSync(outgoing, `${edited} `)
    expect(await verify(receipt, '--content', outgoing, '--key', vkey)).toMatchObject({
      code: 1,
      out: expect.stringContaining('other bytes'),
    })
    writeFileSync(outgoing, edited)
    writeFileSync(receipt, readFileSync(receipt, 'utf8').replace('Priya Raman', 'Daniel Okoye'))
    expect(await verify(receipt, '--content', outgoing)).toMatchObject({ code: 1, out: expect.stringContaining('was changed') })
    await expect(verify(outgoing, '--content', outgoing)).rejects.toMatchObject({ code: 'not-a-receipt' })
  })

  test('sends nothing where a person said no', async () => {
    const file = join(home.path, 'offer.txt')
    writeFileSync(file, 'An offer')
    const sent = script(file)
    const content = await waiting('An offer')
    await send('POST', `/content-reviews/${content.id}/rejection`, { reason: 'Too dear.' })
    expect(await sent).toEqual({ code: 1, out: '', err: 'Not sent: rejected. Too dear.\n' })
  })
})

describe.runIf(isHere)('a real Node-RED', () => {
  const example: Record<string, unknown>[] = JSON.parse(readFileSync(join(root, 'docs', 'examples', 'human-review.node-red.json'), 'utf8'))

  /** The flow as it is imported, with a file in the place of what sends. */
  const start = async (text: string) => {
    const { path } = await scratch()
    const out = join(path, 'sent.txt')
    const flow = example.map(node => {
      if (node['type'] === 'inject') return { ...node, payload: text }
      if (node['type'] !== 'link out') return node
      return {
        ...node,
        type: 'file',
        filename: out,
        filenameType: 'str',
        appendNewline: false,
        createDir: false,
        overwriteFile: 'true',
        encoding: 'utf8',
      }
    })
    writeFileSync(join(path, 'flows.json'), JSON.stringify(flow))
    writeFileSync(
      join(path, 'settings.js'),
      "module.exports = { flowFile: 'flows.json', httpAdminRoot: false, httpNodeRoot: false, telemetry: { enabled: false } }",
    )
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules', 'node-red', 'red.js'), '-u', path, '-s', join(path, 'settings.js'), '-p', '0'],
      {
        env: { ...process.env, ...asking, HOME: path },
      },
    )
    const over = ended(child)
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    /** Until it printed or wrote what was waited for. */
    const until = async (there: () => string | undefined): Promise<string> => {
      for (;;) {
        // With nothing left to do it ends by itself.
        const last = child.exitCode === null ? null : await over
        const found = there()
        if (found !== undefined) return found
        if (last) throw new Error(`Node-RED ended with ${last.code}: ${last.err}\n${said}`)
        await sleep(50)
      }
    }
    return {
      written: () => until(() => readIfThere(out)),
      notSent: () => until(() => /\[debug:Not sent\] (\w+)/.exec(said)?.[1]),
      nothingWritten: () => readIfThere(out) === undefined,
      async stop() {
        child.kill('SIGTERM')
        await over
      },
    }
  }
  const readIfThere = (path: string): string | undefined => {
    try {
      return readFileSync(path, 'utf8') || undefined
    } catch {
      return undefined
    }
  }

  test('sends what a person approved, and nothing where they said no', async () => {
    const [yes, no] = await Promise.all([start('Dear customer, yes.'), start('Dear customer, no.')])
    try {
      const [first, second] = await Promise.all([waiting('customer, yes'), waiting('customer, no')])
      expect(yes.nothingWritten()).toBe(true)
      await look(first)
      await send('POST', `/content-reviews/${first.id}/approval`, { content: 'Dear customer, yes indeed.' })
      expect(await yes.written()).toBe('Dear customer, yes indeed.')
      await send('POST', `/content-reviews/${second.id}/rejection`, { reason: 'Wrong person.' })
      expect(await no.notSent()).toBe('rejected')
      expect(no.nothingWritten()).toBe(true)
    } finally {
      await Promise.all([yes.stop(), no.stop()])
    }
  })
})
