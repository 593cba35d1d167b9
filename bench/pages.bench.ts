import { loadavg } from 'node:os'
import { sql } from 'kysely'
import type { Db } from '#src/store/index.ts'
import { openStore } from '#src/store/index.ts'
import { budget, firstVisit, type FirstVisit, opened, weightOf } from '../test/browser/first-visit.ts'
import { openSite, type Site } from '../test/browser/site.ts'
import { visitor } from '../test/harness.ts'
import { startPostgres } from '../test/postgres/start.ts'
import { addSolutions } from './many-solutions.ts'

/*
 * What a page costs whoever opens it: bytes, questions to the API and time to its first usable view, in a real browser before a real
 * server on PostgreSQL that holds the demo's year and ten thousand solutions besides; and what the server takes for each answer while
 * ten people ask at once. Ends with 1 where a budget is not kept. Times are of this machine: see the load that it prints.
 */
const sizes = (process.env['BENCH_SIZES'] ?? '1000,10000').split(',').map(Number)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5)
const users = 10
const over: string[] = []

const within = (what: string, value: number, most: number): string => {
  if (value > most) over.push(`${what}: ${Math.round(value).toLocaleString('en')} instead of ${most.toLocaleString('en')}`)
  return `${Math.round(value).toLocaleString('en')}${value > most ? '!' : ''}`
}

/** The value below which that share of them lies. */
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Infinity

/** The company grows to `size` solutions; two in a hundred are Priya Raman's, and one in ten has a finding. */
const grow = async (db: Db, from: number, size: number): Promise<void> => {
  for (let at = from; at < size; at += 5_000) await addSolutions(db, at + 1, Math.min(at + 5_000, size), size)
  await sql`update solution set owner_id = 'priya-raman' where id like 'bench-%' and number % 50 = 0`.execute(db)
  await sql`
    insert into finding (id, version, seal_salt, rule, subject_kind, subject_id, severity, values, state, found_at, due_at)
    select 'bench-' || i, 1, decode('00', 'hex'), rule, subject_kind, 'bench-' || i, severity, values, state, found_at, due_at
    from generate_series(10, ${size}::int, 10) i,
      (select * from finding where subject_kind = 'solution' and state = 'open' order by id limit 1) example on conflict do nothing`.execute(
    db,
  )
  await sql`vacuum analyze`.execute(db)
}

const column = (text: string | number, width: number): string => String(text).padStart(width)
const heads = ['', 'html', 'js', 'css', 'fonts', 'API', 'all', 'asks', 'view, ms'] as const
const widths = [38, 7, 9, 8, 8, 8, 9, 6, 10] as const
const row = (cells: readonly (string | number)[]): void =>
  console.log(cells.map((cell, n) => (n === 0 ? String(cell).padEnd(widths[0]) : column(cell, widths[n] ?? 8))).join(''))

const visitAll = async (site: Site, solution: string): Promise<Map<string, FirstVisit & { person: string | null }>> => {
  const all = new Map<string, FirstVisit & { person: string | null }>()
  row(heads)
  for (const each of opened(solution)) {
    const name = `${each.path} (${each.person ?? 'a visitor'})`
    const visits: FirstVisit[] = []
    for (let round = 0; round < rounds; round++) visits.push(await firstVisit(site, each))
    const [first] = visits
    if (!first) continue
    const { html, js, css, fonts, api } = first.weights
    row([
      name,
      html,
      js,
      css,
      fonts,
      api,
      within(`${name}, bytes`, weightOf(first), budget.weight),
      within(`${name}, questions`, first.asked.length, budget.requests),
      within(
        `${name}, first view`,
        percentile(
          visits.map(({ view }) => view),
          0.5,
        ),
        budget.view,
      ),
    ])
    over.push(...visits.flatMap(({ complaints }) => complaints.map(complaint => `${name}: ${complaint}`)))
    all.set(name, { ...first, person: each.person })
  }
  return all
}

const signedIn = new Map<string, ReturnType<typeof visitor>[]>()

/** Ten sign-ins of one person; once, because whoever shows nothing of themself is slowed down. */
const tenOf = async (site: Site, person: string) => {
  const known = signedIn.get(person)
  if (known) return known
  const visitors = Array.from({ length: users }, () => visitor(site.address))
  for (const each of visitors) await each.signInAs(person)
  signedIn.set(person, visitors)
  return visitors
}

/** Ten people ask the same at once, again and again; what each waits for is what the server takes, and its queue. */
const atServer = async (site: Site, person: string, path: string): Promise<{ bytes: number; times: number[] }> => {
  const times: number[] = []
  let bytes = 0
  await Promise.all(
    (await tenOf(site, person)).map(async ({ send }) => {
      for (let n = 0; n < 30; n++) {
        const begun = performance.now()
        const answer = await send('GET', path)
        bytes = (await answer.arrayBuffer()).byteLength
        // The first ones find the server cold, after another page.
        if (n >= 5) times.push(performance.now() - begun)
        if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
      }
    }),
  )
  return { bytes, times }
}

const postgres = await startPostgres()
const site = await openSite({ holds: 'year', databaseUrl: postgres.url })
const store = await openStore({ kind: 'postgres', url: postgres.url }, { onLost: () => process.exit(3) })
const { key: solution } = await sql<{ key: string }>`
  select 'SOL-' || lpad(number::text, 4, '0') as key from solution where state = 'active' and running_id is not null order by number limit 1`
  .execute(store.db)
  .then(({ rows: [first] }) => first ?? { key: 'SOL-0001' })

let filled = 0
let last = new Map<string, FirstVisit & { person: string | null }>()
for (const size of sizes) {
  await grow(store.db, filled, size)
  filled = size
  console.log(`\n${size.toLocaleString('en')} solutions and the demo's year, ${rounds} first visits each, load ${loadavg()[0]?.toFixed(1)}`)
  const visits = await visitAll(site, solution)
  for (const [name, { asked }] of last)
    if (asked.length !== visits.get(name)?.asked.length)
      over.push(`${name} asks ${visits.get(name)?.asked.length} times, ${asked.length} before`)
  last = visits
}

console.log(`\n${users} people at once, ${filled.toLocaleString('en')} solutions, load ${loadavg()[0]?.toFixed(1)}`)
const seen = new Set<string>()
for (const { person, asked } of last.values())
  for (const [, path = ''] of asked.map(each => each.split(/^GET /)).filter(({ length }) => length === 2)) {
    // Visitors may ask five times a second each, which is no measure of the server.
    if (person === null || seen.has(`${person} ${path}`)) continue
    seen.add(`${person} ${path}`)
    const { bytes, times } = await atServer(site, person, path)
    const what = `${path} (${person})`
    console.log(
      `  ${what.padEnd(84)} ${column(within(`${what}, bytes`, bytes, budget.answer), 9)} B  median ${percentile(times, 0.5).toFixed(0)} ms, p99 ${within(`${what}, p99`, percentile(times, 0.99), budget.atServer)} ms`,
    )
  }

await store.close()
await site.close()
await postgres.stop()
console.log(over.length === 0 ? '\nEvery budget is kept.' : `\nNot kept:\n${over.map(each => `  ${each}`).join('\n')}`)
if (over.length > 0) process.exitCode = 1
