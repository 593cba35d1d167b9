import { afterAll, expect, test } from 'vitest'
import { openDemo } from '../../harness.ts'
import { nights } from '../effects-world.ts'
import { harmless, openSolutions } from '../solutions-world.ts'

/* Three replicas on one PostgreSQL that all act at the same moment, while people decide. */
const world = await openSolutions()
const others = [
  await openDemo(world.config.store, world.config.keys, world.clock),
  await openDemo(world.config.store, world.config.keys, world.clock),
]
afterAll(async () => {
  for (const other of others) await other.close()
  await world.remove()
})

const replicas = [world, ...others].map(replica => nights({ ...world, run: replica.run, program: replica.program }))
const acting = () => Promise.all([...replicas, ...replicas].map(replica => replica.work('act-on-findings')))
const at = nights(world)
const taken = async () => (await world.db.selectFrom('ledgerEntry').select('id').where('type', '=', 'effect-taken').execute()).length

test('what they do together is done once, and no cap is passed by two at a time', { timeout: 120_000 }, async () => {
  await world.acceptStandards('priya-raman')
  const keys: string[] = []
  for (let n = 0; n < 9; n += 1) keys.push(await world.running(harmless))
  await at.set('entry-expired', 'on', 4)
  world.move({ hours: 24 * 366 })
  await at.full()
  world.move({ hours: 24 * 31 })
  await at.full()
  await acting()
  expect(await taken()).toBe(4)
  await acting()
  expect(await taken()).toBe(4)
  expect(await world.db.selectFrom('effectNight').select(['acted', 'heldBack']).execute()).toEqual([{ acted: 4, heldBack: 5 }])
  world.move({ hours: 24 })
  // Confirmed at the same moment: either it was stopped before, or it is not stopped.
  const confirmed = keys.map(key => world.on(key, 'recertify-solution', 'priya-raman', { unchanged: true }).catch(() => undefined))
  await Promise.all([acting(), ...confirmed])
  const rows = await world.db
    .selectFrom('solution')
    .leftJoin('effect', 'effect.solutionId', 'solution.id')
    .select(['solution.state', 'solution.recertifiedAt', 'effect.actedAt', 'effect.solutionVersion', 'solution.version'])
    .execute()
  for (const { state, actedAt } of rows) expect(state === 'suspended').toBe(actedAt !== null)
  expect(rows).toHaveLength(9)
})
