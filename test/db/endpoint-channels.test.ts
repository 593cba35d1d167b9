import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeAuthority, makeIdentity } from '#src/outbound/certificates.fixture.ts'
import { createExit, readExitSettings } from '#src/outbound/index.ts'
import { receiveLogs } from '#src/sending/logs.fixture.ts'
import { openEndpoints } from './endpoints-world.ts'
import { forTeam } from './solutions-world.ts'

/*
 * Security events by syslog over TLS, and cards in channels that people read: real receivers on loopback.
 */
let world: Awaited<ReturnType<typeof openEndpoints>>
beforeAll(async () => {
  world = await openEndpoints()
})
afterAll(() => world.close())
afterEach(() => world.forget())

const token = (name = 'For a test', person = 'priya-raman') => world.ask('make-token', { name, effects: ['read'], days: 1 }, person)

describe('security events reach the company’s monitoring', () => {
  test('as JSON by syslog over TLS with their severity, those alone, and all of them after it was away', async () => {
    const authority = await makeAuthority('Company CA')
    const identity = await makeIdentity({ dns: ['logs.example.com'] }, { authority })
    const first = await receiveLogs(identity)
    const exit = createExit({
      ...readExitSettings({}),
      ca: [authority.cert],
      allowed: () => [{ host: 'logs.example.com', port: first.port }],
      resolve: () => Promise.resolve(['127.0.0.1']),
    })
    await Promise.all([token('Before it'), world.asking('list-endpoints', {})])
    const { endpoint } = await world.add({ kind: 'syslog', address: `logs.example.com:${first.port}`, groups: ['security'] })
    await world.register(forTeam)
    await token('Claims of Priya')
    await world.round(exit)
    await expect.poll(() => first.got.at(-1)).toContain('token-made')
    expect(first.got.at(-1)).toMatch(/^<109>1 \S+Z \S+ guildhall - token-made - \{.*"actor":"person".*"severity":"notice"/)
    const types = first.got.map(line => line.split(' ')[5])
    expect(types.filter(type => type !== 'data-key-made')).toEqual(['endpoint-added', 'token-made'])
    expect(first.got.join('\n')).not.toMatch(/Claims|Priya|priya-raman|Endpoint \d/)
    await first.close()

    for (let count = 0; count < 3; count += 1) await token()
    await world.round(exit)
    expect(await world.shown(endpoint.id)).toMatchObject({ waiting: 3, dead: 0 })
    const again = await receiveLogs(identity, first.port)
    world.move({ minutes: 2 })
    await world.round(exit)
    await again.hasGot(3)
    expect(await world.shown(endpoint.id)).toMatchObject({ waiting: 0, dead: 0 })
    await again.close()
    await exit.close()
  })

  test('a host without a port is no address of it', async () => {
    for (const address of ['logs.example.com', 'https://logs.example.com:6514', 'logs.example.com:0'])
      expect(await world.code(world.add({ kind: 'syslog', address })), address).toBe('bad-endpoint-address')
  })
})

const bodies = () => world.receiver.got.map(({ body }) => body)

describe('a channel that people read', () => {
  test('of Teams gets a card that says what happened to what and where to look, and names nobody', async () => {
    await world.add({ kind: 'teams' })
    const { key } = await world.register(forTeam)
    await world.round()
    const [card = ''] = bodies()
    expect(JSON.parse(card)).toMatchObject({ type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] })
    expect(card).toContain('Somebody registered a solution')
    expect(card).toContain(`https://guildhall.example/solutions/${key}`)
    expect(bodies().join('\n')).not.toMatch(/Priya|priya-raman|Sorts claims/)
  })

  test('of Slack gets at most twenty an hour, then one line that says how many more there were', async () => {
    const people = ['luca-ferri', 'sofia-marques']
    for (const person of people) await token('Before it', person)
    const { endpoint } = await world.add({ kind: 'slack', groups: ['security'] })
    for (let count = 0; count < 25; count += 1) await token(`Token ${count}`, people[count % 2])
    await world.round()
    expect(bodies()).toHaveLength(20)
    world.move({ minutes: 30 })
    await world.round()
    expect(bodies()).toHaveLength(20)
    expect(await world.shown(endpoint.id)).toMatchObject({ waiting: 6 })
    world.move({ minutes: 31 })
    await world.round()
    expect(bodies()[20]).toContain('And 6 more things happened')
    expect(await world.shown(endpoint.id)).toMatchObject({ waiting: 0 })
  })
})
