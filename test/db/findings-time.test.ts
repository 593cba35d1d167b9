import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweeping } from './findings-world.ts'
import type { Solutions } from './solutions-world.ts'
import { harmless, openSolutions } from './solutions-world.ts'

/* What time alone brings comes once, however the clock and the sweeps go. */
let world: Solutions
let sweeps: ReturnType<typeof sweeping>
let key: string
beforeAll(async () => {
  world = await openSolutions('2027-02-28T09:00:00Z')
  sweeps = sweeping(world)
  await world.acceptStandards('priya-raman')
  key = await world.running(harmless)
  await sweeps.incremental()
})
afterAll(() => world.remove())

const expiring = async () => (await sweeps.counted('entry-expiring')).opened
const expired = () => sweeps.counted('entry-expired')

test('after 45 days switched off each effect comes once, by whichever sweep runs first', async () => {
  world.move({ hours: 24 * 300 })
  await sweeps.incremental()
  expect(await expiring()).toBe(0)
  world.move({ hours: 24 * 45 })
  await sweeps.full()
  await sweeps.incremental()
  await sweeps.incremental()
  expect(await expiring()).toBe(1)
})

test('a clock that goes back a day clears nothing, and nothing comes a second time', async () => {
  const { expiresAt } = await world.show(key)
  world.move(world.clock.now().until(Temporal.Instant.from(expiresAt ?? ''), { largestUnit: 'seconds' }))
  await sweeps.incremental()
  expect(await expired()).toEqual({ opened: 1, cleared: 0 })
  world.move({ hours: -24 })
  await sweeps.incremental()
  await sweeps.full()
  expect(await expired()).toEqual({ opened: 1, cleared: 0 })
  world.move({ hours: 25 })
  await sweeps.incremental()
  await sweeps.full()
  expect(await expired()).toEqual({ opened: 1, cleared: 0 })
  expect(await expiring()).toBe(1)
})

test('on leap day and around it nothing comes or goes by itself', async () => {
  const before = await sweeps.live()
  for (let day = 0; day < 3; day += 1) {
    world.move(world.clock.now().until(Temporal.Instant.from(`2028-02-29T00:00:00Z`).add({ hours: 24 * day }), { largestUnit: 'seconds' }))
    await sweeps.incremental()
    await sweeps.full()
  }
  expect((await sweeps.live()).filter(line => line.startsWith('entry-'))).toEqual(before.filter(line => line.startsWith('entry-')))
  expect(await expired()).toEqual({ opened: 1, cleared: 0 })
})
