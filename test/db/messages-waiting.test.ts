import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { MessagesWorld } from './messages-world.ts'
import { keeper, openMessages } from './messages-world.ts'

let world: MessagesWorld
beforeAll(async () => {
  world = await openMessages('2026-11-23T10:00:00Z')
})
afterAll(() => world.remove())
beforeEach(() => world.forget())

const waiting = async (person: string): Promise<number> => (await world.ask<{ toActOn: number }>('show-me', {}, person)).toActOn
const read = (person: string) => world.ask('read-messages', { until: world.clock.now().toString() }, person)

test('who comes in sees how much waits for them, and only for them, until it is settled', async () => {
  const { id, version } = await world.offer('jonas-weber')
  await read('jonas-weber')
  expect([await waiting('jonas-weber'), await waiting('luca-ferri')]).toEqual([1, 0])
  await world.ask('withdraw-handover', { offer: id, version }, 'priya-raman')
  expect(await waiting('jonas-weber')).toBe(0)
})

test('what nothing can settle waits until it is read', async () => {
  await world.settings()
  await world.ask('send-test-message', { requestId: crypto.randomUUID() }, keeper)
  expect(await waiting(keeper)).toBe(1)
  await read(keeper)
  expect(await waiting(keeper)).toBe(0)
})
