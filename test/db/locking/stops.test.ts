import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Installation } from '#src/installation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { openDemo } from '../../harness.ts'
import type { Solutions } from '../solutions-world.ts'
import { harmless, openSolutions } from '../solutions-world.ts'
import { stopping } from '../stops-world.ts'

/*
 * A stop on one replica at the same instant as, on another, whatever could let run what it covers. Whichever comes first: nothing that
 * it covers runs afterwards, and nobody waits for each other in a circle.
 */
let world: Solutions
let second: Installation
let stops: ReturnType<typeof stopping>
beforeAll(async () => {
  world = await openSolutions()
  stops = stopping(world)
  second = await openDemo(world.config.store, world.config.keys, world.clock)
  await world.acceptStandards('priya-raman')
})
afterAll(async () => {
  await second.close()
  await world.remove()
})

/** Asks the other replica. */
const there = async (name: string, input: Record<string, unknown>, person: string) =>
  (await second.run(second.program.named(name), input, await world.as(person))).output

const outcome = async (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'yes',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )

const raced = async (target: string, race: (version: number) => Promise<unknown>): Promise<string> => {
  const { version } = await world.show(target)
  const [stopped, other] = await Promise.all([stops.start('tool', 'flow-builder'), outcome(race(version))])
  await stops.work()
  const { state, facts } = await world.show(target)
  expect(state === 'active' && JSON.stringify(facts['tools']).includes('flow-builder')).toBe(false)
  await stops.lift(stopped.key)
  return other
}

describe('a stop at the same instant', () => {
  test('as 20 solutions go live: each is suspended, or was refused', { timeout: 60_000 }, async () => {
    const heard = new Set<string>()
    for (let race = 0; race < 20; race += 1) {
      const { key } = await world.register(harmless)
      await world.submit(key)
      heard.add(await raced(key, version => there('go-live', { key, version }, 'priya-raman')))
    }
    expect(['yes', 'not-ready']).toEqual(expect.arrayContaining([...heard]))
  })

  test(
    'as a change that names the tool is approved beside what runs: what is stopped never comes into force',
    { timeout: 60_000 },
    async () => {
      const heard = new Set<string>()
      for (let race = 0; race < 10; race += 1) {
        const key = await world.running({ ...harmless, tools: ['public-chat'] })
        await world.edit(key, harmless)
        heard.add(await raced(key, version => there('submit-solution', { key, version, note: null }, 'priya-raman')))
      }
      expect(['yes', 'stopped']).toEqual(expect.arrayContaining([...heard]))
    },
  )

  test('as two people let a solution run again: it stays suspended, or is suspended anew', { timeout: 60_000 }, async () => {
    for (let race = 0; race < 10; race += 1) {
      const key = await world.running(harmless)
      await world.ask('stop-solution', { key, because: 'Wrong.' }, 'priya-raman')
      const { id, version, digest } = await world.ask<{ id: string; version: number; digest: string }>(
        'propose-resumption',
        { key, note: 'Mended.' },
        'daniel-okoye',
      )
      const other = await raced(key, () => there('adopt-proposal', { proposal: id, version, digest }, 'luca-ferri'))
      expect(['yes', 'stopped']).toContain(other)
    }
  })

  test('as the same stop on another replica: there is one', { timeout: 60_000 }, async () => {
    for (let race = 0; race < 5; race += 1) {
      const because = { kind: 'tool', target: 'flow-builder', because: 'It leaks.', requestId: `other-replica-${race}` }
      const both = await Promise.all([outcome(stops.start('tool', 'flow-builder')), outcome(there('start-stop', because, 'ines-cardoso'))])
      expect(both.toSorted()).toEqual(['stopped-already', 'yes'])
      const { number } = await world.db.selectFrom('stop').select('number').where('liftedAt', 'is', null).executeTakeFirstOrThrow()
      await stops.lift(`STOP-${String(number).padStart(4, '0')}`)
    }
  })
})
