import { afterAll, beforeAll, expect, test } from 'vitest'
import { mulberry32 } from '#src/engines/planning/numbers/random.ts'
import { sweeping, tried } from './findings-world.ts'
import { reviewSteps } from './solution-steps.ts'
import type { Walk } from './solution-walk.ts'
import type { Solutions } from './solutions-world.ts'
import { controlled, forTeam, harmless, openSolutions } from './solutions-world.ts'
import { stewardSteps } from './steward-steps.ts'

/*
 * Random people do random things; time passes; somebody leaves or comes back. After each sweep of what changed, a sweep over everything
 * opens, changes and clears nothing.
 */
const STEPS = Number(process.env['GUILDHALL_WALK_STEPS'] ?? 150)

const steps = [...reviewSteps, ...stewardSteps]

let world: Solutions
beforeAll(async () => {
  world = await openSolutions()
})
afterAll(() => world.remove())

test.each([11, 12, 13])('walk %i: what was swept bit by bit is what is found at once', { timeout: 600_000 }, async seed => {
  const random = mulberry32(seed)
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)]
    if (found === undefined) throw new Error('There is nothing to pick from.')
    return found
  }
  const walk: Walk = { world, random, pick, solutions: [] }
  const sweeps = sweeping(world)
  await comeOrGo('priya-raman', 'resume-person')
  await tried(() => world.acceptStandards('priya-raman'))
  for (const idea of [harmless, forTeam, controlled]) walk.solutions.push(await world.running(idea))
  const seen = new Set<string>()
  let compared = 0
  for (let n = 0; n < STEPS; n += 1) {
    await pick(steps).step(walk)
    if (random() < 0.1) world.move({ hours: pick([24, 24 * 7, 24 * 25, 24 * 80]) })
    if (random() < 0.1) await comeOrGo(pick(['priya-raman', 'jonas-weber', 'sofia-marques']), pick(['suspend-person', 'resume-person']))
    if (random() < 0.6) continue
    await sweeps.incremental()
    const live = await sweeps.live()
    for (const line of live) seen.add(line.split(' ')[0] ?? '')
    await sweeps.full()
    expect(await sweeps.live(), `after step ${n} of walk ${seed}`).toEqual(live)
    compared += 1
  }
  console.log(`${compared} times the same, with ${[...seen].sort().join(', ')}`)
  // A walk on which nothing is found proves nothing.
  expect(seen.size).toBeGreaterThan(5)
})

const comeOrGo = (person: string, name: string): Promise<void> =>
  tried(async () => {
    const { version } = await world.ask<{ version: number }>('show-person', { person }, 'grace-mbeki')
    await world.ask(name, { person, version }, 'grace-mbeki')
  })
