import type { Charter } from '#src/engines/charter/index.ts'
import type { Decided as Outcome, Writing } from '../review/index.ts'
import { afterAppeal } from './after-appeal.ts'
import { solutionRejected, solutionReturned } from './entries.ts'
import { approve } from './approve.ts'
import type { Decided } from './decide-facts.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { declarationById, updateDeclaration } from './declaration-store.ts'
import { openLane } from './lane-of-declaration.ts'
import { beside, decidedAs } from './newest.ts'
import { humanOf } from './owner-store.ts'
import * as said from './said.ts'
import type { SolutionRow } from './store.ts'
import { solutionById, updateSolution } from './store.ts'
import { tellOutcome } from './told.ts'

/** A review that is decided, with what it was about as it is locked and decided now. */
export interface Ended {
  writing: Writing
  charter: Charter
  solution: SolutionRow
  declaration: DeclarationRow
  decided: Decided
  review: Outcome['review']
}

/**
 * What follows from a review that is decided, in its transaction. Its yes counts for exactly the content whose digest it names;
 * anything else is a bug that rolls it back.
 */
export const afterReview = async (
  writing: Writing,
  charter: Charter,
  { review, outcome }: Outcome,
  decide: (declaration: DeclarationRow) => Promise<Decided>,
): Promise<void> => {
  if (review.purpose === 'second-look') return
  const solution = await solutionById(writing.db, review.subject)
  const declaration = await declarationById(writing.db, review.matter)
  if (!solution || declaration?.materialDigest !== review.digest || solution.draftId !== declaration.id)
    throw new Error(`Review ${review.key} decided about content that is not there any more.`)
  const ended = { writing, charter, solution, declaration, decided: await decide(declaration), review }
  if (review.purpose === 'appeal') return afterAppeal(ended, outcome)
  switch (outcome) {
    case 'returned':
      return stepTo(ended, 'changes-requested')
    case 'rejected':
      return stepTo(ended, 'refused')
    case 'approved':
    case 'approved-with-conditions':
      return afterYes(ended)
  }
}

/** A clarification that ended in a tier beyond one reviewer's goes on into that tier's lane. */
const afterYes = async ({ writing, charter, solution, declaration, decided, review }: Ended): Promise<void> => {
  const { db, record } = writing
  const by = { id: review.submittedBy, human: await humanOf(db, review.submittedBy) }
  const current = await updateDeclaration(db, declaration.id, decidedAs(decided))
  record(said.declarationNow(current))
  if (review.purpose === 'clarify' && decided.tier > 2)
    await openLane(writing, charter, solution, current, { purpose: 'full', by, note: null })
  else await approve(writing, charter, solution, current, { how: 'review', review: review.id, by })
}

const stepTo = async ({ writing, solution, declaration, review }: Ended, state: 'changes-requested' | 'refused'): Promise<void> => {
  const { db, now, record } = writing
  const next = await updateDeclaration(db, declaration.id, { state, reviewId: review.id })
  record(said.declarationNow(next))
  const row = await updateSolution(db, solution.id, beside(solution, next), now)
  record((state === 'refused' ? solutionRejected : solutionReturned)({ ...said.stepOf(row, solution.state, next.id), personal: {} }))
  tellOutcome(writing, state, row, review.submittedBy)
}
