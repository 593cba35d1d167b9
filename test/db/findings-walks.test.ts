import { afterAll, beforeAll, expect, test } from 'vitest'
import { mulberry32 } from '#src/engines/planning/numbers/random.ts'
import { MOST_OWNED } from '#src/capabilities/findings/owner-rules.ts'
import { allRules } from '#src/capabilities/findings/rules.ts'
import { bringToolBack } from './findings-people.ts'
import { adoptAnother, findingSteps, waitUntilAnAnswerChanges } from './findings-steps.ts'
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
const STEPS = Number(process.env['GUILDHALL_WALK_STEPS'] ?? 90)

const steps = [...reviewSteps, ...stewardSteps, ...findingSteps]

/** Whoever answers for as many as anybody should. */
const loaded = 'sofia-marques'

/** A file that shows more than was declared: it writes to a customer system. */
const leads = JSON.stringify({
  name: 'Leads',
  nodes: [
    { name: 'On form', type: 'n8n-nodes-base.formTrigger', parameters: {} },
    { name: 'Customers', type: 'n8n-nodes-base.salesforce', parameters: {} },
  ],
  connections: { 'On form': { main: [[{ node: 'Customers', type: 'main', index: 0 }]] } },
})

let world: Solutions
beforeAll(async () => {
  world = await openSolutions()
  await world.acceptStandards(loaded)
  for (let n = 0; n < MOST_OWNED; n += 1) await world.running(harmless, loaded)
  // The shipped charter forbids this nine days after the walks begin.
  await world.register({ ...forTeam, regulatedUses: ['eu-art5-ba'] })
  const { key } = await world.register(forTeam)
  await world.on(key, 'inspect-solution', 'priya-raman', { file: { name: 'leads.json', content: Buffer.from(leads).toString('base64') } })
  await lookAtChanges()
  // Little is left of a promise only for a while, which random days may all miss.
  const { key: promised } = await world.register(forTeam)
  const { review } = await world.submit(promised)
  if (!review) throw new Error(`${promised} has no review to be late with.`)
  world.move(world.clock.now().until(Temporal.Instant.from(review.promisedBy).subtract({ minutes: 1 })))
  await lookAtChanges()
})
afterAll(() => world.remove())

/** Which rules have found something, over all walks. */
const found = new Set<string>()
const note = async (): Promise<string[]> => {
  const live = await sweeping(world).live()
  for (const line of live) found.add(line.split(' ')[0] ?? '')
  return live
}
const lookAtChanges = async (): Promise<void> => {
  await sweeping(world).incremental()
  await note()
}
const silent = () => allRules.map(({ id }) => id).filter(id => !found.has(id))

const SEEDS = [11, 12, 13]
test.each(SEEDS)('walk %i: what was swept bit by bit is what is found at once', { timeout: 600_000 }, async seed => {
  const random = mulberry32(seed)
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)]
    if (found === undefined) throw new Error('There is nothing to pick from.')
    return found
  }
  const walk: Walk = { world, random, pick, solutions: [] }
  const sweeps = sweeping(world)
  for (const person of ['priya-raman', loaded]) {
    await comeOrGo(person, 'resume-person')
    await tried(() => world.acceptStandards(person))
  }
  await tried(() => bringToolBack(world, 'app-builder'))
  for (const idea of [harmless, forTeam, controlled, { ...forTeam, kind: 'app', tools: ['app-builder'] }])
    walk.solutions.push(await world.running(idea))
  walk.solutions.push(await world.running(harmless, loaded))
  await adoptAnother(world)
  let compared = 0
  // The last walk goes on until every rule has found something: what was never found was never compared.
  for (let n = 0; n < STEPS || (seed === SEEDS.at(-1) && silent().length > 0 && n < 8 * STEPS); n += 1) {
    const { step } = pick(steps)
    await step(walk)
    if (random() < 0.1) world.move({ hours: pick([24, 24 * 7, 24 * 25, 24 * 80]) })
    if (random() < 0.1) await comeOrGo(pick(['priya-raman', 'jonas-weber', loaded]), pick(['suspend-person', 'resume-person']))
    if (step !== waitUntilAnAnswerChanges && random() < 0.6) continue
    await sweeps.incremental()
    const live = await note()
    await sweeps.full()
    expect(await sweeps.live(), `after step ${n} of walk ${seed}`).toEqual(live)
    compared += 1
  }
  console.log(`${compared} times the same; ${found.size} of ${allRules.length} rules have found something`)
})

test('over these walks every rule found something', () => expect(silent()).toEqual([]))

const comeOrGo = (person: string, name: string): Promise<void> =>
  tried(async () => {
    const { version } = await world.ask<{ version: number }>('show-person', { person }, 'grace-mbeki')
    await world.ask(name, { person, version }, 'grace-mbeki')
  })
