import { afterAll, expect, test } from 'vitest'
import { openDemo } from '../../harness.ts'
import { sweeping } from '../findings-world.ts'
import { harmless, openSolutions } from '../solutions-world.ts'

/* Three replicas on one PostgreSQL that all sweep at the same moment. */
const world = await openSolutions()
const others = [
  await openDemo(world.config.store, world.config.keys, world.clock),
  await openDemo(world.config.store, world.config.keys, world.clock),
]
afterAll(async () => {
  for (const other of others) await other.close()
  await world.remove()
})

test('what they find together is found once, by full sweeps and by sweeps of what changed', { timeout: 120_000 }, async () => {
  await world.acceptStandards('priya-raman')
  for (let n = 0; n < 5; n += 1) await world.running(harmless)
  const replicas = [world, ...others].map(replica => sweeping({ ...world, run: replica.run, program: replica.program }))
  const together = () => Promise.all(replicas.flatMap(replica => [replica.incremental(), replica.full()]))
  await together()
  const [first] = replicas
  if (!first) throw new Error('There are three replicas.')
  expect(await first.counted('charter-unsigned')).toEqual({ opened: 1, cleared: 0 })
  for (const days of [310, 50, 10]) {
    world.move({ hours: 24 * days })
    await together()
  }
  expect(await first.counted('entry-expiring')).toEqual({ opened: 5, cleared: 5 })
  expect(await first.counted('entry-expired')).toEqual({ opened: 5, cleared: 0 })
})
