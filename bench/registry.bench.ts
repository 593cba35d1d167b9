import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { shippedCharter } from '#src/shipped-charter.ts'
import type { Config } from '#src/config.ts'
import { openInstallation } from '#src/installation.ts'
import { systemClock } from '#src/kernel/clock.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { programFor } from '#src/program.ts'
import { readExitSettings } from '#src/outbound/index.ts'
import type { Db } from '#src/store/index.ts'
import { readKeySource } from '#src/vault/index.ts'
import { startPostgres } from '../test/postgres/start.ts'
import { addSolutions } from './many-solutions.ts'

/*
 * What the registry costs a request, in CPU of this process and of the database together, at 1,000, 10,000 and 100,000
 * solutions: it should not grow with their number. Sizes are of the answer as JSON. For the memory of one store ask for it alone
 * (BENCH_STORE): what the other one left counts too.
 */
const sizes = (process.env['BENCH_SIZES'] ?? '1000,10000,100000').split(',').map(Number)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 100)
/** Only the requests whose name it matches. */
const asked = new RegExp(process.env['BENCH_ONLY'] ?? '')

/** CPU of the database's own processes so far, in ms; 0 where the database lives in this process. */
const databaseCpu = async (db: Db, embedded: boolean): Promise<number> => {
  if (embedded) return 0
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity where datname = current_database()`.execute(db)
  return rows.reduce((sum, { pid }) => {
    const [user = '0', system = '0'] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .slice(11, 13)
    return sum + (Number(user) + Number(system)) * 10
  }, 0)
}

const run = async (name: string, store: Config['store'], keys: string) => {
  const masterKey = (installation: string) => readKeySource({}, { dataDirectory: keys, installation })
  const config: Config = {
    store,
    keys,
    demo: true,
    masterKey,
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
  const as = async (person: string): Promise<Credential> => {
    const { output } = await call(program.signIn.startDemoSession, { person }, { kind: 'none' })
    return { kind: 'session', secret: output.secret }
  }
  const maker = await as('priya-raman')
  const lead = await as('sofia-marques')
  const reviewer = await as('hanna-lindqvist')
  const facts = { audience: 'my-team', dataClasses: ['internal'], kind: 'automation-flow', tools: ['flow-builder'] }
  const idea = () => ({ name: 'Bench', purpose: 'Bench.', facts, requestId: randomUUID() })

  let peak = 0
  /** What it costs this process and the database each time, in ms, after 200 times that are not counted. */
  const costOf = async (ask: () => Promise<unknown>, times: number): Promise<{ ours: number; theirs: number }> => {
    for (let i = 0; i < 200; i += 1) await ask()
    const database = await databaseCpu(db, store.kind === 'embedded')
    const cpu = process.cpuUsage()
    for (let i = 0; i < times; i += 1) await ask()
    const { user, system } = process.cpuUsage(cpu)
    peak = Math.max(peak, process.memoryUsage.rss())
    return { ours: (user + system) / 1000 / times, theirs: ((await databaseCpu(db, store.kind === 'embedded')) - database) / times }
  }
  /** One row by its number, and nothing else: what a machine takes for that differs by the hour, and the rest with it. */
  let baseline = 0
  const measure = async (what: string, ask: () => Promise<{ output: unknown }>): Promise<void> => {
    if (!asked.test(what)) return
    const { ours, theirs } = await costOf(ask, rounds)
    const size = JSON.stringify((await ask()).output).length
    console.log(
      `  ${what.padEnd(46)} ${(ours + theirs).toFixed(2).padStart(6)} ms  (${ours.toFixed(2)} + ${theirs.toFixed(2)})  × ${((ours + theirs) / baseline).toFixed(1).padStart(4)}  ${(size / 1000).toFixed(1)} kB`,
    )
  }
  const list = (asked: Record<string, unknown>, by: Credential) => () => call(program.named('list-solutions'), asked, by)

  let filled = 0
  for (const size of sizes) {
    // In parts, each within the time that a statement may take.
    for (let at = filled; at < size; at += 5_000) await addSolutions(db, at + 1, Math.min(at + 5_000, size), size)
    await sql`vacuum analyze`.execute(db)
    filled = size
    console.log(`\n${name}, ${size.toLocaleString('en')} solutions`)
    const { output } = await call(program.named('register-solution'), idea(), maker)
    const { key } = output as { key: string }
    const select = await costOf(() => sql`select * from solution where number = 1`.execute(db), 2_000)
    baseline = select.ours + select.theirs
    console.log(`  ${'baseline: one SELECT of one row'.padEnd(46)} ${baseline.toFixed(2).padStart(6)} ms`)
    await measure('list, a reviewer', list({}, reviewer))
    await measure('list, a page far down', list({ before: `SOL-${String(Math.floor(size / 2)).padStart(4, '0')}` }, reviewer))
    await measure('list, a maker', list({}, maker))
    await measure('list, a lead of a third of all', list({}, lead))
    await measure('filter by state, many', list({ state: 'draft' }, reviewer))
    await measure('filter by state, few', list({ state: 'submitted' }, reviewer))
    await measure('filter by tool', list({ tool: 'tool-3' }, reviewer))
    await measure('filter by data class and tier', list({ dataClass: 'health', tier: 3 }, reviewer))
    await measure('filter by kind, a lead', list({ kind: 'app' }, lead))
    await measure('filter by tool, a lead', list({ tool: 'tool-3' }, lead))
    await measure(
      'filter by expiry',
      list(
        {
          expiresBefore: Temporal.Now.instant()
            .add({ hours: 24 * 7 })
            .toString(),
        },
        reviewer,
      ),
    )
    await measure('search a rare word', list({ q: 'word4321' }, reviewer))
    await measure('search a common word', list({ q: 'sorts' }, reviewer))
    await measure('search a common word, a maker', list({ q: 'bench' }, maker))
    await measure('queue', () => call(program.named('list-reviews'), {}, reviewer))
    await measure('queue, mine', () => call(program.named('list-reviews'), { view: 'mine' }, reviewer))
    await measure('queue, what was decided', () => call(program.named('list-reviews'), { view: 'decided' }, reviewer))
    await measure('show', () => call(program.named('show-solution'), { key }, maker))
    await measure('similar', () =>
      call(program.named('similar-solutions'), { name: 'Sorts word4321', purpose: 'Sorts word7 for the team', facts }, reviewer),
    )
    await measure('create', () => call(program.named('register-solution'), idea(), maker))
    console.log(`  memory of this process at its peak so far: ${Math.round(peak / 1e6)} MB`)
  }
  if (process.env['BENCH_EXPLAIN']) await explain(db)
  await guildhall.close()
}

const explain = async (db: Db): Promise<void> => {
  const queries = {
    'a maker’s list': sql`select number from solution where (owner_id = 'bench-7' or maker_id = 'bench-7' or backup_owner_id = 'bench-7' or co_makers @> '["bench-7"]'::jsonb) order by number desc limit 51`,
    'a lead’s list': sql`select number from solution where (owner_id = 'bench-7' or maker_id = 'bench-7' or backup_owner_id = 'bench-7' or co_makers @> '["bench-7"]'::jsonb or unit_id = any('{supply-planning}'::text[])) order by number desc limit 51`,
    'by tool': sql`select number from solution where facts -> 'tools' @> '["tool-3"]'::jsonb order by number desc limit 51`,
    'by data class and tier': sql`select number from solution where facts -> 'dataClasses' @> '["health"]'::jsonb and tier = 3 order by number desc limit 51`,
    'by expiry': sql`select number from solution where expires_at < now() + interval '7 days' order by number desc limit 51`,
    'count a common word': sql`select count(*) from (select number from solution where found_by @@ to_tsquery('simple', '''sorts'':*') limit 1001) found`,
    'a common word': sql`select number from solution where found_by @@ to_tsquery('simple', '''sorts'':*') order by number desc limit 51`,
    queue: sql`select * from review where ended_at is null order by due_at, number limit 51`,
    'count the queue': sql`select count(*) filter (where exists (select from sign_off where sign_off.review_id = review.id and sign_off.state = 'open' and sign_off.assignee_id = 'hanna-lindqvist'))::int as mine,
      count(*) filter (where exists (select from sign_off where sign_off.review_id = review.id and sign_off.state = 'open' and sign_off.assignee_id is null))::int as unassigned from review where ended_at is null`,
  }
  for (const [what, query] of Object.entries(queries)) {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (analyze, buffers) ${query}`.execute(db)
    console.log(`\n${what}\n${rows.map(row => `  ${Object.values(row).join()}`).join('\n')}`)
  }
}

const directory = await mkdtemp(join(tmpdir(), 'guildhall-bench-'))
const only = process.env['BENCH_STORE']
if (only !== 'embedded') {
  const postgres = await startPostgres()
  await run('PostgreSQL', { kind: 'postgres', url: postgres.url }, join(directory, 'keys-pg'))
  await postgres.stop()
}
if (only !== 'postgres') await run('embedded', { kind: 'embedded', directory: join(directory, 'embedded') }, join(directory, 'keys'))
await rm(directory, { recursive: true, force: true })
