import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { sql } from 'kysely'
import { pino } from 'pino'
import { shippedCharter } from '#src/shipped-charter.ts'
import type { Config } from '#src/config.ts'
import { httpServer, loopbackReach } from '#src/doors/http/index.ts'
import { openInstallation } from '#src/installation.ts'
import { systemClock } from '#src/kernel/clock.ts'
import { programFor } from '#src/program.ts'
import { readExitSettings } from '#src/outbound/index.ts'
import { readKeySource } from '#src/vault/index.ts'
import { startPostgres } from '../test/postgres/start.ts'

/*
 * What an operation costs over the bare work it stands for, in the same run on the same database: a write against its
 * one INSERT in a transaction, a read against its one SELECT, a request against an empty handler. Ratios, not speeds.
 */
const callers = 8
const seconds = Number(process.env['BENCH_SECONDS'] ?? 2)

interface Measured {
  perSecond: number
  /** CPU of this process, µs a call; the database's own is not in it. */
  cpu: number
}

/** Runs `work` from eight callers for a while, after a warm-up. */
const measure = async (work: (n: number) => Promise<unknown>): Promise<Measured> => {
  for (let n = 0; n < 200; n += 1) await work(n)
  const until = performance.now() + seconds * 1000
  const begun = performance.now()
  const cpu = process.cpuUsage()
  let done = 0
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) {
        await work(done)
        done += 1
      }
    }),
  )
  const { user, system } = process.cpuUsage(cpu)
  return { perSecond: done / ((performance.now() - begun) / 1000), cpu: (user + system) / done }
}

const line = (name: string, { perSecond, cpu }: Measured, base?: Measured) =>
  console.log(
    `  ${name.padEnd(44)} ${perSecond.toFixed(0).padStart(7)}/s  ${cpu.toFixed(0).padStart(5)} µs CPU${base ? `   × ${(base.perSecond / perSecond).toFixed(2)} time, × ${(cpu / base.cpu).toFixed(2)} CPU` : '   baseline'}`,
  )

const run = async (name: string, store: Config['store'], keys: string) => {
  const config: Config = {
    store,
    keys,
    demo: true,
    masterKey: installation => readKeySource({}, { dataDirectory: keys, installation }),
    about: { version: '0', address: null, encrypted: 'this-machine-only' },
    exit: () => readExitSettings({}),
    needsSecondFactor: false,
  }
  const guildhall = await openInstallation(config, programFor(config, await shippedCharter()), systemClock, {
    onAlarm: console.error,
    onLost: () => process.exit(3),
  })
  const { program, run: call } = guildhall
  const { db } = guildhall.store
  await call(program.named('add-demo-people'), {}, { kind: 'system', job: 'bench' })
  const { output } = await call(program.signIn.startDemoSession, { person: 'priya-raman' }, { kind: 'none' })
  const credential = { kind: 'session', secret: output.secret } as const
  const facts = { audience: 'my-team', dataClasses: ['internal'] }

  console.log(`\n${name}`)
  const insert = await measure(() =>
    db.transaction().execute(async transaction => {
      await sql`insert into solution (id, version, seal_salt, name, purpose, maker_id, owner_id, facts, charter_version, charter_digest, tier, verdict, state, created_at, changed_at)
        values (${randomUUID()}, 1, '\\x00', 'Bench', 'Bench.', 'priya-raman', 'priya-raman', '{}', 'x', 'x', 2, 'review', 'draft', now(), now())`.execute(
        transaction,
      )
    }),
  )
  line('write: one INSERT in a transaction', insert)
  line(
    'write: register-solution, with its ledger entry',
    await measure(() =>
      call(program.named('register-solution'), { name: 'Bench', purpose: 'Bench.', facts, requestId: randomUUID() }, credential),
    ),
    insert,
  )

  const select = await measure(() => sql`select * from solution where number = 1`.execute(db))
  line('read: one SELECT', select)
  const { output: some } = await call(
    program.named('register-solution'),
    { name: 'Bench', purpose: 'Bench.', facts, requestId: 'bench-show' },
    credential,
  )
  const { key } = some as { key: string }
  line(
    'read: show-solution, with people and history',
    await measure(() => call(program.named('show-solution'), { key }, credential)),
    select,
  )

  const bare = fastify()
  bare.post('/checks', async () => ({}))
  await bare.listen({ port: 0 })
  const { app } = httpServer({
    operations: program.operations,
    signIn: program.signIn,
    run: call,
    log: pino({ level: 'silent' }),
    events: { listChanges: program.listChanges, position: () => 0 },
    reachOf: () => loopbackReach,
    pages: '',
    version: '0',
    readiness: () => Promise.resolve(null),
  })
  await app.listen({ port: 0 })
  const post = (address: string, path: string) => async () => {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      // Of visitors only so many are answered; whoever signed in is not counted.
      headers: { 'content-type': 'application/json', cookie: `guildhall-session=${credential.secret}` },
      body: JSON.stringify({ facts }),
    })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(String(response.status))
  }
  const addressOf = (server: typeof app) => `http://localhost:${(server.server.address() as { port: number }).port}`
  const empty = await measure(post(addressOf(bare), '/checks'))
  line('request: an empty handler', empty)
  line('request: check-idea', await measure(post(addressOf(app), '/api/checks')), empty)

  await bare.close()
  await app.close()
  await guildhall.close()
}

const directory = await mkdtemp(join(tmpdir(), 'guildhall-bench-'))
const postgres = await startPostgres()
await run('PostgreSQL', { kind: 'postgres', url: postgres.url }, join(directory, 'keys-pg'))
await postgres.stop()
await run('embedded', { kind: 'embedded', directory: join(directory, 'embedded') }, join(directory, 'keys'))
await rm(directory, { recursive: true, force: true })
