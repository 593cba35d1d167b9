import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { previewReplay } from '#src/capabilities/endpoints/replay-events.ts'
import { dumpOf } from '../vault/canaries.ts'
import type { Made, Shown } from './endpoints-world.ts'
import { keeper, openEndpoints } from './endpoints-world.ts'
import { forTeam } from './solutions-world.ts'

/*
 * Events go to a real receiver over HTTPS on loopback, whose own library judges what it gets. Priya Raman builds, Oliver Stein
 * keeps the program running.
 */
let world: Awaited<ReturnType<typeof openEndpoints>>
beforeAll(async () => {
  world = await openEndpoints()
})
afterAll(() => world.close())
afterEach(() => world.forget())

const got = () => world.receiver.got.map(({ headers, body }) => ({ id: headers['webhook-id'], ...(JSON.parse(body) as Body) }))
interface Body {
  type: string
  timestamp: string
  data: { entry: number; subject: { kind: string; id: string; key: string | null; version: number }; actor: string; operation: string }
}
/** What the receiver's library says of what came, at the moment at which it came. */
const verified = (secret: string, { body, headers } = world.receiver.got.at(-1) ?? { body: '', headers: {} }): unknown => {
  vi.useFakeTimers({ now: world.clock.now().epochMilliseconds, toFake: ['Date'] })
  try {
    return new Webhook(secret).verify(body, headers)
  } catch (error) {
    return String(error)
  } finally {
    vi.useRealTimers()
  }
}
const register = () => world.register(forTeam)

describe('what happened reaches an endpoint', () => {
  test('each entry of its groups once and in order, signed as its library wants it, and nothing that anybody wrote', async () => {
    const { endpoint, secret } = await world.add()
    const { key } = await register()
    await world.round()
    const [first] = got()
    expect(first).toMatchObject({
      type: 'solution-registered',
      data: { subject: { kind: 'solution', key, version: 1 }, operation: 'register-solution', actor: 'person' },
    })
    const entries = got().map(({ data }) => data.entry)
    expect(entries).toEqual(entries.toSorted((a, b) => a - b))
    expect(new Set(entries).size).toBe(entries.length)
    for (const each of world.receiver.got) expect(verified(secret, each)).toEqual(JSON.parse(each.body))
    const everything = world.receiver.got.map(({ headers, body }) => `${JSON.stringify(headers)} ${body}`).join('\n')
    for (const planted of ['Priya', 'priya-raman', 'Claims', 'hunter2', secret]) expect(everything).not.toContain(planted)
    await world.round()
    expect(got()).toHaveLength(entries.length)
    expect(await world.shown(endpoint.id)).toMatchObject({ waiting: 0, dead: 0, lastSentAt: expect.any(String) })
  })

  test('of the groups that were chosen alone, and from when it was added', async () => {
    await register()
    await world.add({ groups: ['security', 'tools'] })
    await register()
    await world.ask('make-token', { name: 'For a test', effects: ['read'], days: 1 }, 'priya-raman')
    await world.round()
    expect(got().map(({ type }) => type)).toEqual(['endpoint-added', 'token-made'])
  })

  test('neither its address nor its secrets stand in the database, an entry or an answer', async () => {
    const { endpoint, secret } = await world.add()
    await world.round()
    const dump = await dumpOf(world.store)
    for (const planted of [secret, 'hunter2', '/services/']) expect(dump.includes(planted)).toBe(false)
    expect(JSON.stringify(await world.shown(endpoint.id))).not.toContain('hunter2')
    expect(endpoint.host).toMatch(/^hooks\.example\.com:\d+$/)
  })

  test('a private address that nobody allowed is refused by the exit, and says so', async () => {
    const { endpoint } = await world.add({ address: 'https://10.1.2.3/services/hook' })
    await register()
    await world.round()
    expect(world.receiver.got).toEqual([])
    const tried = (await world.sent(endpoint.id)).filter(({ trouble }) => trouble !== null)
    expect(tried).toMatchObject([{ state: 'failed', trouble: 'target-refused' }])
  })
})

describe('a receiver that does not take it', () => {
  test('is tried again later under the same id, not asked for each, and gets everything in the end', async () => {
    const { endpoint } = await world.add()
    await register()
    await register()
    world.receiver.answer.status = 503
    await world.round()
    expect(got()).toHaveLength(1)
    world.receiver.answer.status = 200
    await world.round()
    expect(got()).toHaveLength(1)
    world.move({ minutes: 2 })
    await world.round()
    const ids = got().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length - 1)
    expect(ids.filter(id => id === ids[0])).toHaveLength(2)
    expect((await world.sent(endpoint.id)).every(({ state }) => state === 'sent')).toBe(true)
  })

  test('is waited for as long as it asks', async () => {
    const { endpoint } = await world.add()
    Object.assign(world.receiver.answer, { status: 429, headers: { 'retry-after': '3600' } })
    await register()
    await world.round()
    world.receiver.answer.status = 200
    world.move({ minutes: 59 })
    await world.round()
    expect(got()).toHaveLength(1)
    world.move({ minutes: 2 })
    await world.round()
    expect((await world.shown(endpoint.id)).waiting).toBe(0)
  })

  test('one that says no for good loses nothing: what was given up goes out again when somebody says so', async () => {
    const { endpoint } = await world.add()
    world.receiver.answer.status = 400
    await register()
    await world.round()
    const dead = (await world.sent(endpoint.id)).filter(({ state }) => state === 'dead')
    expect(dead.length).toBeGreaterThan(1)
    expect(new Set(dead.map(({ trouble }) => trouble))).toEqual(new Set(['rejected']))
    const given = got().map(({ id }) => id)
    world.receiver.answer.status = 200
    world.receiver.got.length = 0
    const [one] = dead
    expect(await world.asking('redeliver-events', { endpoint: endpoint.id, delivery: one?.id })).toEqual({ events: 1 })
    await world.round()
    expect(got().map(({ id }) => id)).toEqual([one?.id])
    expect(await world.code(world.asking('redeliver-events', { endpoint: endpoint.id, delivery: one?.id }))).toBe('nothing-given-up')
    expect(await world.asking('redeliver-events', { endpoint: endpoint.id })).toEqual({ events: dead.length - 1 })
    await world.round()
    expect(new Set(got().map(({ id }) => id))).toEqual(new Set(given))
    expect(await world.shown(endpoint.id)).toMatchObject({ dead: 0 })
  })

  test('one that is gone is asked once a round, and gets everything once its address is mended', async () => {
    const { endpoint } = await world.add()
    world.receiver.answer.status = 410
    await register()
    await world.round()
    expect(got()).toHaveLength(1)
    const states = (await world.sent(endpoint.id)).map(({ state }) => state)
    expect(states.filter(state => state === 'failed')).toHaveLength(1)
    expect(states.filter(state => state === 'due').length).toBeGreaterThan(0)
    world.receiver.answer.status = 200
    const { name, groups, version } = await world.asking<{ name: string; groups: string[]; version: number }>('show-endpoint', {
      endpoint: endpoint.id,
    })
    const address = world.receiver.url.replace('hunter2', 'hunter3')
    await world.asking('change-endpoint', { endpoint: endpoint.id, version, name, groups, address })
    world.move({ minutes: 2 })
    await world.round()
    expect(world.receiver.got.at(-1)?.path).toBe('/services/hunter3')
    expect((await world.sent(endpoint.id)).every(({ state }) => state === 'sent')).toBe(true)
  })

  test('one that takes nothing for two days is paused, its administrators are told, and continuing brings what waited', async () => {
    const { endpoint } = await world.add()
    world.receiver.answer.status = 500
    await register()
    await world.round()
    world.move({ hours: 47 })
    await world.pauseFailing()
    expect((await world.shown(endpoint.id)).state).toBe('active')
    world.move({ hours: 2 })
    await world.pauseFailing()
    const paused = await world.shown(endpoint.id)
    expect(paused).toMatchObject({ state: 'paused', pausedBecause: 'failing' })
    const told = await world.db.selectFrom('message').selectAll().where('kind', '=', 'endpoint-failing').execute()
    expect(told.map(({ toId }) => toId)).toContain(keeper)
    expect(await world.code(world.asking('test-endpoint', { endpoint: endpoint.id }))).toBe('endpoint-paused')
    await register()
    world.receiver.answer.status = 200
    await world.round()
    world.receiver.got.length = 0
    await world.asking('continue-endpoint', { endpoint: endpoint.id, version: paused.version })
    await world.round()
    expect(got().filter(({ type }) => type === 'solution-registered')).toHaveLength(2)
  })
})

test('the job pauses what fails for two days, and forgets what is over after thirty, and an old secret once its time is over', async () => {
  const { endpoint } = await world.add({ address: 'https://10.1.2.3/services/hook' })
  const renewed = { endpoint: endpoint.id, version: endpoint.version, overlapHours: 1 }
  await world.asking('renew-endpoint-secret', renewed)
  await world.asking('test-endpoint', { endpoint: endpoint.id })
  await world.work()
  expect(await world.shown(endpoint.id)).toMatchObject({ state: 'active', failingSince: expect.any(String) })
  await world.db.updateTable('endpointDelivery').set({ state: 'dead' }).execute()
  const old = () => world.db.selectFrom('endpoint').select('sealedOldSecret').executeTakeFirstOrThrow()
  expect((await old()).sealedOldSecret).not.toBeNull()
  world.move({ hours: 47 })
  await world.work()
  expect(await world.shown(endpoint.id)).toMatchObject({ state: 'active', oldSecretUntil: null })
  expect((await old()).sealedOldSecret).toBeNull()
  world.move({ hours: 1 })
  await world.work()
  expect(await world.shown(endpoint.id)).toMatchObject({ state: 'paused', pausedBecause: 'failing' })
  world.move({ hours: 24 * 28 - 1 })
  await world.work()
  expect(await world.sent(endpoint.id)).not.toEqual([])
  world.move({ hours: 2 })
  await world.work()
  expect(await world.sent(endpoint.id)).toEqual([])
})

describe('whoever keeps it', () => {
  test('sends a test, which arrives', async () => {
    const { endpoint, secret } = await world.add({ groups: ['tools'] })
    await world.asking('test-endpoint', { endpoint: endpoint.id })
    await world.round()
    expect(got()).toMatchObject([{ type: 'endpoint-test' }])
    expect(verified(secret)).toMatchObject({ type: 'endpoint-test' })
  })

  test('changes the secret without a gap: both sign until the old one’s time is over, then the new one alone', async () => {
    const { endpoint, secret: old } = await world.add({ groups: ['tools'] })
    const about = { endpoint: endpoint.id, version: endpoint.version }
    const { secret } = await world.asking<Made>('renew-endpoint-secret', { ...about, overlapHours: 2 })
    const test = async () => {
      await world.asking('test-endpoint', { endpoint: endpoint.id })
      await world.round()
      return [old, secret].map(each => typeof verified(each) === 'object')
    }
    expect(await test()).toEqual([true, true])
    world.move({ hours: 3 })
    expect(await test()).toEqual([false, true])
    expect(await world.code(world.asking('renew-endpoint-secret', about))).toBe('changed-meanwhile')
  })

  test('has events sent once more from an entry on, as many as were shown before, under the ids that went out first', async () => {
    const { endpoint } = await world.add()
    await register()
    await world.round()
    const first = got()
    world.receiver.got.length = 0
    const [one] = first
    const from = { endpoint: endpoint.id, entry: one?.data.entry }
    expect(await world.asking('preview-replay', from)).toMatchObject({ events: first.length })
    // What was deleted here because it was old keeps its id all the same.
    await world.db.deleteFrom('endpointDelivery').execute()
    await world.asking('replay-events', from)
    await world.round()
    expect(got().map(({ id }) => id)).toEqual(first.map(({ id }) => id))
    expect(await world.code(world.asking('replay-events', { endpoint: endpoint.id, since: '2999-01-01T00:00:00Z' }))).toBe(
      'nothing-to-replay',
    )
    expect(await world.code(world.asking('replay-events', { endpoint: endpoint.id }))).toBe('replay-from-where')
  })

  test('has them sent from a moment on, which is the company’s where no offset says another', async () => {
    world.move({ hours: 1 })
    const { endpoint } = await world.add()
    await register()
    await world.round()
    const inBerlin = previewReplay(() => Promise.resolve({ timeZone: 'Europe/Berlin' }))
    const preview = async (since: string) => {
      const { output } = await world.run(inBerlin, { endpoint: endpoint.id, since }, await world.as(keeper))
      return { events: output.events, since: output.since }
    }
    const now = world.clock.now().round('minute')
    const berlin = now.toZonedDateTimeISO('Europe/Berlin')
    const local = (at: Temporal.ZonedDateTime) => at.toPlainDateTime().toString({ smallestUnit: 'minute' })
    const all = got().length
    expect(await preview(local(berlin.subtract({ minutes: 30 })))).toEqual({ events: all, since: now.subtract({ minutes: 30 }).toString() })
    expect(await preview(local(berlin.add({ minutes: 30 })))).toEqual({ events: 0, since: now.add({ minutes: 30 }).toString() })
    expect((await preview(`${local(berlin.subtract({ minutes: 30 }))}:00Z`)).events).toBe(0)
    expect(await world.code(preview('yesterday'))).toBe('invalid-input')
  })

  test('pauses, renames and removes it; two don’t share a name, and what is no address is refused', async () => {
    const { endpoint } = await world.add({ name: 'Monitoring' })
    expect(await world.code(world.add({ name: 'monitoring' }))).toBe('endpoint-name-taken')
    for (const address of ['http://hooks.example.com/x', 'https://me:secret@hooks.example.com', 'hooks.example.com', 'https://'])
      expect(await world.code(world.add({ address })), address).toBe('bad-endpoint-address')
    const paused = await world.asking<Shown>('pause-endpoint', { endpoint: endpoint.id, version: 1 })
    expect(paused).toMatchObject({ state: 'paused', pausedBecause: 'person', version: 2 })
    await world.asking('change-endpoint', { endpoint: endpoint.id, version: 2, name: 'Elsewhere', groups: ['tools', 'tools'] })
    expect(await world.shown(endpoint.id)).toMatchObject({ name: 'Elsewhere', groups: ['tools'] })
    await world.asking('remove-endpoint', { endpoint: endpoint.id, version: 3 })
    expect(await world.code(world.shown(endpoint.id))).toBe('no-such-endpoint')
  })
})

test('every endpoint that there is or was is what the ledger says of it', async () => {
  await world.add()
  const { endpoint } = await world.add()
  await world.asking('renew-endpoint-secret', { endpoint: endpoint.id, version: endpoint.version, overlapHours: 1 })
  world.move({ hours: 2 })
  await world.work()
  const { output } = await world.run(world.program.ledger.verifyLedger, {}, await world.as('yusuf-demir'))
  expect(output).toMatchObject({ faults: [] })
})
