import { newId } from '#src/kernel/ids.ts'
import type { Asking } from '../../../scripts/generate/matrix/index.ts'
import { ago, ahead, fresh } from '../stage.ts'
import { ownersSolution } from './registry.ts'
import type { StageRequests } from './request.ts'

/** Leave about the owner's solution, asked for by the owner and by everybody who will ask. */
export const waiversRequests: StageRequests = async (db, everybody) => {
  const { number } = await db.selectFrom('solution').select('number').where('id', '=', 'solution').executeTakeFirstOrThrow()
  const ask = async (id: string, solutionId: string, by: Pick<Asking, 'id' | 'human'>) => {
    const author = { solutionId, personId: 'owner', human: 'owner', how: 'made' as const, since: ago({ hours: 1 }) }
    await db
      .insertInto('solutionAuthor')
      .values(author)
      .onConflict(conflict => conflict.doNothing())
      .execute()
    await db
      .insertInto('waiver')
      .values({
        ...fresh(),
        id,
        what: 'entry-expired',
        solutionId,
        reason: 'For the matrix.',
        endsOn: ahead({ hours: 24 * 30 }).slice(0, 10),
        state: 'requested',
        requestedBy: by.id,
        requestedByHuman: by.human,
        requestedAt: ago({ hours: 1 }),
      })
      .execute()
  }
  await ask('waiver', 'solution', { id: 'owner', human: 'owner' })
  // One request about a duty of a solution is open at a time, so that everybody asks about another solution of the owner's.
  const own = ({ id }: Pick<Asking, 'id'>) => `waived for ${id}`
  for (const asking of everybody) {
    await db
      .insertInto('solution')
      .values(ownersSolution(own(asking)))
      .execute()
    await ask(own(asking), own(asking), asking)
  }
  const waivers = {
    'about the owner’s solution': { id: 'waiver' },
    'that one asked for oneself': (asking: Asking) => ({ id: own(asking) }),
    'no such waiver': { id: newId() },
  }
  return {
    'request-waiver': {
      'the owner’s solution': { solution: `SOL-${String(number).padStart(4, '0')}` },
      'no such solution': { solution: 'SOL-999999' },
    },
    'grant-waiver': waivers,
    'decline-waiver': waivers,
    'end-waiver': waivers,
  }
}
