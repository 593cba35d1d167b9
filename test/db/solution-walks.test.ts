import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { mulberry32 } from '#src/engines/planning/numbers/random.ts'
import { shippedCharter } from '#src/shipped-charter.ts'
import { edited, valuesOf } from '../charter/edits.ts'
import { reviewSteps } from './solution-steps.ts'
import type { Walk } from './solution-walk.ts'
import type { Solutions } from './solutions-world.ts'
import { openSolutions } from './solutions-world.ts'
import { stewardSteps, stopSteps } from './steward-steps.ts'
import { watching } from './walk-invariants.ts'

/*
 * Random people do random things to random solutions, most of which they may not or cannot. Whatever is answered, what must
 * hold holds after every step.
 */
const STEPS = Number(process.env['GUILDHALL_WALK_STEPS'] ?? 600)
const SEEDS = (process.env['GUILDHALL_WALK_SEEDS'] ?? (inject('engine') === 'pg' ? '1,2,3' : '3')).split(',').map(Number)
/** Walks follow each other in one company. */
const acted = new Set<string>()
/** Most of what happens is on the way to something that runs. */
const steps = [...reviewSteps, ...reviewSteps, ...stewardSteps, ...stopSteps]

let world: Solutions
beforeAll(async () => {
  world = await openSolutions()
  // Second looks are rare by the charter that is shipped; here most approvals get one.
  const documents = edited(valuesOf((await shippedCharter()).documents), 'walks', before => ({
    ...before,
    'audit.yaml': { ...before['audit.yaml'], secondLook: { ...before['audit.yaml'].secondLook, tier1Percent: 50, tier2Percent: 50 } },
  }))
  const proposal = { documents, note: 'For more second looks.' }
  const { id, version, digest } = await world.ask<{ id: string; version: number; digest: string }>(
    'propose-charter',
    proposal,
    'amelia-hart',
  )
  await world.ask('adopt-proposal', { proposal: id, version, digest }, 'mei-lin-chou')
})
afterAll(() => world.remove())

test.each(SEEDS)(
  'walk %i of random people over solutions, reviews, handovers and stops keeps every invariant',
  { timeout: 600_000 },
  async seed => {
    const random = mulberry32(seed)
    const pick = <T>(list: readonly T[]): T => {
      const found = list[Math.floor(random() * list.length)]
      if (found === undefined) throw new Error('There is nothing to pick from.')
      return found
    }
    const walk: Walk = { world, random, pick, solutions: [] }
    const faults = watching(world, acted)
    const done = new Map<string, { yes: number; no: number }>()
    for (let n = 0; n < STEPS; n += 1) {
      const { name, step } = pick(steps)
      const counted = done.get(name) ?? { yes: 0, no: 0 }
      done.set(name, counted)
      // At one and the same moment nobody could tell whether somebody signed before or after they had a hand in it.
      world.clock.move({ seconds: 1 })
      const answer = await step(walk)
      counted[answer] += 1
      // A refusal leaves everything as it was; what breaks later is seen after the next yes.
      if (answer === 'no' && n < STEPS - 1) continue
      expect(await faults(), `after ${name} (step ${n} of walk ${seed})`).toEqual([])
    }
    console.log([...done].map(([name, { yes, no }]) => `${name} ${yes}/${yes + no}`).join(', '))
    // A walk on which nothing succeeds proves nothing.
    const idle = [...done].filter(([, { yes }]) => yes === 0).map(([name]) => name)
    await world.sequencer.settled()
    const { output } = await world.run(world.program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
    expect(output).toMatchObject({ ok: true, faults: [] })
    expect(idle.length, `never succeeded: ${idle.join(', ')}`).toBeLessThanOrEqual(done.size / 2)
  },
)
