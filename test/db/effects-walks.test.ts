import { afterAll, beforeAll, expect, test } from 'vitest'
import { mulberry32 } from '#src/engines/planning/numbers/random.ts'
import { nights } from './effects-world.ts'
import { tried } from './findings-world.ts'
import type { Walk } from './solution-walk.ts'
import type { Solutions } from './solutions-world.ts'
import { forTeam, harmless, openSolutions } from './solutions-world.ts'
import { stewardSteps } from './steward-steps.ts'
import { watching } from './walk-invariants.ts'

/*
 * Random people do random things to what runs, months pass, somebody leaves or comes back, and each rule acts at night. It never acts
 * on what its ground does not hold of at that moment, and nothing runs again but by two people.
 */
const STEPS = Number(process.env['GUILDHALL_WALK_STEPS'] ?? 150)
const nightly = stewardSteps.filter(({ name }) => name === 'a night')

const makers = ['priya-raman', 'jonas-weber']
const undoable = () => world.db.selectFrom('effect').select(['id', 'rule', 'night']).where('undoneAt', 'is', null).execute()

let world: Solutions
let at: ReturnType<typeof nights>
beforeAll(async () => {
  world = await openSolutions()
  at = nights(world)
})
afterAll(() => world.remove())

test.each([21, 22])('walk %i: rules act at night, and only where they hold', { timeout: 600_000 }, async seed => {
  const random = mulberry32(seed)
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)]
    if (found === undefined) throw new Error('There is nothing to pick from.')
    return found
  }
  const before = new Set((await world.db.selectFrom('effect').select('id').execute()).map(({ id }) => id))
  const walk: Walk = { world, random, pick, solutions: [] }
  const acted = new Set(before)
  const faults = watching(world, acted)
  for (const rule of ['entry-expired', 'owner-gone', 'condition-late', 'tool-withdrawn']) await at.set(rule, 'on')
  for (const person of makers) {
    await tried(() => at.resume(person))
    await tried(() => world.acceptStandards(person))
    for (const idea of [harmless, forTeam, harmless]) walk.solutions.push(await world.running(idea, person))
  }
  const done = new Map<string, number>()
  // A walk on which nothing is done proves nothing: it goes on until something was.
  for (let n = 0; n < STEPS || (acted.size === before.size && n < 8 * STEPS); n += 1) {
    const { name, step } = pick(random() < 0.2 ? nightly : stewardSteps)
    if ((await step(walk)) === 'yes') done.set(name, (done.get(name) ?? 0) + 1)
    // At once: what comes next may settle what was acted on.
    expect(await faults(), `after ${name} (step ${n} of walk ${seed})`).toEqual([])
    if (random() < 0.15) await tried(() => at.resume(pick(makers)))
    // Without a sweep before it: findings stand that are settled since.
    if (random() < 0.4) await at.work('act-on-findings')
    expect(await faults(), `after the acting behind ${name} (step ${n} of walk ${seed})`).toEqual([])
    if (random() < 0.2) world.move({ hours: 24 * pick([1, 10, 35, 170]) })
    if (random() < 0.06) await tried(() => at.suspend(pick(makers)))
    // What random people seldom agree upon, so that there is something to act on.
    if (random() < 0.08) await tried(async () => void walk.solutions.push(await world.running(harmless, pick(makers))))
    if (random() < 0.1) await tried(() => world.on(pick(walk.solutions), 'recertify-solution', pick(makers), { unchanged: true }))
    const [undone, night] = [await undoable(), random() < 0.3]
    if (undone.length > 0 && random() < 0.15) {
      const { id: effect, ...of } = pick(undone)
      await tried(() => (night ? at.undo('propose-undo-night', of) : at.undo('propose-undo-effect', { effect })))
    }
  }
  const rows = await world.db.selectFrom('effect').select(['rule', 'undoneAt']).execute()
  console.log([...Map.groupBy(rows, ({ rule }) => rule)].map(([rule, all]) => `${rule} ${all.length}`).join(', '))
  console.log(
    `undone ${rows.filter(({ undoneAt }) => undoneAt !== null).length}; ${[...done].map(([name, n]) => `${name} ${n}`).join(', ')}`,
  )
  expect(acted.size - before.size).toBeGreaterThan(0)
  await world.sequencer.settled()
  const { output } = await world.run(world.program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
  expect(output).toMatchObject({ ok: true, faults: [] })
})
