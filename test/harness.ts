import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { shippedCharter } from '#src/shipped-charter.ts'
import type { Config } from '#src/config.ts'
import { openInstallation } from '#src/installation.ts'
import type { Installation } from '#src/installation.ts'
import type { Program } from '#src/program.ts'
import { programFor } from '#src/program.ts'
import type { Clock } from '#src/kernel/clock.ts'
import { systemClock } from '#src/kernel/clock.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { readExitSettings } from '#src/outbound/index.ts'
import type { Store, StoreConfig } from '#src/store/index.ts'
import { openStore } from '#src/store/index.ts'
import { readKeySource } from '#src/vault/index.ts'
import { freshDatabase } from './postgres/fresh.ts'
import type { Template } from './postgres/fresh.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** A directory of one's own, gone after `remove`. */
export const scratch = async (): Promise<{ path: string; remove(): Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'guildhall-test-'))
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) }
}

const migrated: Template = {
  name: 'migrated',
  async build(url) {
    await (await openStore({ kind: 'postgres', url }, { onLost: () => undefined })).close()
  },
}

/** An empty store of the kind that this ring tests, with a directory for keys beside it; both where a demo below `data` has them. */
export const freshStore = async (): Promise<{ config: StoreConfig; data: string; keys: string; remove(): Promise<void> }> => {
  const directory = await scratch()
  const data = directory.path
  const demo = join(data, 'demo')
  const keys = join(demo, 'keys')
  await mkdir(demo)
  if (inject('engine') === 'pglite') {
    await cp(inject('embeddedTemplate'), join(demo, 'db'), { recursive: true })
    return { config: { kind: 'embedded', directory: demo }, data, keys, remove: directory.remove }
  }
  const database = await freshDatabase(migrated)
  return {
    config: { kind: 'postgres', url: database.url },
    data,
    keys,
    async remove() {
      await database.drop()
      await directory.remove()
    },
  }
}

/** Guildhall with its data open, as `serve` opens it, but with nothing listening and no sequencer’s alarm printed. */
export const openDemo = async (
  store: StoreConfig,
  keys: string,
  clock: Clock = systemClock,
  prepare?: (store: Store, program: Program) => Promise<void>,
  exit: Config['exit'] = () => readExitSettings({}),
): Promise<Installation> => {
  // No test may leave a key in the configuration directory of whoever runs it.
  const masterKey = (installation: string) => readKeySource({ HOME: join(keys, '..', '..', 'home') }, { dataDirectory: keys, installation })
  const config: Config = {
    store,
    keys,
    demo: true,
    masterKey,
    about: { version: '0', address: null, encrypted: 'this-machine-only' },
    exit,
    needsSecondFactor: false,
  }
  const program = programFor(config, await shippedCharter())
  const watch = { onAlarm: () => undefined, onLost: () => undefined }
  return openInstallation(config, program, clock, watch, prepare && (opened => prepare(opened, program)))
}

/** Guildhall on a fresh store, in this process, with the demo's people in it. */
export const freshInstallation = async ({ clock = systemClock, exit }: { clock?: Clock; exit?: Config['exit'] } = {}): Promise<
  Installation & { as(person: string): Promise<Credential>; remove(): Promise<void> }
> => {
  const fresh = await freshStore()
  const installation = await openDemo(fresh.config, fresh.keys, clock, undefined, exit)
  const { run, program } = installation
  await run(program.named('add-demo-people'), {}, { kind: 'system', job: 'test' })
  return {
    ...installation,
    async as(person) {
      const { output } = await run(program.signIn.startDemoSession, { person }, { kind: 'none' })
      return { kind: 'session', secret: (output as { secret: string }).secret }
    },
    async remove() {
      await installation.close()
      await fresh.remove()
    },
  }
}

/** A clock that stands still until it is moved. */
export const movableClock = (start: string): Clock & { move(duration: Temporal.DurationLike): void } => {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    move(duration) {
      now = now.add(duration)
    },
  }
}

export interface RunningServer {
  address: string
  process: ChildProcess
  /** What it printed so far. */
  output(): string
  /** Asks it to stop and resolves with its exit code. */
  stop(): Promise<number | null>
  /** Ends it without warning, as a power cut of the process would. */
  kill(): Promise<void>
}

interface ServerParts {
  data: string
  databaseUrl?: string | undefined
  /** What else it is told; left out, to be the made-up company. */
  settings?: Readonly<Record<string, string>>
}

/** Starts the real server as a process of its own, as `npm start` does. */
export const startServer = async ({ data, databaseUrl, settings = { GUILDHALL_DEMO: '1' } }: ServerParts): Promise<RunningServer> => {
  const environment = {
    ...process.env,
    PORT: '0',
    GUILDHALL_DATA: data,
    DATABASE_URL: databaseUrl ?? '',
    GUILDHALL_DEMO_SEED: 'none',
    ...settings,
  }
  const child = spawn(process.execPath, [join(root, 'bin', 'guildhall.mjs'), 'serve'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /running: (https?:\S+)/.exec(printed)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(code => reject(new Error(`The server ended with code ${code} before it answered:\n${printed}`)))
  })
  return {
    address,
    process: child,
    output: () => printed,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** A visitor without a browser: keeps its cookie and says where its requests come from. */
export const visitor = (address: string) => {
  let cookie: string | undefined
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        origin: address,
        ...(cookie ? { cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return response
  }
  return { send, signInAs: (person: string) => send('POST', '/api/session', { person }) }
}

/** The pages as built, or undefined where nobody built them. */
export const builtPage = async (): Promise<string | undefined> => {
  const path = join(root, 'web', 'dist', 'index.html')
  return existsSync(path) ? readFile(path, 'utf8') : undefined
}
