import type { Actor } from '#src/kernel/actor.ts'
import type { Db } from '#src/store/index.ts'
import type { Charters } from '../charter/index.ts'
import { factsToDecide } from './decide-facts.ts'
import { editSolution } from './edit-solution.ts'
import { solutionEdited, solutionRegistered } from './entries.ts'
import { exportSolutions } from './export-solutions.ts'
import { solutions } from './governed.ts'
import { listSolutions } from './list-solutions.ts'
import { maySee } from './permissions.ts'
import { registerSolution } from './register-solution.ts'
import { showSolution } from './show-solution.ts'
import { keyOf, numberOf } from './solution.ts'
import { partiesOf, solutionsByNumber } from './store.ts'

export { demoSolutions } from './demo-solutions.ts'
export { humansBehind } from './behind.ts'
export { seesIt, speaksForIt, unknownSolution } from './permissions.ts'
export { lockSolution, within as solutionsWithin } from './store.ts'
export type { SolutionRow } from './store.ts'
export { keyOf as solutionKeyOf, numberOf as solutionNumberOf } from './solution.ts'
export { solutionKey } from './contract.ts'
export { usersOfTool } from './using-tool.ts'

/** Whether an actor may see the solution with this id; for what other capabilities keep about solutions. */
export const maySeeById = async (db: Db, id: string): Promise<(actor: Actor) => boolean> => {
  const parties = await partiesOf(db, id)
  return actor => parties !== undefined && maySee(actor, parties)
}

/** Solutions in the order of their keys, from behind `after`, with what a charter decides about them by. */
export const solutionsAfter = async (db: Db, after: string | undefined, limit: number) => {
  const rows = await solutionsByNumber(db, after === undefined ? 0 : numberOf(after), limit)
  return rows.map(({ number, name, facts }) => ({ id: keyOf(number), name, facts: factsToDecide(facts) }))
}

/** The registry: every solution with its owner, its declared facts and what the charter decided about them. */
export const registryCapability = (charters: Charters) => ({
  operations: [registerSolution(charters), editSolution(charters), listSolutions, exportSolutions, showSolution],
  governed: [solutions],
  entries: [solutionRegistered, solutionEdited],
})
