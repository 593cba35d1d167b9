import type { Actor } from '#src/kernel/actor.ts'
import type { Db } from '#src/store/index.ts'
import type { Charters } from '../charter/index.ts'
import type { ReadFile } from './artifact-file.ts'
import { factsToDecide } from './decide-facts.ts'
import { editSolution } from './edit-solution.ts'
import { registryEntries } from './entries.ts'
import { exportSolutions } from './export-solutions.ts'
import { goLive } from './go-live.ts'
import { declarations, inspections, referrals, rulings, savedViews, solutions } from './governed.ts'
import { inspectSolution } from './inspect-solution.ts'
import { listMySolutions } from './list-my-solutions.ts'
import { listSolutions } from './list-solutions.ts'
import { ideaForYou, outcomeOfReview } from './messages.ts'
import type { KeptBeside } from './page-of-solution.ts'
import { maySee } from './permissions.ts'
import { previewEdit } from './preview-edit.ts'
import { previewInspection } from './preview-inspection.ts'
import { recommendSolution } from './recommend-solution.ts'
import { registerSolution } from './register-solution.ts'
import { removeInspection } from './remove-inspection.ts'
import { solutionReviewKind } from './review-kind.ts'
import { ruleOnFact } from './rule-on-fact.ts'
import { listViews, removeView, saveView } from './saved-views.ts'
import { showSolution } from './show-solution.ts'
import { showSolutionDates } from './show-solution-dates.ts'
import { similarSolutions } from './similar-solutions.ts'
import { keyOf, numberOf } from './solution.ts'
import { partiesOf, solutionsByNumber } from './store.ts'
import { submitSolution } from './submit-solution.ts'
import { withdrawSubmission } from './withdraw-submission.ts'

/** For capabilities about solutions: the row, held or looked at, what it may do now, and how it is shown and recorded. */
export { addAuthors } from './author-store.ts'
export { blockerView, note, personRef, solutionKey, solutionSummary } from './contract.ts'
export { decideTold, together as factsTogether } from './decide-facts.ts'
export { declarationById, declarationsBeside, updateDeclaration } from './declaration-store.ts'
export { referrals, solutions } from './governed.ts'
export { referralOf } from './referral-store.ts'
export type { ReferralRow } from './referral-store.ts'
export { decideOffer, insertOffer, offerById, offersTo, openOffers } from './handover-store.ts'
export type { HandoverRow } from './handover-store.ts'
export { openLane } from './lane-of-declaration.ts'
export { expectPossible, stateOf } from './lifecycle.ts'
export { isActive } from './owner-store.ts'
export { answersForIt, namesMakers, offersIt, seesIt, speaksForIt, stopsIt, takesBack, unknownSolution } from './permissions.ts'
export { personIn, summaryOf } from './present.ts'
export { ruledFacts, rulingsOf } from './ruling-store.ts'
export { declarationNow, stepOf } from './said.ts'
export { keyOf, numberOf, wantedBy } from './solution.ts'
export { materialDigest } from './material.ts'
export { stepEntry } from './step-data.ts'
export { stopKeyOf, stopNumberOf } from './stop-rules.ts'
export type { StopTarget } from './stop-rules.ts'
export { coveredBy, expectNotStopped, nothingStarts, stoppedAmong, stoppedTools, stopsOfTool, stopsOver } from './stop-store.ts'
export type { StopRow } from './stop-store.ts'
export { standsBeforeLive } from './ready-to-go-live.ts'
export type { SolutionRow } from './store.ts'
export { lockSolution, lockSolutionById, solutionById, solutionByNumber, solutionsNamed, updateSolution } from './store.ts'
export { aboutSolution, whoAnswers } from './told.ts'
export { daysFrom, isOver, validUntil } from './validity.ts'

export { lifecycle, states, stateTexts, stepsFrom } from './lifecycle.ts'
export { demoSolutions, harmless } from './demo-solutions.ts'
export type { DemoStep } from './demo-solutions.ts'
export { authorsOf } from './author-store.ts'
export { solutionsOf, within as solutionsWithin } from './list-store.ts'
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

/** The registry: every solution with its owner, its declarations, and its way through the lanes. */
export const registryCapability = (charters: Charters, readFile: ReadFile, beside: KeptBeside, address: string | null) => {
  const kind = solutionReviewKind(charters)
  return {
    operations: [
      registerSolution(charters),
      previewEdit(charters),
      editSolution(charters),
      previewInspection(charters, readFile),
      inspectSolution(charters, readFile),
      removeInspection(charters),
      submitSolution(charters),
      withdrawSubmission,
      ruleOnFact(charters, kind),
      goLive(charters),
      listSolutions,
      listMySolutions(charters),
      exportSolutions,
      showSolution(charters, beside),
      showSolutionDates({ charters, beside, address }),
      similarSolutions,
      recommendSolution,
      listViews,
      saveView,
      removeView,
    ],
    reviewKind: kind,
    messages: [...Object.values(outcomeOfReview), ideaForYou],
    governed: [solutions, declarations, inspections, rulings, referrals, savedViews],
    entries: registryEntries,
  }
}
