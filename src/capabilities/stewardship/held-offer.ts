import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '../operation.ts'
import type { HandoverRow, SolutionRow } from '../registry/index.ts'
import { lockSolutionById, offerById } from '../registry/index.ts'

/** An offer with its solution, which is locked first, as wherever it is changed. */
export interface HeldOffer {
  version: number
  offer: HandoverRow
  solution: SolutionRow
}

export const holdOffer = async (db: Db, id: string): Promise<HeldOffer | undefined> => {
  const found = await offerById(db, id)
  const solution = found && (await lockSolutionById(db, found.solutionId))
  const offer = await offerById(db, id)
  return solution && offer ? { version: offer.version, offer, solution } : undefined
}

/** @throws Refusal `offer-over` for one that was decided. */
export const expectOffered = ({ offer: { state } }: HeldOffer): void => {
  if (state !== 'offered')
    throw refuse('conflict', 'offer-over', `This offer was ${state}.`, 'There is nothing to do; it can be offered again.', 'offer')
}
