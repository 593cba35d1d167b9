import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { insertMessages } from '#src/capabilities/messages/index.ts'
import type { Message } from '#src/kernel/message.ts'
import type { MessagesWorld } from './messages-world.ts'
import { openMessages } from './messages-world.ts'
import { forTeam } from './solutions-world.ts'

let world: MessagesWorld
beforeAll(async () => {
  world = await openMessages('2026-10-22T06:00:00Z')
  await world.settings({ password: world.mail.password, dryRun: false })
})
afterAll(() => world.remove())
beforeEach(() => world.forget())

let serial = 0
const said = (to: string, urgency: 'act' | 'digest'): Message => ({
  kind: urgency === 'act' ? 'handover-declined' : 'handover-accepted',
  urgency,
  loud: false,
  to,
  because: 'asked',
  about: { kind: 'solution', key: 'SOL-0001', name: 'Sorter' },
  of: { id: `for-days-${(serial += 1)}`, version: 1 },
  facts: { by: 'Ada', solution: 'Sorter' },
})
const say = (...messages: Message[]) =>
  insertMessages(world.db, messages, { actor: 'system:test', at: world.clock.now(), operation: 'test' })

const inZone = (person: string, timeZone: string, digestAt: string) =>
  world.db
    .insertInto('messagePreference')
    .values({
      id: person,
      version: 2,
      sealSalt: randomBytes(16),
      channel: 'mail',
      level: 'everything',
      digestAt,
      quietFrom: '22:00',
      quietTo: '06:30',
      timeZone,
      language: null,
    })
    .onConflict(conflict => conflict.column('id').doUpdateSet({ timeZone, digestAt }))
    .execute()

test('over six days and the end of summer time everybody gets at most one digest a day, in working days’ mornings of their own, and each thing once', async () => {
  const people = { 'jonas-weber': 'Europe/Berlin', 'luca-ferri': 'America/New_York', 'sofia-marques': 'Asia/Tokyo' }
  for (const [person, zone] of Object.entries(people)) await inZone(person, zone, '08:00')
  const began = world.clock.now()
  // Looked at around everybody's morning, their evening, and at noon.
  for (let day = 0; day < 6; day += 1)
    for (const hour of [0, 1, 5, 6, 7, 16, 17, 18]) {
      world.move(world.clock.now().until(began.add({ hours: day * 24 + hour })))
      if (day < 4)
        for (const person of Object.keys(people)) await say(said(person, 'digest'), said(person, hour % 2 === 0 ? 'act' : 'digest'))
      await world.deliver()
      await world.gather()
    }
  await world.deliver()
  const letters = await world.deliveries()
  const digests = letters.filter(({ form }) => form === 'digest')
  expect(new Set(digests.map(({ personId, day }) => `${personId} ${day}`)).size).toBe(digests.length)
  for (const { personId, madeAt, day } of digests) {
    const local = madeAt.toZonedDateTimeISO(people[personId as keyof typeof people])
    expect(local.toPlainDate().toString()).toBe(day)
    expect(local.dayOfWeek).toBeLessThan(6)
    expect(local.toPlainTime().toString()).toBe('08:00:00')
  }
  for (const person of Object.keys(people)) expect(digests.filter(({ personId }) => personId === person).length).toBeGreaterThanOrEqual(2)
  const messages = await world.messages()
  expect(messages.length).toBe(4 * 8 * 3 * 2)
  expect(messages.filter(({ state }) => state === 'waiting' || state === 'held').length).toBe(0)
  const told = letters.reduce((sum, letter) => sum + letter.messages, 0)
  expect(told).toBe(messages.length)
  expect(world.mail.taken.length).toBe(letters.length)
  expect(new Set(world.mail.taken.map(({ id }) => id)).size).toBe(letters.length)
  const aDay = Map.groupBy(letters, ({ personId, day }) => `${personId} ${day}`)
  expect(Math.max(...[...aDay.values()].map(each => each.length))).toBeLessThanOrEqual(6)
}, 60_000)

test('whoever moves their digest to later on a day on which they had it gets the next one tomorrow', async () => {
  await inZone('jonas-weber', 'Europe/Berlin', '08:30')
  await say(said('jonas-weber', 'digest'))
  world.move({ hours: 1 })
  await world.gather()
  await say(said('jonas-weber', 'digest'))
  await inZone('jonas-weber', 'Europe/Berlin', '12:00')
  world.move({ hours: 6 })
  await world.gather()
  expect((await world.deliveries()).map(({ day }) => day)).toEqual(['2026-10-22'])
  world.move({ hours: 24 })
  await world.gather()
  expect((await world.deliveries()).map(({ day, messages }) => `${day} ${messages}`)).toEqual(['2026-10-22 1', '2026-10-23 1'])
})

test('whoever wants no digest finds in the inbox what asks nothing of them, and still gets what the cap held back', async () => {
  await inZone('jonas-weber', 'Europe/Berlin', '08:30')
  await world.db.updateTable('messagePreference').set({ level: 'act-only' }).where('id', '=', 'jonas-weber').execute()
  await say(said('jonas-weber', 'digest'), ...Array.from({ length: 7 }, () => said('jonas-weber', 'act')))
  await world.deliver()
  world.move({ hours: 1 })
  await world.gather()
  const states = Map.groupBy(await world.messages(), ({ state }) => state)
  expect(Object.fromEntries([...states].map(([state, messages]) => [state, messages.length]))).toEqual({
    delivered: 5,
    digested: 2,
    kept: 1,
  })
  await world.db.updateTable('messagePreference').set({ level: 'everything' }).where('id', '=', 'jonas-weber').execute()
})

test.skipIf(inject('engine') === 'pglite')(
  'the first night finds 5,000 things, most of them one person’s: nobody gets more letters than the cap, and each says what is left',
  async () => {
    // Entries that have expired, of an owner-heavy registry.
    const template = await world.running(forTeam)
    await world.db.transaction().execute(async db => {
      const { rows } = await sql<{ columns: string }>`
      select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
      where table_name = 'solution' and table_schema = current_schema() and is_generated = 'NEVER' and is_identity = 'NO'
        and column_name not in ('id', 'owner_id', 'expires_at', 'name')`.execute(db)
      const columns = sql.raw(rows[0]?.columns ?? '')
      await sql`
      insert into solution (id, owner_id, expires_at, name, ${columns})
      select 'mass-' || n, case when n % 10 = 0 then 'jonas-weber' else 'priya-raman' end,
        ${world.clock.now().subtract({ hours: 24 }).toString()}::timestamptz, 'Mass ' || n, ${columns}
      from solution, generate_series(1, 2500) n where number = ${Number(template.slice(4))}`.execute(db)
    })
    await world.db.deleteFrom('message').execute()
    await world.sequencer.settled()
    await world.work('sweep-everything')
    const findings = await world.db.selectFrom('finding').select('id').where('subjectId', 'like', 'mass-%').execute()
    expect(findings.length).toBe(5_000)
    for (let hours = 0; hours < 4; hours += 1) {
      await world.deliver()
      await world.gather()
      await world.deliver()
      world.move({ hours: 1 })
    }
    const got = Map.groupBy(world.mail.taken, ({ to }) => to)
    expect(Math.max(...[...got.values()].map(each => each.length))).toBe(6)
    const digest = got.get('priya-raman@aldermoor.example')?.at(-1)
    const told = Number(/^(\d+) things are new for you$/.exec(digest?.subject ?? '')?.[1])
    expect(told).toBeGreaterThan(4_000)
    expect(digest?.raw.replaceAll('=\r\n', '')).toContain(`And ${told - 20} more: see your messages.`)
    expect((await world.messages()).filter(({ state, toId }) => state !== 'digested' && toId === 'priya-raman')).toHaveLength(5)
  },
  120_000,
)
