import { connect } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toldKinds, untold } from '#src/capabilities/live/index.ts'
import { keyOf } from '#src/capabilities/registry/index.ts'
import { httpServer, loopbackReach } from '#src/doors/http/index.ts'
import { anonymous } from '#src/kernel/actor.ts'
import { newId } from '#src/kernel/ids.ts'
import { insertEntries } from '#src/ledger/index.ts'
import { askingOf } from '../../scripts/generate/matrix/index.ts'
import { root } from '../harness.ts'
import type { Listening } from '../live/stream.ts'
import { listenAt } from '../live/stream.ts'
import { cellsOfPage } from '../matrix/page.ts'
import { mayAsk, signedIn } from '../matrix/people.ts'
import type { Stage } from '../matrix/stage.ts'
import { openStage } from '../matrix/stage.ts'

/*
 * That something changed is told to whoever may see it, and to nobody else: asked of the operation about everything on the stage
 * of the authorization matrix, and heard on the streams of a real server.
 */
let stage: Stage
let server: Awaited<ReturnType<typeof aside>>
let address = ''
const bounds = { ofOne: 2, ofAll: 4, waiting: 64 * 1024, every: 20, heartbeat: 100 }

beforeAll(async () => {
  stage = await openStage()
  const { program, sequencer } = stage.guildhall
  server = await aside(program.listChanges, () => sequencer.state().size ?? 0)
  address = `http://127.0.0.1:${server.port}`
})
afterAll(async () => {
  await server.close()
  await stage.close()
})

/** The real door on a port of its own. */
const aside = async (listChanges: Stage['guildhall']['program']['listChanges'], position: () => number) => {
  const { program, run } = stage.guildhall
  const { app } = httpServer({
    operations: [],
    signIn: program.signIn,
    run,
    events: { listChanges, position },
    eventLimits: bounds,
    log: pino({ level: 'silent' }),
    reachOf: () => loopbackReach,
    pages: join(root, 'no-pages'),
    version: '0',
    readiness: () => Promise.resolve(null),
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const bound = app.server.address()
  return { port: typeof bound === 'object' && bound !== null ? bound.port : 0, close: () => app.close() }
}

/** Entries as an operation would write them about these subjects, sealed. */
const changed = async (...subjects: { kind: string; id: string; version?: number }[]): Promise<void> => {
  const entries = subjects.map(({ kind, id, version = 2 }) => ({
    type: 'stage-changed',
    version: 1,
    subject: { kind, id, version, digest: null },
    data: {},
    personal: {},
  }))
  await insertEntries(stage.db, entries, { actor: 'system:test', at: Temporal.Now.instant(), operation: 'test' })
  await stage.guildhall.sequencer.settled()
}

const asked = (after: number, caller: string) =>
  stage.guildhall.run(stage.guildhall.program.listChanges, { after }, stage.credentialOf(caller)).then(({ output }) => output)

/** Pages of single things, the field that names one, and as what a change of it is told. */
const pages = {
  'show-solution': { field: 'key', topic: 'solution', table: 'solution' },
  'show-review': { field: 'review', topic: 'review', table: 'review' },
  'show-finding': { field: 'finding', topic: 'finding', table: null },
  'show-proposal': { field: 'proposal', topic: 'proposal', table: null },
  'show-tool-request': { field: 'request', topic: 'tool-request', table: null },
  'show-tool': { field: 'tool', topic: 'tool', table: null },
  'show-person': { field: 'person', topic: 'person', table: null },
} as const

const pageOf = (operation: string) => Object.entries(pages).find(([name]) => name === operation)?.[1]

/** The id behind what a page calls it by. */
const subjectOf = async (table: 'solution' | 'review' | null, named: string): Promise<string> =>
  table === null
    ? named
    : ((
        await stage.db
          .selectFrom(table)
          .select('id')
          .where('number', '=', Number(named.split('-')[1]))
          .executeTakeFirst()
      )?.id ?? named)

test('every kind of row that the ledger proves is told as something, or named as one that nobody hears of', () => {
  const kinds = stage.guildhall.program.governed.map(({ kind }) => kind)
  expect(kinds.filter(kind => !(kind in toldKinds) && !untold.includes(kind))).toEqual([])
  expect(untold.filter(kind => kind in toldKinds || !kinds.includes(kind))).toEqual([])
})

test('of a stop and an incident hear those who may read of them, and nobody else', async () => {
  const stop = {
    id: newId(),
    version: 1,
    sealSalt: Buffer.alloc(16),
    kind: 'solution' as const,
    targetId: 'solution',
    because: 'For this test.',
  }
  const began = { startedBy: 'owner', startedByHuman: 'owner', startedAt: Temporal.Now.instant().toString(), running: 0 }
  const { number } = await stage.db
    .insertInto('stop')
    .values({ ...stop, ...began })
    .returning('number')
    .executeTakeFirstOrThrow()
  await stage.guildhall.sequencer.settled()
  const { next } = await asked(0, 'auditor')
  await changed({ kind: 'stop', id: stop.id }, { kind: 'incident', id: 'incident' })
  const heard = async (caller: string) => (await asked(next, caller)).changes.map(({ topic, id }) => `${topic} ${id}`)
  const incident = await stage.db.selectFrom('incident').select('number').where('id', '=', 'incident').executeTakeFirstOrThrow()
  const both = [`incident INC-${String(incident.number).padStart(4, '0')}`, `stop STOP-${String(number).padStart(4, '0')}`]
  expect(await heard('it-security')).toEqual(both)
  expect(await heard('administrator')).toEqual(both)
  for (const caller of ['owner', 'colleague', 'lead', 'no role']) expect(await heard(caller)).toEqual([])
  await stage.db.deleteFrom('stop').where('id', '=', stop.id).execute()
})

test('a change is told to exactly those to whom the page of what changed is shown', async () => {
  const actors = new Map(signedIn.map(({ name, actor }) => [name, actor]))
  const people = [...actors.keys()]
  const cells = cellsOfPage().filter(({ caller, operation }) => people.includes(caller) && pageOf(operation))
  expect(new Set(cells.map(({ operation }) => operation)).size).toBe(Object.keys(pages).length)
  const questions = cells.flatMap(({ operation, about, caller, answer }) => {
    const page = pageOf(operation)
    const request = stage.requests[operation]?.[about]
    const input = typeof request === 'function' ? request(askingOf(actors.get(caller) ?? anonymous)) : request
    const named = page && input?.[page.field]
    return page && named !== undefined ? [{ ...page, named, caller, about, shown: answer === 'yes' }] : []
  })
  expect(questions.filter(({ shown }) => shown).length).toBeGreaterThan(60)
  expect(questions.filter(({ shown }) => !shown).length).toBeGreaterThan(60)
  // What the installation wrote at its own beginning may not be sealed yet.
  await stage.guildhall.sequencer.settled()
  const { next } = await asked(0, 'auditor')
  const kinds = Object.fromEntries(questions.map(({ topic, table, named }) => [`${topic} ${named}`, { topic, table, named }]))
  await changed(
    ...(await Promise.all(
      Object.values(kinds).map(async ({ topic, table, named }) => ({ kind: topic, id: await subjectOf(table, named) })),
    )),
  )
  const told = new Map<string, Set<string>>()
  for (const caller of people) {
    const { changes, missed } = await asked(next, caller)
    expect(missed).toBe(false)
    expect(changes.every(({ version }) => version === 2)).toBe(true)
    told.set(caller, new Set(changes.map(({ topic, id }) => `${topic} ${id}`)))
  }
  // Everybody must know which tools there are: a change of one that is not there yet tells nothing else.
  const heard = questions.filter(({ topic }) => topic !== 'tool')
  expect(
    heard
      .filter(({ topic, named, caller, shown }) => told.get(caller)?.has(`${topic} ${named}`) !== shown)
      .map(({ topic, named, about, caller, shown }) => `${caller}, ${topic} ${named} (${about}): shown ${shown}, told ${!shown}`),
  ).toEqual([])
})

test('an offer, a condition and a waiver are told to those who see the solution, and an offer to whoever was asked as well', async () => {
  const offers = await stage.db
    .selectFrom('handover')
    .innerJoin('solution', 'solution.id', 'handover.solutionId')
    .select(['handover.id', 'handover.offeredTo', 'solution.number'])
    .execute()
  const conditions = await stage.db
    .selectFrom('condition')
    .innerJoin('solution', 'solution.id', 'condition.subject')
    .select(['condition.id', 'solution.number'])
    .execute()
  const waivers = await stage.db
    .selectFrom('waiver')
    .innerJoin('solution', 'solution.id', 'waiver.solutionId')
    .select(['waiver.id', 'solution.number'])
    .execute()
  const { next } = await asked(0, 'auditor')
  await changed(
    ...offers.map(({ id }) => ({ kind: 'handover', id })),
    ...conditions.map(({ id }) => ({ kind: 'condition', id })),
    ...waivers.map(({ id }) => ({ kind: 'waiver', id })),
  )
  const wrong: string[] = []
  let [hear, hearNothing] = [0, 0]
  for (const { name, actor } of signedIn) {
    const told = new Set((await asked(next, name)).changes.map(({ topic, id }) => `${topic} ${id}`))
    const seesIt = (number: number) => mayAsk(stage, 'show-solution', { key: keyOf(number) }, name)
    const expected = [
      ...(await Promise.all(
        offers.map(async each => [`offer ${each.id}`, each.offeredTo === actor.id || (await seesIt(each.number))] as const),
      )),
      ...(await Promise.all(conditions.map(async each => [`solution ${keyOf(each.number)}`, await seesIt(each.number)] as const))),
      ...(await Promise.all(waivers.map(async each => [`waiver ${each.id}`, await seesIt(each.number)] as const))),
    ]
    for (const [what, hears] of expected) {
      if (hears) hear += 1
      else hearNothing += 1
      if (told.has(what) !== hears) wrong.push(`${name}: ${what}`)
    }
  }
  expect([offers.length, conditions.length, waivers.length, hear, hearNothing].filter(count => count === 0)).toEqual([])
  expect(wrong).toEqual([])
})

test('jobs, targets, keys, rules of findings and charters are told of to those who may ask for them', async () => {
  const versions = await stage.db.selectFrom('charterVersion').select(['id', 'digest']).execute()
  const told = [
    { kind: 'job', id: 'some', says: 'job some', ask: 'list-jobs', input: {} },
    { kind: 'private-target', id: 'some', says: 'private-target some', ask: 'list-private-targets', input: {} },
    { kind: 'data-key', id: 'some', says: 'data-key some', ask: 'show-keys', input: {} },
    { kind: 'finding-rule', id: 'some', says: 'finding-rule some', ask: 'list-finding-rules', input: {} },
    ...versions.map(({ id, digest }) => ({
      kind: 'charter-version',
      id,
      says: `charter ${digest}`,
      ask: 'show-charter-version',
      input: { digest },
    })),
  ]
  const { next } = await asked(0, 'auditor')
  await changed(...told.map(({ kind, id }) => ({ kind, id })))
  const [wrong, shown, hidden]: [string[], Set<string>, Set<string>] = [[], new Set(), new Set()]
  for (const { name } of signedIn) {
    const heard = new Set((await asked(next, name)).changes.map(({ topic, id }) => `${topic} ${id}`))
    for (const { kind, says, ask, input } of told) {
      const may = await mayAsk(stage, ask, input, name)
      ;(may ? shown : hidden).add(kind)
      if (heard.has(says) !== may) wrong.push(`${name}: ${says}`)
    }
  }
  const kinds = ['charter-version', 'data-key', 'finding-rule', 'job', 'private-target']
  expect([[...shown].sort(), [...hidden].sort()]).toEqual([kinds, kinds])
  expect(wrong).toEqual([])
})

test('whoever was away for long is told that it was much, and whoever names a place that there is not, too', async () => {
  const { next } = await asked(0, 'auditor')
  await changed(...Array.from({ length: 1_001 }, (_, i) => ({ kind: 'tool', id: `tool-${i}` })))
  expect(await asked(next, 'auditor')).toMatchObject({ changes: [], missed: true, next: next + 1_001 })
  expect(await asked(next + 2, 'auditor')).toMatchObject({ missed: false })
  expect(await asked(next + 5_000, 'auditor')).toMatchObject({ changes: [], missed: true, next: next + 1_001 })
})

describe('a stream', () => {
  const open: Listening[] = []
  const listen = async (caller: string, headers: Record<string, string> = {}): Promise<Listening> => {
    // A place is free once the server has noticed that whoever had it is gone.
    for (let tries = 0; ; tries += 1) {
      const listening = await listenAt(address, stage.credentialOf(caller), headers)
      if (!listening.refused) {
        open.push(listening)
        return listening
      }
      if (tries > 100) throw new Error(listening.refused.code)
    }
  }
  const hangUp = async () => {
    for (const each of open.splice(0)) {
      each.close()
      await each.ended
    }
  }

  test('tells each listener what they may see, and goes on where one lost it', async () => {
    const [owner, other] = [await listen('owner'), await listen('other lead')]
    expect(owner.response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(owner.response.headers.get('content-security-policy')).toContain("default-src 'none'")
    await changed({ kind: 'solution', id: 'solution', version: 7 })
    const told = await owner.next()
    expect(told).toMatchObject({
      changes: [{ topic: 'solution', id: expect.stringMatching(/^SOL-/) as string, version: 7 }],
      missed: false,
    })
    await changed({ kind: 'unit', id: 'unit' })
    expect((await other.next()).changes).toEqual([{ topic: 'unit', id: 'unit', version: 2 }])
    expect((await owner.next()).changes).toEqual([{ topic: 'unit', id: 'unit', version: 2 }])
    await hangUp()
    await changed({ kind: 'unit', id: 'other-unit' })
    const again = await listen('owner', { 'last-event-id': told.id })
    expect((await again.next()).changes.map(({ id }) => id).toSorted()).toEqual(['other-unit', 'unit'])
    await hangUp()
  })

  test('says how far it is while nothing happens, so that nobody in between takes the connection for dead', async () => {
    const quiet = await listen('auditor')
    const { next } = await asked(0, 'auditor')
    expect(await quiet.place()).toBe(String(next))
    expect(await quiet.place()).toBe(String(next))
    await hangUp()
  })

  test('has its bounds, for one person and for all', async () => {
    await listen('owner')
    await listen('owner')
    const third = await listenAt(address, stage.credentialOf('owner'))
    expect({ status: third.response.status, ...third.refused }).toMatchObject({ status: 429, code: 'too-many-listeners' })
    expect(third.refused?.remedy).toContain('Close some')
    await listen('auditor')
    await listen('legal')
    const fifth = await listenAt(address, stage.credentialOf('lead'))
    expect({ status: fifth.response.status, ...fifth.refused }).toMatchObject({ status: 503, code: 'listeners-full' })
    await hangUp()
    await listen('lead')
    await hangUp()
  })

  test('ends with the sign-in, and with its person’s being let in', async () => {
    const { run, program } = stage.guildhall
    const [colleague, legal] = [await listen('colleague'), await listen('legal')]
    await run(program.signIn.endSession, {}, stage.credentialOf('colleague'))
    await colleague.ended
    await stage.db.updateTable('person').set({ state: 'suspended' }).where('id', '=', 'legal').execute()
    await changed({ kind: 'person', id: 'legal' })
    await legal.ended
    for (const caller of ['colleague', 'legal'])
      expect((await listenAt(address, stage.credentialOf(caller))).refused?.code).toBe('session-ended')
    await hangUp()
  })

  test('cuts off whoever does not read what they are told', async () => {
    let told = 0
    const much = {
      ...stage.guildhall.program.listChanges,
      run: () =>
        Promise.resolve({ changes: [{ topic: 'unit' as const, id: 'x'.repeat(1_000_000) }], next: (told += 1), missed: false, as: 'one' }),
    }
    const { port, close } = await aside(much, () => told + 1)
    const socket = connect(port, '127.0.0.1')
    const gone = new Promise(resolve => socket.once('close', resolve))
    const credential = stage.credentialOf('auditor')
    socket.write(
      `GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: guildhall-session=${'secret' in credential ? credential.secret : ''}\r\n\r\n`,
    )
    await new Promise(resolve => socket.once('data', resolve))
    socket.pause()
    // Nobody is asked about any more once the only listener is gone.
    for (let before = -1; before !== told; await new Promise(resolve => setTimeout(resolve, 100))) before = told
    expect(told).toBeLessThan(100)
    socket.resume()
    await gone
    await close()
  })

  test('ends when the server does', async () => {
    const { port, close } = await aside(stage.guildhall.program.listChanges, () => 0)
    const listening = await listenAt(`http://127.0.0.1:${port}`, stage.credentialOf('auditor'))
    if (listening.refused) throw new Error(listening.refused.code)
    await close()
    await listening.ended
  })
})
