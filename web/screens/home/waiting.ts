import type { ListMySolutionsOutput, Person, Proposal } from '../../client.generated.ts'
import { useMyFindings } from '../../data/findings.ts'
import { useOpenProposals } from '../../data/proposals.ts'
import { keepsReviews, useReviews } from '../../data/reviews.ts'
import { useMySolutions } from '../../data/solutions.ts'

export type Mine = ListMySolutionsOutput['solutions'][number]

/** Whether something is asked of whoever answers for it. */
const presses = ({ next, expired, conditionsLate }: Mine): boolean => next !== null || expired || conditionsLate > 0

/** A second person is somebody else who holds one of the roles that may adopt it. */
const isForMe =
  ({ id, roles }: Person) =>
  ({ proposed, decidedBy }: Proposal): boolean =>
    proposed.by.id !== id && decidedBy.some(role => roles.includes(role))

/** What needs one person now, by where it comes from; `whole` once every part has answered or failed. */
export const useWaiting = (person: Person) => {
  const mine = useMySolutions()
  const findings = useMyFindings()
  const keeps = keepsReviews(person)
  const reviews = useReviews('mine', keeps)
  const proposals = useOpenProposals()
  const parts = [mine, findings, proposals, ...(keeps ? [reviews] : [])]
  const solutions = mine.data?.solutions ?? []
  const page = reviews.data?.pages[0]
  return {
    whole: parts.every(({ isPending }) => !isPending),
    failed: parts.find(({ error }) => error !== null),
    solutions: solutions.filter(presses),
    withReviewers: solutions.filter(solution => !presses(solution) && solution.review !== null),
    findings: findings.data?.own ?? [],
    stakes: findings.data?.reviews ?? [],
    found: findings.data?.counts,
    reviews: page?.reviews ?? [],
    counts: page?.counts,
    proposals: proposals.data?.proposals.filter(isForMe(person)) ?? [],
  }
}
