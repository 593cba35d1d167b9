import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Solutions } from './solutions-world.ts'
import { harmless, openSolutions } from './solutions-world.ts'

/* The auditors' list of everything: whole, in order, and narrowed by what they ask. */
let world: Solutions
let key: string
beforeAll(async () => {
  world = await openSolutions()
  await world.acceptStandards('priya-raman')
  await world.acceptStandards('jonas-weber')
  key = await world.running(harmless)
  world.move({ hours: 48 })
  await world.on(key, 'retire-solution', 'priya-raman', { because: 'Nobody uses it.' })
  // Signing in is an entry too, and where entries stand in the tree changes once they are sealed.
  await page()
  await world.sequencer.settled()
})
afterAll(() => world.remove())

interface Entry {
  entry: number
  type: string
  at: string
  actor: { id: string; name: string } | null
  subject: { kind: string; id: string; key: string | null; name: string | null }
}
interface Page {
  entries: Entry[]
  next: number | null
}
const page = (asked: Record<string, unknown> = {}) => world.ask<Page>('list-ledger-entries', { limit: 100, ...asked }, 'yusuf-demir')
/** Every page that there is, one after the other. */
const all = async (asked: Record<string, unknown> = {}, limit = 100): Promise<Entry[]> => {
  const { entries, next } = await page({ ...asked, limit })
  return next === null ? entries : [...entries, ...(await all({ ...asked, before: next }, limit))]
}

test('pages hold every entry once, the newest first, however large they are', async () => {
  const { rows } = await sql<{ id: number }>`select id from ledger_entry order by id desc`.execute(world.db)
  const ids = rows.map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(20)
  expect((await all()).map(({ entry }) => entry)).toEqual(ids)
  expect((await all({}, 7)).map(({ entry }) => entry)).toEqual(ids)
})

test('each filter keeps exactly what it names, also together, and a solution is found by the key that people write', async () => {
  const everything = await all()
  const only = (keeps: (entry: Entry) => boolean) => everything.filter(keeps)
  const solution = await world.show(key)
  const [retired] = only(({ type }) => type === 'solution-retired')
  const at = retired?.at ?? ''
  const expected: [Record<string, unknown>, Entry[]][] = [
    [{ kind: 'solution' }, only(({ subject }) => subject.kind === 'solution')],
    [{ type: 'solution-registered' }, only(({ type }) => type === 'solution-registered')],
    [{ actor: 'priya-raman' }, only(({ actor }) => actor?.id === 'priya-raman')],
    [{ subject: solution.id }, only(({ subject }) => subject.id === solution.id)],
    [{ subject: key.toLowerCase() }, only(({ subject }) => subject.id === solution.id)],
    [{ from: at }, only(entry => Date.parse(entry.at) >= Date.parse(at))],
    [{ to: at }, only(entry => Date.parse(entry.at) < Date.parse(at))],
    [
      { actor: 'priya-raman', kind: 'solution', subject: key, from: at },
      only(
        ({ actor, subject, ...entry }) =>
          actor?.id === 'priya-raman' && subject.id === solution.id && Date.parse(entry.at) >= Date.parse(at),
      ),
    ],
  ]
  for (const [asked, entries] of expected) {
    expect(entries.length, JSON.stringify(asked)).toBeGreaterThan(0)
    expect(entries.length, JSON.stringify(asked)).toBeLessThan(everything.length)
    expect(await all(asked, 5), JSON.stringify(asked)).toEqual(entries)
  }
  expect(await all({ subject: 'SOL-9999' })).toEqual([])
})

test('an entry says who and what by name, and its proof says the same of it', async () => {
  const [retired] = await all({ type: 'solution-retired' })
  expect(retired).toMatchObject({
    actor: { id: 'priya-raman', name: 'Priya Raman' },
    subject: { kind: 'solution', key, name: (await world.show(key)).name },
  })
  expect(await world.ask('prove-entry', { entry: retired?.entry }, 'yusuf-demir')).toMatchObject({ ...retired })
})

test('a rare entry is found without reading the ledger from its end', async () => {
  // A small table is always read as a whole; what is asked here is whether there is a better way once it is large.
  const plan = await world.db.transaction().execute(async trx => {
    await sql`set local enable_seqscan = off`.execute(trx)
    await sql`set local enable_sort = off`.execute(trx)
    const plans: string[] = []
    for (const narrowed of [sql`type = 'solution-retired'`, sql`actor = 'priya-raman'`, sql`subject_id = 'nothing'`]) {
      const { rows } = await sql<{
        'QUERY PLAN': string
      }>`explain select id from ledger_entry where ${narrowed} order by id desc limit 51`.execute(trx)
      plans.push(rows.map(row => Object.values(row)[0]).join('\n'))
    }
    return plans
  })
  expect(plan[0]).toContain('ledger_entry_type')
  expect(plan[1]).toContain('ledger_entry_actor')
  expect(plan[2]).toContain('ledger_entry_about')
})
