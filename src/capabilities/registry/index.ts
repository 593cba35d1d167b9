import type { Charter } from '#src/engines/charter/index.ts'
import type { Actor } from '#src/kernel/actor.ts'
import type { Db } from '#src/store/index.ts'
import { editSolution } from './edit-solution.ts'
import { solutionEdited, solutionRegistered } from './entries.ts'
import { solutions } from './governed.ts'
import { listSolutions } from './list-solutions.ts'
import { maySee } from './permissions.ts'
import { registerSolution } from './register-solution.ts'
import { showSolution } from './show-solution.ts'
import { partiesOf } from './store.ts'

export { demoSolutions } from './demo-solutions.ts'

/** Whether an actor may see the solution with this id; for what other capabilities keep about solutions. */
export const maySeeById = async (db: Db, id: string): Promise<(actor: Actor) => boolean> => {
  const parties = await partiesOf(db, id)
  return actor => parties !== undefined && maySee(actor, parties)
}

/** The registry: every solution with its owner, its declared facts and what the charter decided about them. */
export const registryCapability = (charter: Charter) => ({
  operations: [registerSolution(charter), editSolution(charter), showSolution, listSolutions],
  governed: [solutions],
  entries: [solutionRegistered, solutionEdited],
})
