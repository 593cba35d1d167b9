import type { Message } from '#src/kernel/message.ts'
import type { Entry } from '#src/ledger/index.ts'
import type { Db } from '../operation.ts'
import type { SolutionRow } from '../registry/index.ts'
import { aboutSolution, expectNotStopped, expectPossible, stateOf, stepOf, updateSolution, whoAnswers } from '../registry/index.ts'
import { solutionResumed, solutionStopped } from './entries.ts'
import { resumedSolution, stoppedSolution } from './messages.ts'

interface Writing {
  db: Db
  now: Temporal.Instant
  record(entry: Entry): void
  send(message: Message): void
}

interface Reason {
  by: string
  human: string
  because: string
  rule?: string
  stop?: string
}

/**
 * Stops a solution that the caller holds, and tells who answers for it; what stops many at once tells each of them once, by itself.
 * @throws Refusal `wrong-state` where it does not run
 */
export const stop = async (writing: Writing, solution: SolutionRow, reason: Reason): Promise<SolutionRow> => {
  expectPossible('stop', stateOf(solution))
  const row = await keepStopped(writing, solution, reason)
  if (reason.stop !== undefined) return row
  for (const whom of whoAnswers(row))
    writing.send(stoppedSolution({ ...whom, about: aboutSolution(row), of: row, facts: { solution: row.name, why: reason.because } }))
  return row
}

/** What does not run stays so for another reason than before. */
export const keepStopped = async (
  { db, now, record }: Pick<Writing, 'db' | 'now' | 'record'>,
  solution: SolutionRow,
  { because, ...who }: Reason,
): Promise<SolutionRow> => {
  const stopped = { ...who, at: now.toString(), because }
  const row = await updateSolution(db, solution.id, { state: 'suspended', stopped }, now)
  record(solutionStopped({ ...stepOf(row, solution.state, row.runningId), personal: { because } }))
  return row
}

/** Ends the stop of a solution that the caller holds; whether two people said so is for the caller to know. @throws Refusal `stopped` */
export const letRun = async ({ db, now, record, send }: Writing, solution: SolutionRow): Promise<SolutionRow> => {
  await expectNotStopped(db, solution, solution.facts)
  const row = await updateSolution(db, solution.id, { state: 'active', stopped: null }, now)
  record(solutionResumed({ ...stepOf(row, solution.state, row.runningId), personal: {} }))
  for (const whom of whoAnswers(row)) send(resumedSolution({ ...whom, about: aboutSolution(row), of: row, facts: { solution: row.name } }))
  return row
}
