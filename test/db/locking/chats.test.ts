import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { claimCards } from '#src/capabilities/messages/delivery-store.ts'
import type { Installation } from '#src/installation.ts'
import { openDemo } from '../../harness.ts'
import type { ChatsWorld } from '../chats-world.ts'
import { openChats } from '../chats-world.ts'

/* Two replicas on one PostgreSQL that send cards whenever they can, and one that dies with a card in its hand. */
let world: ChatsWorld
let second: Installation
const people = ['jonas-weber', 'luca-ferri', 'sofia-marques', 'hanna-lindqvist', 'daniel-okoye']
beforeAll(async () => {
  world = await openChats()
  second = await openDemo(world.config.store, world.config.keys, world.clock, undefined, world.exit)
  await world.openHosts('127.0.0.1')
  for (const person of people) await world.choose(person)
})
afterAll(async () => {
  await second.close()
  await world.remove()
})
beforeEach(() => world.forget())

/** One round of the job, as one of the replicas does it. */
const send = async ({ program, run, store }: Installation): Promise<void> => {
  const job = program.jobs.find(({ name }) => name === 'deliver-cards')
  let cursor: unknown
  do {
    const step = await job?.step({}, cursor, { run, db: store.db, now: world.clock.now() })
    cursor = step?.cursor
  } while (cursor !== undefined)
}
const states = async () => (await world.deliveries()).map(({ channel, state, tries }) => `${channel} ${state} ${tries}`)

test('two replicas at once send each card once', async () => {
  for (const person of people) for (const name of ['One', 'Two', 'Three']) await world.offer(person, 'priya-raman', name)
  await world.deliver()
  await Promise.all([world, second, world, second].map(send))
  // Whoever found a chat in another's hand left the rest of its cards to that one.
  await send(second)
  expect(new Set(await states())).toEqual(new Set(['chat sent 1']))
  for (const person of people)
    expect(new Set(world.chat(person).got.map(card => /for (One|Two|Three)/.exec(card)?.[1]))).toEqual(new Set(['One', 'Two', 'Three']))
  expect(people.map(person => world.chat(person).got.length)).toEqual([3, 3, 3, 3, 3])
  expect(world.mail.taken).toEqual([])
})

test('two replicas at the same moment take different cards, and neither waits for the other', async () => {
  for (const person of people) await world.offer(person)
  await world.deliver()
  const now = world.clock.now()
  const claim = { now, leaseUntil: now.add({ minutes: 10 }), limit: 3 }
  const taken = await world.db.transaction().execute(async db => {
    const mine = await claimCards(db, 'the first', claim)
    return [mine, await claimCards(second.store.db, 'the second', claim)]
  })
  expect(taken.map(cards => cards.length)).toEqual([3, 2])
  expect(new Set(taken.flat().map(({ id }) => id)).size).toBe(5)
})

test('a card that one died over is sent by the other after the lease; the dead one writes nothing late, and nobody’s chat counts as broken', async () => {
  const answered = Promise.withResolvers<number>()
  world.chat('jonas-weber').status = answered.promise
  for (const name of ['One', 'Two']) await world.offer('jonas-weber', 'priya-raman', name)
  await world.deliver()
  const dead = send(world)
  await expect.poll(() => world.chat('jonas-weber').got.length).toBe(1)
  world.chat('jonas-weber').status = 200
  await send(second)
  // Not even the next card: one at a time goes to each chat.
  expect(world.chat('jonas-weber').got).toHaveLength(1)
  world.move({ minutes: 11 })
  await send(second)
  expect(world.chat('jonas-weber').got).toHaveLength(3)
  answered.resolve(410)
  await dead
  expect((await states()).toSorted()).toEqual(['chat sent 1', 'chat sent 2'])
  expect((await world.preference('jonas-weber')).chat?.failingSince).toBeNull()
})
