import { afterAll, expect, test } from 'vitest'
import { openDemo } from '../harness.ts'
import { raceEditsWithApprovals } from '../races/edit-and-approve.ts'
import { openSolutions } from '../db/solutions-world.ts'

const world = await openSolutions()
const second = await openDemo(world.config.store, world.config.keys, world.clock)
afterAll(async () => {
  await second.close()
  await world.remove()
})

test('edit and approve at the same instant, a thousand times over two replicas: it never runs with what nobody approved', async () => {
  const outcomes = await raceEditsWithApprovals(world, second, 1_000)
  console.log(`1,000 races: ${outcomes.edited} edited, ${outcomes.approved} approved, ${outcomes.both} both, none ran unapproved`)
  expect(outcomes.edited + outcomes.approved).toBeGreaterThanOrEqual(1_000)
})
