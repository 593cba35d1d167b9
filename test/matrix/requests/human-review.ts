import { newId } from '#src/kernel/ids.ts'
import type { Asking } from '../../../scripts/generate/matrix/index.ts'
import { ago, ahead, fresh } from '../stage.ts'
import { ownersSolution } from './registry.ts'
import type { StageRequests } from './request.ts'

/** Content of solutions of the owner's: one that somebody else looks at, and for everybody one that they look at or submitted. */
export const humanReviewRequests: StageRequests = async (db, everybody) => {
  const content = async (solution: string, { reviewer = 'proposer', submittedBy = 'proposer' }) => {
    const id = newId()
    await db.insertInto('solution').values(ownersSolution(solution)).execute()
    await db
      .insertInto('contentStep')
      .values({
        ...fresh(),
        id: solution,
        reviewers: JSON.stringify([reviewer]),
        deadlineMinutes: 60,
        keepDays: 14,
        namedBy: 'owner',
        namedAt: ago({ hours: 1 }),
      })
      .execute()
    await db
      .insertInto('contentReview')
      .values({
        ...fresh(),
        id,
        solutionId: solution,
        kind: 'mail',
        recipient: 'customer',
        digest: 'stage',
        characters: 5,
        submittedBy,
        submittedAt: ago({ hours: 1 }),
        dueAt: ahead({ hours: 24 }),
        opened: '{}',
        state: 'open',
      })
      .execute()
    return { id }
  }
  const of = (kind: string, { id }: Pick<Asking, 'id'>) => `content ${kind} ${id}`
  const ids = new Map<string, { id: string }>()
  for (const asking of everybody) {
    ids.set(of('to look at by', asking), await content(of('to look at by', asking), { reviewer: asking.id }))
    ids.set(of('submitted by', asking), await content(of('submitted by', asking), { submittedBy: asking.id }))
  }
  const own = (kind: string) => (asking: Asking) => ids.get(of(kind, asking)) ?? { id: newId() }
  const about = {
    'content of the owner’s solution': await content('content of the owner’s', {}),
    'content that one looks at': own('to look at by'),
    'content that one submitted': own('submitted by'),
    'no such content': { id: newId() },
  }
  const { number } = await db.selectFrom('solution').select('number').where('id', '=', 'solution').executeTakeFirstOrThrow()
  const key = `SOL-${String(number).padStart(4, '0')}`
  const step = { 'the owner’s solution': { key }, 'no such solution': { key: 'SOL-999999' } }
  const decisions = [
    'show-content-review',
    'open-content-review',
    'approve-content',
    'reject-content',
    'withdraw-content',
    'show-content-receipt',
  ]
  return {
    'submit-content': { 'the owner’s solution': { solution: key }, 'no such solution': { solution: 'SOL-999999' } },
    'show-content-step': step,
    'name-content-reviewers': step,
    'make-callback-secret': step,
    'list-callbacks': step,
    'repeat-callbacks': step,
    ...Object.fromEntries(decisions.map(name => [name, about])),
  }
}
