import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Solutions } from './solutions-world.ts'
import { controlled, harmless, openSolutions } from './solutions-world.ts'
import { stopping } from './stops-world.ts'

interface Incident {
  key: string
  version: number
  state: string
  affected: number
  dataClasses: string[]
  units: { id: string }[]
  duties: { id: string; dueAt: string | null }[]
  solutions: { key: string }[]
  stops: { key: string }[]
  named: string[]
  timeline: { kind: string; at: string; text: string | null; type: string | null; about: string | null }[]
  actions: { id: string; version: number; overdue: boolean; dueOn: string; doneAt: string | null }[]
  standsInTheWay: { reason: string; field?: string }[]
  you: { mayWork: boolean; mayClose: boolean }
}

let world: Solutions
let stops: ReturnType<typeof stopping>
beforeAll(async () => {
  world = await openSolutions()
  stops = stopping(world)
  await world.acceptStandards('priya-raman')
})
afterAll(() => world.remove())

const security = 'daniel-okoye'
const words = {
  title: 'Names in a public chat',
  whatHappened: 'A flow sent names.',
  severity: 'serious',
  noticedAt: '2026-11-23T08:00:00Z',
}
const open = (more: Record<string, unknown> = {}, person = security) => world.ask<Incident>('open-incident', { ...words, ...more }, person)
const shown = (incident: string, person = security) => world.ask<Incident>('show-incident', { incident }, person)
const on = async (incident: string, name: string, more: Record<string, unknown> = {}, person = security) => {
  const { version } = await shown(incident)
  return world.ask<Incident>(name, { incident, version, ...more }, person)
}
const settled = { cause: 'A rule was missing.', lessons: 'Ask for the rule first.' }
const act = (incident: string, dueOn: string) =>
  world.ask<{ id: string; version: number }>(
    'add-incident-action',
    { incident, what: 'Add the rule.', owner: 'jonas-weber', dueOn },
    security,
  )

describe('an incident', () => {
  test('gathers what its stops held and what is named besides, with data, units and the clock of the law', async () => {
    const held = await world.running(harmless)
    const { key: named } = await world.register(controlled, 'jonas-weber')
    const stop = await stops.start('solution', held)
    const incident = await open({ stops: [stop.key], solutions: [named] })
    expect(incident).toMatchObject({
      state: 'open',
      affected: 2,
      dataClasses: ['customer-pii', 'public'],
      stops: [{ key: stop.key }],
      named: [named],
      duties: [
        { id: 'gdpr-33', dueAt: '2026-11-26T08:00:00Z' },
        { id: 'gdpr-34', dueAt: null },
      ],
    })
    expect(incident.units.map(({ id }) => id).toSorted()).toEqual(['supplier-operations', 'supply-planning'])
    // The first page of the record says what was stopped, and when.
    expect((await shown(incident.key)).timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['incident-opened', 'stop-started', 'stop-full', 'stop-linked']),
    )
    await stops.lift(stop.key)
    expect((await shown(incident.key)).timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['proposal-made', 'proposal-adopted', 'stop-lifted', 'stop-released']),
    )
  })

  test('without data about people shows no deadline of the law', async () => {
    const { key } = await world.register(harmless)
    expect((await open({ solutions: [key] })).duties).toEqual([])
  })

  test('keeps notes in the order in which things happened, not in that of their writing', async () => {
    const { key } = await open()
    const note = (at: string, text: string) => world.ask('add-incident-note', { incident: key, at, text }, 'hanna-lindqvist')
    await note('2026-11-23T08:30:00Z', 'second')
    await note('2026-11-23T08:10:00Z', 'first')
    const { timeline } = await shown(key)
    expect(timeline.filter(({ kind }) => kind === 'note').map(({ text }) => text)).toEqual(['second', 'first'])
    await expect(note('2027-01-01T00:00:00Z', 'ahead')).rejects.toMatchObject({ code: 'note-ahead' })
    await expect(open({ noticedAt: '2027-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'not-noticed-yet' })
  })

  test('shares no stop with another, and gives one back', async () => {
    const { key: solution } = await world.register(harmless)
    const stop = await stops.start('solution', solution)
    const first = await open({ stops: [stop.key] })
    await expect(open({ stops: [stop.key] })).rejects.toMatchObject({ code: 'stop-of-another' })
    await on(first.key, 'change-incident', { ...words, stops: [] })
    expect(await open({ stops: [stop.key] })).toMatchObject({ stops: [{ key: stop.key }] })
    await stops.lift(stop.key)
  })
})

describe('who sees an incident', () => {
  test('is whoever oversees; whoever sees a solution that it reaches learns that there is one, and no more', async () => {
    const { key: solution } = await world.register(harmless)
    const { key } = await open({ solutions: [solution] })
    for (const person of ['hanna-lindqvist', 'amelia-hart', 'yusuf-demir', 'grace-mbeki', 'mei-lin-chou'])
      expect(await shown(key, person)).toMatchObject({ key })
    // Whoever keeps the house sees no solutions by that.
    expect((await shown(key, 'grace-mbeki')).solutions).toEqual([])
    for (const person of ['priya-raman', 'jonas-weber'])
      await expect(shown(key, person)).rejects.toMatchObject({ code: 'no-such-incident' })
    expect((await world.ask<{ incidents: unknown[] }>('show-solution', { key: solution }, 'priya-raman')).incidents).toEqual([
      { key, severity: 'serious', state: 'open', noticedAt: words.noticedAt },
    ])
    const list = async (person: string) =>
      (await world.ask<{ incidents: { key: string; title: string | null }[] }>('list-incidents', {}, person)).incidents.find(
        each => each.key === key,
      )
    expect(await list('priya-raman')).toMatchObject({ key, title: null })
    expect(await list('sofia-marques')).toMatchObject({ key, title: null })
    expect(await list('jonas-weber')).toBeUndefined()
    expect(await list('yusuf-demir')).toMatchObject({ key, title: words.title })
  })
})

describe('closing an incident', () => {
  test('takes containment, cause, lessons, every action done or put off, and another person than opened it', async () => {
    const { key } = await open()
    const late = await act(key, '2026-11-24')
    const other = await act(key, '2026-11-25')
    await expect(on(key, 'close-incident')).rejects.toMatchObject({ code: 'own-incident' })
    await expect(on(key, 'close-incident', {}, 'luca-ferri')).rejects.toMatchObject({
      code: 'incident-unsettled',
      blockers: [
        { reason: 'It is not contained yet.' },
        { field: 'cause' },
        { field: 'lessons' },
        { reason: '2 actions are neither done nor put off.' },
      ],
    })
    await on(key, 'contain-incident')
    await on(key, 'change-incident', { ...words, ...settled })

    world.move({ hours: 72 })
    expect((await shown(key)).actions.map(({ overdue }) => overdue)).toEqual([true, true])
    const { incidents } = await world.ask<{ incidents: { key: string; overdue: number }[] }>('list-incidents', {}, security)
    expect(incidents.find(each => each.key === key)?.overdue).toBe(2)

    // Whoever has to do something says that it is done; a later day is not theirs to give.
    const defer = (dueOn: string, person: string) =>
      world.ask('defer-incident-action', { action: other.id, version: other.version, dueOn, because: 'The part is late.' }, person)
    await world.ask('complete-incident-action', { action: late.id, version: late.version }, 'jonas-weber')
    await expect(defer('2026-12-20', 'jonas-weber')).rejects.toMatchObject({ code: 'incidents-by-office' })
    await expect(defer('2026-11-24', security)).rejects.toMatchObject({ code: 'day-over' })
    await defer('2026-12-20', security)
    expect((await shown(key)).standsInTheWay).toEqual([])

    expect(await on(key, 'close-incident', {}, 'luca-ferri')).toMatchObject({ state: 'closed' })
    await expect(on(key, 'change-incident', { ...words })).rejects.toMatchObject({ code: 'incident-closed' })
    await expect(act(key, '2026-12-30')).rejects.toMatchObject({ code: 'incident-closed' })
    const { key: solution } = await world.register(harmless)
    await expect(stops.start('solution', solution, { incident: key })).rejects.toMatchObject({ code: 'no-open-incident' })
  })

  test('as whoever opened it through another account is refused, too', async () => {
    const { key } = await open()
    await on(key, 'contain-incident')
    await on(key, 'change-incident', { ...words, ...settled })
    await world.db.updateTable('person').set({ human: security }).where('id', '=', 'ines-cardoso').execute()
    await expect(on(key, 'close-incident', {}, 'ines-cardoso')).rejects.toMatchObject({ code: 'own-incident' })
    await world.db.updateTable('person').set({ human: 'ines-cardoso' }).where('id', '=', 'ines-cardoso').execute()
    expect(await on(key, 'close-incident', {}, 'ines-cardoso')).toMatchObject({ state: 'closed' })
  })
})
