import type { Actor } from '#src/kernel/actor.ts'
import type { Db } from '#src/store/index.ts'
import type { Charters } from '../charter/index.ts'
import { factsToDecide } from './decide-facts.ts'
import { editSolution } from './edit-solution.ts'
import { registryEntries } from './entries.ts'
import { exportSolutions } from './export-solutions.ts'
import { goLive } from './go-live.ts'
import { declarations, referrals, rulings, solutions } from './governed.ts'
import { listSolutions } from './list-solutions.ts'
import { maySee } from './permissions.ts'
import { previewEdit } from './preview-edit.ts'
import { registerSolution } from './register-solution.ts'
import { solutionReviewKind } from './review-kind.ts'
import { ruleOnFact } from './rule-on-fact.ts'
import { showSolution } from './show-solution.ts'
import { keyOf, numberOf } from './solution.ts'
import { partiesOf, solutionsByNumber } from './store.ts'
import { submitSolution } from './submit-solution.ts'
import { withdrawSubmission } from './withdraw-submission.ts'

export { lifecycle, states, stateTexts, stepsFrom } from './lifecycle.ts'
export { demoSolutions } from './demo-solutions.ts'

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

/** The registry: every solution with its owner, its declarations, and its way through the lanes. */
export const registryCapability = (charters: Charters) => {
  const kind = solutionReviewKind(charters)
  return {
    operations: [
      registerSolution(charters),
      previewEdit(charters),
      editSolution(charters),
      submitSolution(charters),
      withdrawSubmission,
      ruleOnFact(charters, kind),
      goLive(charters),
      listSolutions,
      exportSolutions,
      showSolution(charters),
    ],
    reviewKinds: [kind],
    governed: [solutions, declarations, rulings, referrals],
    entries: registryEntries,
  }
}
