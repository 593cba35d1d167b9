import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountForPostgres } from './account.ts'
import { prepareBinaries } from './binaries.ts'
import { prefix, sweepOrphans } from './sweep.ts'

export interface Postgres {
  /** Address of a superuser's connection to the database `postgres`. */
  url: string
  /** Ends the server, if it is ours, and removes its files. May be called twice. */
  stop(): Promise<void>
}

/** Speed over safety: these databases live as long as one test run, and no power cut is survived. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * A PostgreSQL for a test run: the one that DATABASE_URL names, else a new one of the version that the project's test
 * packages bring, on a free port of the loopback, in its own folder under the system's temporary one. Started by root
 * it runs as an unprivileged account. Takes under a second. Throws with the server's own words when it can't start.
 */
export const startPostgres = async (): Promise<Postgres> => {
  const named = process.env['DATABASE_URL']
  if (named) return { url: named, stop: async () => {} }

  const parent = realpathSync(tmpdir())
  await sweepOrphans(parent)
  const folder = mkdtempSync(join(parent, prefix))
  writeFileSync(join(folder, 'owner'), String(process.pid))
  chmodSync(folder, 0o755) // PostgreSQL's account must reach what is inside
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const account = accountForPostgres()
  if (account) chownSync(data, account.uid, account.gid)

  try {
    const { initdb, postgres, environment } = prepareBinaries(folder, account)
    const as = { ...account, cwd: data, env: environment }
    const made = spawnSync(initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], as)
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? String(made.stderr)}${hint}`)
    const port = await freePort()
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const server = spawn(postgres, ['-D', data, '-p', String(port), ...options], { ...as, stdio: ['ignore', 'ignore', 'pipe'] })
    const gone = new Promise<void>(resolve => server.once('exit', () => resolve()))
    const killWithUs = () => server.kill('SIGQUIT')
    process.once('exit', killWithUs)

    await new Promise<void>((resolve, reject) => {
      let said = ''
      server.stderr.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-10_000)
        if (said.includes('ready to accept connections')) resolve()
      })
      server.once('error', reject)
      void gone.then(() => reject(new Error(`PostgreSQL ended at once:\n${said}`)))
    })
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      async stop() {
        process.off('exit', killWithUs)
        server.kill('SIGINT')
        await gone
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

const hint = `
  PostgreSQL needs a user with an entry in /etc/passwd and a temporary folder it may write.
  To use a server that is there already: DATABASE_URL=postgres://…`
