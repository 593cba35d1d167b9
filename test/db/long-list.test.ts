import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COUNTED_NARROWED } from '#src/capabilities/registry/list-store.ts'
import type { Solutions } from './solutions-world.ts'
import { harmless, openSolutions } from './solutions-world.ts'

let world: Solutions
beforeAll(async () => {
  world = await openSolutions()
})
afterAll(() => world.remove())

interface Listed {
  solutions: { key: string; owner: { id: string } }[]
  next: string | null
  total: number
  more: boolean
}

test('a list that is longer than what is counted holds, on all its pages, what its reader may see and nothing else', async () => {
  await world.register(harmless)
  await sql`insert into solution (id, version, seal_salt, name, purpose, maker_id, owner_id, facts, charter_version, charter_digest, tier, verdict, state, created_at, changed_at)
    select 'many-' || i, 1, decode('00', 'hex'), 'One of many ' || i, 'x', who, who, '{}'::jsonb, 'x', 'x', 1, 'approved', 'draft', now(), now()
    from generate_series(1, 2400) i, lateral (select case i % 2 when 0 then 'priya-raman' else 'jonas-weber' end as who) whose`.execute(
    world.db,
  )
  const seen: string[] = []
  for (let before: string | undefined; ;) {
    const page: Listed = await world.ask<Listed>(
      'list-solutions',
      { limit: 100, ...(before === undefined ? {} : { before }) },
      'priya-raman',
    )
    expect(page).toMatchObject({ total: COUNTED_NARROWED, more: true })
    expect(page.solutions.filter(({ owner }) => owner.id !== 'priya-raman')).toEqual([])
    seen.push(...page.solutions.map(({ key }) => key))
    if (page.next === null) break
    before = page.next
  }
  expect(seen).toHaveLength(1_201)
  expect(new Set(seen).size).toBe(1_201)
})

test('a search for what very many are called finds and counts nothing beyond what its reader may see', async () => {
  const lead = (most: number) =>
    sql`update solution set unit_id = (select id from unit where lead_id = 'sofia-marques' limit 1)
      where owner_id = 'priya-raman' and id like 'many-%' and substr(id, 6)::int <= ${most}`.execute(world.db)
  const found = () => world.ask<Listed>('list-solutions', { q: 'many', limit: 100 }, 'sofia-marques')
  await lead(6)
  const few = await found()
  expect(few).toMatchObject({ total: 3, more: false })
  expect(few.solutions.map(({ owner }) => owner.id)).toEqual(['priya-raman', 'priya-raman', 'priya-raman'])
  await lead(2_400)
  const many = await found()
  expect(many).toMatchObject({ total: COUNTED_NARROWED, more: true })
  const { rows } = await sql<{ key: string }>`
    select 'SOL-' || number as key from solution where owner_id = 'priya-raman' and id like 'many-%' order by number desc limit 100`.execute(
    world.db,
  )
  expect(many.solutions.map(({ key }) => key)).toEqual(rows.map(({ key }) => key))
  expect(many.solutions.filter(({ owner }) => owner.id !== 'priya-raman')).toEqual([])
})
