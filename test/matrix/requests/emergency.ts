import { newId } from '#src/kernel/ids.ts'
import type { Asking } from '../../../scripts/generate/matrix/index.ts'
import { ago, fresh } from '../stage.ts'
import type { StageRequests } from './request.ts'

const idOf = ({ id }: Pick<Asking, 'id'>) => `emergency of ${id}`

/** Emergencies that are over, so that none of them gives anybody a role. */
export const emergencyRequests: StageRequests = async (db, everybody) => {
  await db
    .insertInto('emergency')
    .values(
      [{ id: 'proposer', human: 'proposer' }, ...everybody].map(({ id, human }) => ({
        ...fresh(),
        id: idOf({ id }),
        personId: id,
        human,
        role: 'legal',
        reason: 'For the matrix.',
        openedAt: ago({ hours: 9 }),
        endsAt: ago({ hours: 6 }),
        endedAt: ago({ hours: 7 }),
        reviewedBy: null,
        reviewedByHuman: null,
        reviewedAt: null,
        review: null,
      })),
    )
    .execute()
  const emergencies = {
    'an emergency of somebody else': { emergency: idOf({ id: 'proposer' }) },
    'an emergency of one’s own': (asking: Asking) => ({ emergency: idOf(asking) }),
    'no such emergency': { emergency: newId() },
  }
  return { 'end-emergency': emergencies, 'review-emergency': emergencies }
}
