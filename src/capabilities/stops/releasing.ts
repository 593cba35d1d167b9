import type { Charter } from '#src/engines/charter/index.ts'
import type { Blocker } from '#src/kernel/refusal.ts'
import type { Charters } from '../charter/index.ts'
import type { SolutionRow, StopRow } from '../registry/index.ts'
import { declarationsBeside, lockSolutionById, standsBeforeLive, stopKeyOf, stopsOver } from '../registry/index.ts'
import { keepStopped, letRun } from '../stewardship/index.ts'
import { endHold, openHolds } from './hold-store.ts'
import type { Writing } from './holding.ts'
import { PART, reasonOf } from './holding.ts'
import { whyKept } from './release-rules.ts'
import * as said from './said.ts'
import { moveStop } from './store.ts'

/**
 * Lets a part of what a lifted stop had suspended run again, each as far as the rules for going live let it. What another stop still
 * covers is that one’s from then on, and runs again with it.
 * @returns how many it looked at; the stop is released when there are no more.
 */
export const releasePart = async (charters: Charters, writing: Writing, stop: StopRow): Promise<number> => {
  const { db, now, record } = writing
  const charter = await charters.inForce(db)
  const part = await openHolds(db, stop, PART)
  for (const hold of part) {
    const solution = await lockSolutionById(db, hold.solutionId)
    if (!solution) throw new Error(`The solution ${hold.solutionId} of a hold is gone.`)
    const kept = await release(writing, charter, stop, solution)
    const outcome = kept.length === 0 ? 'resumed' : 'kept'
    record(said.letGo(await endHold(db, hold.id, { outcome, kept }, now), outcome))
  }
  if (part.length < PART) record(said.released(await moveStop(db, stop.id, { releasedAt: now.toString() })))
  return part.length
}

const release = async (writing: Writing, charter: Charter, stop: StopRow, solution: SolutionRow): Promise<readonly Blocker[]> => {
  const { db, now } = writing
  const { running } = await declarationsBeside(db, solution)
  const blockers = running ? await standsBeforeLive(db, charter, solution, running, now) : []
  const kept = whyKept({ stop: stopKeyOf(stop.number), solution, blockers })
  if (kept.length === 0) await letRun(writing, solution)
  else if (kept === blockers) {
    const [other] = await stopsOver(db, solution, solution.facts)
    if (other) await keepStopped(writing, solution, reasonOf(other))
  }
  return kept
}
