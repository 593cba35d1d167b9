import { afterAll, expect, test } from 'vitest'
import { openDemo } from '../../harness.ts'
import { raceEditsWithApprovals } from '../../races/edit-and-approve.ts'
import { openSolutions } from '../solutions-world.ts'

const world = await openSolutions()
const second = await openDemo(world.config.store, world.config.keys, world.clock)
afterAll(async () => {
  await second.close()
  await world.remove()
})

// A thousand of these are run by `npm run faults`.
test('edit and approve at the same instant over two replicas: it never runs with what nobody approved', { timeout: 120_000 }, async () => {
  const { edited, approved } = await raceEditsWithApprovals(world, second, 100)
  expect(Math.min(edited, approved)).toBeGreaterThan(0)
  expect(edited + approved).toBeGreaterThanOrEqual(100)
})
