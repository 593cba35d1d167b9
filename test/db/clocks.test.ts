import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { harmless, openSolutions } from './solutions-world.ts'
import type { Solutions } from './solutions-world.ts'
import { adoptCharter } from './findings-people.ts'

/*
 * Clocks that no sweep reads: what they allow is allowed through the last second before the limit, and over with it.
 * The first thirty days end on leap day.
 */
let world: Solutions
beforeAll(async () => {
  world = await openSolutions('2028-01-30T09:00:00Z')
})
afterAll(() => world.remove())

const to = (moment: string | Temporal.Instant) =>
  world.move(world.clock.now().until(typeof moment === 'string' ? Temporal.Instant.from(moment) : moment, { largestUnit: 'seconds' }))
const code = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work()
    return 'yes'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

describe('thirty days that end on leap day', () => {
  test('a sandbox lasts to their last second, and another can follow it then', async () => {
    const { key } = await world.register(harmless)
    const start = () => world.on<{ until: string }>(key, 'start-sandbox', 'priya-raman')
    const { until } = await start()
    expect(until).toBe('2028-02-29T09:00:00Z')
    to('2028-02-29T08:59:59Z')
    expect(await code(start)).toBe('sandbox-open')
    to('2028-02-29T09:00:00Z')
    expect(await code(start)).toBe('yes')
  })

  test('a retirement can be taken back to their last second, once', async () => {
    to('2028-01-30T10:00:00Z')
    const keys = [await world.register(harmless), await world.register(harmless)].map(({ key }) => key)
    for (const key of keys) {
      const ended = await world.on<{ undoUntil: string }>(key, 'retire-solution', 'priya-raman', { because: 'It is done.' })
      expect(ended.undoUntil).toBe('2028-02-29T10:00:00Z')
    }
    const undo = (key = '') => code(() => world.on(key, 'undo-retirement', 'priya-raman'))
    to('2028-02-29T09:59:59Z')
    expect(await undo(keys[0])).toBe('yes')
    expect(await undo(keys[0])).toBe('wrong-state')
    to('2028-02-29T10:00:00Z')
    expect(await undo(keys[1])).toBe('undo-over')
    // A clock that goes back opens again what it had not yet closed then, and nothing twice.
    to('2028-02-29T09:59:59Z')
    expect(await undo(keys[1])).toBe('yes')
  })
})

describe('a sign-in', () => {
  const seen = async (secret: Awaited<ReturnType<Solutions['as']>>) => code(() => world.run(world.program.named('show-me'), {}, secret))
  test('is good for an hour without use, and not a second longer', async () => {
    const credential = await world.as('jonas-weber')
    world.move({ hours: 1 })
    expect(await seen(credential)).toBe('yes')
    world.move({ hours: 1, seconds: 1 })
    expect(await seen(credential)).toBe('session-ended')
  })

  test('is kept by nothing that a page asks by itself while nobody is at it', async () => {
    const credential = await world.as('jonas-weber')
    const unattended = { kind: 'session', secret: 'secret' in credential ? credential.secret : '', unattended: true } as const
    world.move({ minutes: 50 })
    expect(await seen(unattended)).toBe('yes')
    world.move({ minutes: 11 })
    expect(await seen(unattended)).toBe('session-ended')
    expect(await seen(credential)).toBe('session-ended')
  })

  test('ends after twelve hours, however it is used', async () => {
    const credential = await world.as('jonas-weber')
    for (let hours = 0; hours < 11; hours += 1) {
      world.move({ hours: 1 })
      expect(await seen(credential)).toBe('yes')
    }
    world.move({ minutes: 59, seconds: 59 })
    expect(await seen(credential)).toBe('yes')
    world.move({ seconds: 1 })
    expect(await seen(credential)).toBe('session-ended')
  })
})

describe('an emergency', () => {
  test('gives its role for the hours that were asked for, and not a second longer', async () => {
    const { endsAt } = await world.ask<{ endsAt: string }>(
      'open-emergency',
      { role: 'it-security', reason: 'Nobody of IT security answers.', hours: 4 },
      'grace-mbeki',
    )
    const roles = async () => (await world.ask<{ person: { roles: string[] } }>('show-me', {}, 'grace-mbeki')).person.roles
    const limit = Temporal.Instant.from(endsAt)
    to(limit.subtract({ seconds: 1 }))
    expect(await roles()).toContain('it-security')
    to(limit)
    expect(await roles()).not.toContain('it-security')
  })
})

describe('a proposal', () => {
  test('can be adopted for fourteen days to the second', async () => {
    interface Proposal {
      id: string
      version: number
      digest: string
      expiresAt: string
    }
    const propose = () =>
      world.ask<Proposal>('propose-tool-withdrawal', { tool: 'app-builder', replacedBy: [], note: 'It ends.' }, 'daniel-okoye')
    const adopt = ({ id, version, digest }: Proposal) =>
      code(() => world.ask('adopt-proposal', { proposal: id, version, digest }, 'amelia-hart'))
    const late = await propose()
    to(late.expiresAt)
    expect(await adopt(late)).toBe('not-open')
    const intime = await propose()
    expect(Temporal.Instant.from(intime.expiresAt)).toEqual(world.clock.now().add({ hours: 14 * 24 }))
    to(Temporal.Instant.from(intime.expiresAt).subtract({ seconds: 1 }))
    expect(await adopt(intime)).toBe('yes')
  })
})

describe('an entry', () => {
  test('can’t go live from the second on at which it runs out', async () => {
    await adoptCharter(world, 'one-month', documents => ({
      ...documents,
      'scope.yaml': {
        ...documents['scope.yaml'],
        kinds: documents['scope.yaml'].kinds.map(kind => ({ ...kind, recertifyEveryMonths: 1 })),
      },
    }))
    await world.acceptStandards('priya-raman')
    to('2029-01-31T09:00:00Z')
    const keys = [await world.register(harmless), await world.register(harmless)].map(({ key }) => key)
    for (const key of keys) await world.submit(key)
    expect((await world.show(keys[0] ?? '')).expiresAt).toBe('2029-02-28T09:00:00Z')
    const live = (key = '') => code(() => world.on(key, 'go-live', 'priya-raman'))
    to('2029-02-28T08:59:59Z')
    expect(await live(keys[0])).toBe('yes')
    to('2029-02-28T09:00:00Z')
    expect(await live(keys[1])).toBe('not-ready')
  })
})
