import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Calls } from '#src/capabilities/endpoints/outgoing.ts'
import type { Installation } from '#src/installation.ts'
import { openDemo } from '../../harness.ts'
import { openEndpoints } from '../endpoints-world.ts'
import { forTeam } from '../solutions-world.ts'

/* Two replicas on one PostgreSQL, which both do the same work whenever they can, and one that dies with events in its hand. */
let world: Awaited<ReturnType<typeof openEndpoints>>
let second: Installation
beforeAll(async () => {
  world = await openEndpoints()
  second = await openDemo(world.config.store, world.config.keys, world.clock)
})
afterAll(async () => {
  await second.close()
  await world.close()
})
afterEach(() => world.forget())

const ids = (): ReadonlySet<unknown> => new Set(world.receiver.got.map(({ headers }) => headers['webhook-id']))

test('two replicas at once send each event once', async () => {
  const { endpoint } = await world.add()
  for (let count = 0; count < 8; count += 1) await world.register(forTeam)
  const { exit } = world.receiver
  await Promise.all([world.db, second.store.db, world.db, second.store.db].map(db => world.round(exit, db)))
  const sent = await world.sent(endpoint.id)
  expect(sent.length).toBeGreaterThan(8)
  expect(sent.every(({ state, tries }) => state === 'sent' && tries === 1)).toBe(true)
  expect(world.receiver.got).toHaveLength(sent.length)
  expect(ids()).toEqual(new Set(sent.map(({ id }) => id)))
})

test('what one died over is sent by the other after the lease, under the same ids; the dead one writes nothing late', async () => {
  const { endpoint } = await world.add()
  await world.register(forTeam)
  const dies = Promise.withResolvers<never>()
  const stuck: Calls = { request: () => dies.promise, connect: () => dies.promise }
  const dead = world.round(stuck).catch(() => undefined)
  await expect.poll(() => world.db.selectFrom('endpointDelivery').select('id').where('holder', 'is not', null).execute()).not.toEqual([])
  await world.round(world.receiver.exit, second.store.db)
  expect(world.receiver.got).toEqual([])
  world.move({ minutes: 11 })
  await world.round(world.receiver.exit, second.store.db)
  const sent = await world.sent(endpoint.id)
  expect(world.receiver.got).toHaveLength(sent.length)
  expect(ids()).toEqual(new Set(sent.map(({ id }) => id)))
  dies.reject(new Error('It is dead.'))
  await dead
  expect((await world.sent(endpoint.id)).every(({ state }) => state === 'sent')).toBe(true)
})
