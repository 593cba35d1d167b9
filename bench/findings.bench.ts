import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { shippedCharter } from '#src/shipped-charter.ts'
import type { Config } from '#src/config.ts'
import { openInstallation } from '#src/installation.ts'
import { programFor } from '#src/program.ts'
import { readExitSettings } from '#src/outbound/index.ts'
import type { Db } from '#src/store/index.ts'
import { readKeySource } from '#src/vault/index.ts'
import { startPostgres } from '../test/postgres/start.ts'

/*
 * What sweeps cost on PostgreSQL: the first look at everything, a night on which nothing happened, and a minute in which a few solutions
 * changed. A tenth of the solutions has something to find.
 */
const size = Number(process.env['BENCH_SIZE'] ?? 100_000)

const fill = async (db: Db, from: number, to: number): Promise<void> => {
  await sql`
    insert into person (id, version, seal_salt, human, name, job_title, roles, state, state_since)
    select 'bench-' || i, 1, decode('00', 'hex'), 'bench-' || i, 'Person ' || i, '', '["maker"]', case when i % 100 = 0 then 'left' else 'active' end, now()
    from generate_series(0, ${size}::int / 10) i on conflict do nothing`.execute(db)
  await sql`
    with made as (
      insert into solution (id, version, seal_salt, name, purpose, maker_id, owner_id, backup_owner_id, unit_id, co_makers, facts,
        charter_version, charter_digest, tier, verdict, state, running_id, expires_at, created_at, changed_at)
      select 'bench-' || lpad(i::text, 9, '0'), 1, decode('00', 'hex'), 'Solution ' || i, 'Sorts for the team',
        'bench-' || i % (${size}::int / 10), 'bench-' || i % (${size}::int / 10), 'bench-' || (1 + i % 97), 'supply-planning', '[]',
        '{"kind": "automation-flow", "tools": ["flow-builder"], "audience": "my-team", "dataClasses": ["internal"]}',
        'x', 'x', 2, 'review', 'active', 'bench-declared-' || i,
        case when i % 10 = 0 then now() + ((i / 10) % 70) * interval '1 day' else now() + interval '300 days' end, now(), now()
      from generate_series(${from}::bigint, ${to}::bigint) i
      returning id, running_id, facts, owner_id
    )
    insert into declaration (id, version, seal_salt, solution_id, number, facts, state, charter_version, charter_digest, tier, verdict,
      material_digest, declared_by, declared_by_human, declared_at, approved_at, approved_how)
    select running_id, 1, decode('00', 'hex'), id, 1, facts, 'approved', 'x', 'x', 2, 'review', 'x', owner_id, owner_id, now(), now(), 'default'
    from made`.execute(db)
}

const directory = await mkdtemp(join(tmpdir(), 'guildhall-bench-'))
const postgres = await startPostgres()
const masterKey = (installation: string) => readKeySource({}, { dataDirectory: directory, installation })
const config: Config = {
  store: { kind: 'postgres', url: postgres.url },
  keys: join(directory, 'keys'),
  demo: true,
  masterKey,
  about: { version: '0', address: null, encrypted: 'this-machine-only' },
  exit: () => readExitSettings({}),
  needsSecondFactor: false,
}
let shift = Temporal.Duration.from({ seconds: 0 })
const clock = { now: () => Temporal.Now.instant().round({ smallestUnit: 'microsecond', roundingMode: 'floor' }).add(shift) }
const guildhall = await openInstallation(config, programFor(config, await shippedCharter()), clock, {
  onAlarm: console.error,
  onLost: () => process.exit(3),
})
const { program, run, store } = guildhall
await run(program.named('add-demo-people'), {}, { kind: 'system', job: 'bench' })
for (let at = 0; at < size; at += 5_000) await fill(store.db, at + 1, Math.min(at + 5_000, size))
await sql`vacuum analyze`.execute(store.db)
await guildhall.sequencer.settled()

const measure = async (what: string, job: string): Promise<void> => {
  const kind = program.jobs.find(({ name }) => name === job)
  if (!kind) throw new Error(`There is no job ${job}.`)
  const before = await store.db
    .selectFrom('ledgerEntry')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const began = performance.now()
  const cpu = process.cpuUsage()
  let cursor: unknown
  let steps = 0
  let heap = 0
  do {
    ;({ cursor } = await kind.step({}, cursor, { run, db: store.db, now: clock.now() }))
    steps += 1
    heap = Math.max(heap, process.memoryUsage().rss)
  } while (cursor !== undefined)
  const { user, system } = process.cpuUsage(cpu)
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  const after = await store.db
    .selectFrom('ledgerEntry')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  console.log(
    `${what}: ${seconds} s, ${((user + system) / 1e6).toFixed(1)} s CPU of ours, ${steps} steps, ${after.n - before.n} entries, ${Math.round(heap / 2 ** 20)} MiB at most`,
  )
}

console.log(`${size.toLocaleString('en')} solutions on PostgreSQL`)
await measure('everything for the first time', 'sweep-everything')
await sql`vacuum analyze`.execute(store.db)
await measure('everything, and nothing happened', 'sweep-everything')
await guildhall.sequencer.settled()
await measure('what changed: the whole company, once', 'sweep-changes')
await guildhall.sequencer.settled()
await measure('what changed: nothing', 'sweep-changes')
shift = Temporal.Duration.from({ hours: 24 })
await measure('what changed: a day on, by the time alone', 'sweep-changes')
await guildhall.close()
await postgres.stop()
await rm(directory, { recursive: true, force: true })
