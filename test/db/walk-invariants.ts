import { calendarOf } from '#src/engines/charter/index.ts'
import type { Broken } from '#src/simulation/fault.ts'
import { broken, nothingBefore } from '#src/simulation/invariants.ts'
import { readPicture } from '#src/simulation/picture.ts'
import { effectsHold } from './effect-invariants.ts'
import type { Solutions } from './solutions-world.ts'
import { stopsHold } from './stop-invariants.ts'

/** Looks again and again at a world in which things happen. `acted` holds what rules did before, and gets what is new. */
export const watching = (world: Solutions, acted: Set<string>): (() => Promise<Broken[]>) => {
  let before = nothingBefore
  return async () => {
    const calendar = calendarOf(await world.program.charters.inForce(world.db))
    const { faults, seen } = broken(await readPicture(world.db, world.clock.now()), calendar, before)
    before = seen
    return [...faults, ...(await effectsHold(world, acted)), ...(await stopsHold(world))]
  }
}
