import { join } from 'node:path'
import ICAL from 'ical.js'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { httpServer, loopbackReach } from '#src/doors/http/index.ts'
import { root } from '../harness.ts'
import { withdrawTool } from './findings-people.ts'
import { sweeping } from './findings-world.ts'
import type { Solutions } from './solutions-world.ts'
import { forTeam, openSolutions } from './solutions-world.ts'

let world: Solutions
let app: ReturnType<typeof httpServer>['app']
let key = ''
let review = ''

beforeAll(async () => {
  world = await openSolutions()
  const { program, run } = world
  app = httpServer({
    operations: program.operations,
    signIn: program.signIn,
    run,
    log: pino({ level: 'silent' }),
    events: { listChanges: program.listChanges, position: () => 0 },
    reachOf: () => loopbackReach,
    pages: join(root, 'no-pages'),
    version: '0',
    readiness: () => Promise.resolve(null),
  }).app
  key = (await world.register(forTeam, 'priya-raman', { name: 'Returns; inbox' })).key
  review = (await world.submit(key)).review?.key ?? ''
})
afterAll(async () => {
  await app.close()
  await world.remove()
})

const get = async (path: string, person: string) => {
  const credential = await world.as(person)
  const cookie = credential.kind === 'session' ? `guildhall-session=${credential.secret}` : ''
  return app.inject({ method: 'GET', url: `/api${path}`, headers: { host: 'localhost:4400', cookie } })
}

const promised = () => world.ask<{ version: number; dueAt: string }>('show-review', { review }, 'priya-raman')
const secondOf = (at: string) => Temporal.Instant.from(at).toString({ smallestUnit: 'second' })

/** As a program reads it that is not ours. */
const datesIn = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map(part => {
    const { uid, summary, description, startDate, sequence } = new ICAL.Event(part)
    return { uid, summary, description, start: startDate.toString(), sequence }
  })

test('a review’s promise is a file with its moment: none while a question waits, and a later one of the same name afterwards', async () => {
  const file = await get(`/reviews/${review}/calendar`, 'priya-raman')
  expect(file.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${review}.ics"`,
  })
  const [promise, ...others] = datesIn(file.body)
  expect(others).toEqual([])
  const { version, dueAt } = await promised()
  expect(promise).toMatchObject({ summary: 'Answer on Returns; inbox promised', start: secondOf(dueAt), sequence: version })

  const asked = await world.ask<{ version: number; questions: { id: string; version: number }[] }>(
    'ask-about-review',
    { review, version, text: 'Who reads it?' },
    'hanna-lindqvist',
  )
  expect((await get(`/reviews/${review}/calendar`, 'priya-raman')).json()).toMatchObject({ status: 404, code: 'no-dates' })
  world.move({ hours: 26 })
  const [question] = asked.questions
  await world.ask(
    'answer-review-question',
    { review, question: question?.id, version: asked.version, answer: 'Our team lead.' },
    'priya-raman',
  )
  const [moved] = datesIn((await get(`/reviews/${review}/calendar`, 'priya-raman')).body)
  const later = await promised()
  expect(later.dueAt > dueAt).toBe(true)
  expect(moved).toMatchObject({ uid: promise?.uid, start: secondOf(later.dueAt), sequence: later.version })
  expect(later.version).toBeGreaterThan(version)
})

test('a solution’s file has the day its entry ends and the day of each open condition', async () => {
  const conditions = [
    { text: 'Add a log.', needed: 'after', dueOn: '2026-12-10' },
    { text: 'Name a deputy.', needed: 'before', dueOn: null },
  ]
  await world.approve(key, { conditions })
  const shown = await world.show(key)
  await world.db.updateTable('solution').set({ expiresAt: '2027-05-24T02:30:00Z' }).where('id', '=', shown.id).execute()
  const file = await get(`/solutions/${key}/calendar?language=de`, 'priya-raman')
  expect(file.headers['content-disposition']).toBe(`attachment; filename="${key}.ics"`)
  const due = shown.conditions.find(({ needed }) => needed === 'after')
  expect(datesIn(file.body)).toEqual([
    {
      uid: `${shown.id}@guildhall`,
      summary: 'Returns; inbox gilt bis zu diesem Tag',
      description: expect.any(String),
      start: '2027-05-24',
      sequence: shown.version,
    },
    {
      uid: `${due?.id}@guildhall`,
      summary: 'Auflage zu Returns; inbox ist fällig',
      description: 'Add a log.',
      start: '2026-12-10',
      sequence: due?.version,
    },
  ])

  await world.db.updateTable('solution').set({ expiresAt: null }).where('id', '=', shown.id).execute()
  await world.db.updateTable('condition').set({ state: 'met' }).where('subject', '=', shown.id).execute()
  expect((await get(`/solutions/${key}/calendar`, 'priya-raman')).json()).toMatchObject({ status: 404, code: 'no-dates' })
})

test('it has the day by which a withdrawn tool has to be gone, as its letter has it, and how long a retirement can be taken back', async () => {
  const running = await world.running(forTeam)
  const shown = () => world.show(running)
  const file = async () => datesIn((await get(`/solutions/${running}/calendar`, 'priya-raman')).body)
  await withdrawTool(world, 'flow-builder')
  const sweeps = sweeping(world)
  await sweeps.incremental()
  const found = (await sweeps.of(running))['tool-withdrawn']
  const about = { uid: `${found?.id}@guildhall`, start: found?.dueAt.slice(0, 10), sequence: found?.version }
  const summary = 'Claims sorting: it uses a tool that was withdrawn'
  expect(await file()).toContainEqual({ ...about, summary, description: summary })
  const told = await world.db
    .selectFrom('message')
    .select(['kind', 'facts', 'ofVersion as version'])
    .where('ofId', '=', found?.id ?? '')
    .where('toId', '=', 'priya-raman')
    .execute()
  expect(told).toMatchObject([{ kind: 'finding-to-act-on', facts: { by: about.start }, version: about.sequence }])

  const { undoUntil } = await world.on<{ undoUntil: string }>(running, 'retire-solution', 'priya-raman', { because: 'It is done.' })
  await sweeps.incremental()
  const { id, version } = await shown()
  expect(await file()).toEqual([
    {
      uid: `${id}@guildhall`,
      summary: 'The retirement of Claims sorting can be taken back until this day',
      description: expect.any(String),
      start: undoUntil.slice(0, 10),
      sequence: version,
    },
  ])
  world.move(world.clock.now().until(Temporal.Instant.from(undoUntil), { largestUnit: 'seconds' }))
  expect((await get(`/solutions/${running}/calendar`, 'priya-raman')).json()).toMatchObject({ status: 404, code: 'no-dates' })
})

test('whoever the page is refused to is refused the file, in the same words', async () => {
  for (const path of [`/solutions/${key}`, `/reviews/${review}`]) {
    const page = await get(path, 'jonas-weber')
    const file = await get(`${path}/calendar`, 'jonas-weber')
    expect(file.statusCode).toBe(404)
    expect(file.headers['content-disposition']).toBeUndefined()
    expect(file.json()).toEqual(page.json())
  }
})
