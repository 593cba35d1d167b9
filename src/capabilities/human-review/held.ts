import type { Db } from '../operation.ts'
import type { SolutionRow } from '../registry/index.ts'
import { solutionById } from '../registry/index.ts'
import type { ReviewRow, StepRow } from './store.ts'
import { lockReview, reviewById, stepOf } from './store.ts'

/** Content with everything that decides who may do what with it. */
export interface Held {
  review: ReviewRow
  step: StepRow
  solution: SolutionRow
}

const around = async (db: Db, review: ReviewRow | undefined): Promise<Held | undefined> => {
  const step = review && (await stepOf(db, review.solutionId))
  const solution = review && (await solutionById(db, review.solutionId))
  return review && step && solution ? { review, step, solution } : undefined
}

export const seenContent = async (db: Db, id: string): Promise<Held | undefined> => around(db, await reviewById(db, id))

/** The same, held until the transaction ends. */
export const holdContent = async (db: Db, id: string): Promise<Held | undefined> => around(db, await lockReview(db, id))
