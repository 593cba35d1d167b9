import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COUNTED_EXPIRING } from '#src/capabilities/registry/list-store.ts'
import { stream } from '#src/engines/planning/index.ts'
import type { Solutions } from './solutions-world.ts'
import { openSolutions } from './solutions-world.ts'

/*
 * A list is looked for in several ways, each fast for what it is taken for (`wayTo` of the list store). Whatever the way, it holds what
 * plain conditions over all rows would find, in its order, on all its pages, and says rightly how many there are.
 */
interface Made {
  number: number
  state: string
  tier: number
  kind: string
  tools: string[]
  dataClasses: string[]
  unit: string | null
  owner: string
  coMakers: string[]
  days: number | null
  name: string
}

const MANY = 4_000
const now = () => Temporal.Now.instant()
const within = (days: number) =>
  now()
    .add({ hours: 24 * days })
    .toString()

let world: Solutions
let made: Made[]
let led: string

beforeAll(async () => {
  world = await openSolutions()
  const units = (await sql<{ id: string; lead: string | null }>`select id, lead_id as lead from unit order by id`.execute(world.db)).rows
  led = units.find(({ lead }) => lead === 'sofia-marques')?.id ?? ''
  const other = units.find(({ lead }) => lead !== 'sofia-marques')?.id ?? ''
  const chance = stream(2_026, 1)
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)]!
  made = Array.from({ length: MANY }, (_, i) => ({
    number: 10_000 + i,
    state: chance() < 0.02 ? 'referred' : pick(['draft', 'refused']),
    tier: chance() < 0.6 ? 1 : pick([2, 3, 4]),
    kind: pick(['app', 'automation-flow', 'ai-agent']),
    // The most common ones stand among the oldest alone, where no look at the newest finds them.
    tools: i < MANY / 3 ? ['everywhere-once'] : chance() < 0.3 ? ['common', 'other'] : chance() < 0.01 ? ['rare'] : ['other'],
    dataClasses: [pick(['public', 'internal', 'health'])],
    unit: pick([led, other, null]),
    owner: chance() < 0.05 ? 'priya-raman' : 'jonas-weber',
    coMakers: chance() < 0.01 ? ['priya-raman'] : [],
    days: chance() < 0.7 ? Math.floor((i / MANY) * 400) : null,
    name: chance() < 0.4 ? 'Sorts invoices' : chance() < 0.01 ? 'Counts otters' : 'Writes letters',
  }))
  await sql`
    insert into solution (id, number, version, seal_salt, name, purpose, maker_id, owner_id, co_makers, unit_id, facts, charter_version,
      charter_digest, tier, verdict, state, expires_at, created_at, changed_at)
    select 'way-' || number, number, 1, decode('00', 'hex'), name, 'x', owner, owner, "coMakers", unit,
      jsonb_build_object('kind', kind, 'tools', tools, 'dataClasses', "dataClasses"), 'x', 'x', tier, 'review', state,
      now() + days * interval '1 day' + interval '1 hour', now(), now()
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as made
      (number bigint, name text, owner text, "coMakers" jsonb, unit text, kind text, tools jsonb, "dataClasses" jsonb, tier int, state text, days int)`.execute(
    world.db,
  )
  await sql`analyze solution`.execute(world.db)
}, 60_000)
afterAll(() => world.remove())

interface Asked {
  state?: string
  tier?: number
  kind?: string
  tool?: string
  dataClass?: string
  unit?: string
  owner?: string
  q?: string
  /** Days. */
  expires?: number
  mine?: boolean
}

const readers = {
  'hanna-lindqvist': () => true,
  'sofia-marques': ({ unit }: Made) => unit === led,
  'priya-raman': ({ owner, coMakers }: Made) => owner === 'priya-raman' || coMakers.includes('priya-raman'),
} as const
type Reader = keyof typeof readers

const fits = (row: Made, { state, tier, kind, tool, dataClass, unit, owner, q, expires, mine }: Asked, reader: Reader): boolean =>
  readers[reader](row) &&
  (state === undefined || row.state === state) &&
  (tier === undefined || row.tier === tier) &&
  (kind === undefined || row.kind === kind) &&
  (tool === undefined || row.tools.includes(tool)) &&
  (dataClass === undefined || row.dataClasses.includes(dataClass)) &&
  (unit === undefined || row.unit === unit) &&
  (owner === undefined || row.owner === owner) &&
  (q === undefined || row.name.toLowerCase().includes(q)) &&
  (expires === undefined || (row.days !== null && row.days < expires)) &&
  (mine !== true || row.owner === reader || row.coMakers.includes(reader))

interface Page {
  solutions: { key: string }[]
  next: string | null
  total: number
  more: boolean
}

const asFilters = ({ expires, ...plain }: Asked) => ({ ...plain, ...(expires === undefined ? {} : { expiresBefore: within(expires) }) })

const wholly = async (asked: Asked, reader: Reader) => {
  const filters = { ...asFilters(asked), limit: 100 }
  const pages: Page[] = []
  for (let before: string | null | undefined; before !== null; before = pages.at(-1)?.next)
    pages.push(await world.ask<Page>('list-solutions', { ...filters, ...(before === undefined ? {} : { before }) }, reader))
  return { keys: pages.flatMap(({ solutions }) => solutions.map(({ key }) => key)), first: pages[0]! }
}

const asked: Asked[] = [
  {},
  { state: 'draft' },
  { state: 'referred' },
  { tier: 1 },
  { kind: 'app' },
  { unit: 'none-such' },
  { owner: 'priya-raman' },
  { tool: 'common' },
  { tool: 'rare' },
  { tool: 'everywhere-once' },
  { tool: 'none-such' },
  { dataClass: 'health' },
  { q: 'sorts' },
  { q: 'otters' },
  { q: 'none-such' },
  { expires: 7 },
  { expires: 200 },
  { expires: 1_000 },
  { mine: true },
  { state: 'draft', tier: 1 },
  { state: 'referred', tier: 4 },
  { dataClass: 'health', tier: 3 },
  { tool: 'everywhere-once', dataClass: 'public' },
  { tool: 'rare', kind: 'app' },
  { q: 'sorts', state: 'referred' },
  { q: 'otters', tool: 'common' },
  { expires: 30, tier: 1 },
  { expires: 300, q: 'sorts' },
  { mine: true, kind: 'app' },
]

describe.each(Object.keys(readers) as Reader[])('%s finds what there is for them', reader => {
  test.each(asked.map(asked => [JSON.stringify(asked), asked] as const))('%s', async (_, asked) => {
    const expected = made
      .filter(row => fits(row, asked, reader))
      .map(({ number }) => `SOL-${number}`)
      .toReversed()
    // Twice: a text is written, planned and kept differently the first time.
    await wholly(asked, reader)
    const { keys, first } = await wholly(asked, reader)
    expect(keys).toEqual(expected)
    expect(first.total).toBe(first.more ? first.total : expected.length)
    expect(first.more).toBe(expected.length > first.total)
    if (first.more) expect([100, 1_000, COUNTED_EXPIRING]).toContain(first.total)
    const small = await world.ask<Page>('list-solutions', { ...asFilters(asked), limit: 3 }, reader)
    expect(small.solutions.map(({ key }) => key)).toEqual(expected.slice(0, 3))
    expect(small.next).toBe(expected.length > 3 ? expected[2] : null)
    expect(small.more).toBe(expected.length > small.total)
    expect(small.total).toBe(small.more ? small.total : expected.length)
    expect(small.total).toBeGreaterThanOrEqual(Math.min(3, expected.length))
  })
})
