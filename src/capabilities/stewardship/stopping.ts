import type { Entry } from '#src/ledger/index.ts'
import type { Db } from '../operation.ts'
import type { SolutionRow } from '../registry/index.ts'
import { expectPossible, stateOf, stepOf, updateSolution } from '../registry/index.ts'
import { solutionResumed, solutionStopped } from './entries.ts'

interface Writing {
  db: Db
  now: Temporal.Instant
  record(entry: Entry): void
}

/** Stops a solution that the caller holds. @throws Refusal `wrong-state` where it does not run */
export const stop = async (
  { db, now, record }: Writing,
  solution: SolutionRow,
  { because, ...who }: { by: string; human: string; because: string; rule?: string },
): Promise<SolutionRow> => {
  expectPossible('stop', stateOf(solution))
  const stopped = { ...who, at: now.toString(), because }
  const row = await updateSolution(db, solution.id, { state: 'suspended', stopped }, now)
  record(solutionStopped({ ...stepOf(row, solution.state, row.runningId), personal: { because } }))
  return row
}

/** Ends the stop of a solution that the caller holds; whether two people said so is for the caller to know. */
export const letRun = async ({ db, now, record }: Writing, solution: SolutionRow): Promise<SolutionRow> => {
  const row = await updateSolution(db, solution.id, { state: 'active', stopped: null }, now)
  record(solutionResumed({ ...stepOf(row, solution.state, row.runningId), personal: {} }))
  return row
}
