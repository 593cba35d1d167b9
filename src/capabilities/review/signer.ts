import { Refusal } from '#src/kernel/refusal.ts'
import type { Blocker } from '#src/kernel/refusal.ts'
import { calledOffice, rolesGiven } from './role.ts'

/** Everything that decides whether somebody may sign a review off. Values only: nothing is read here. */
export interface Candidacy {
  candidate: { human: string; state: 'active' | 'suspended' | 'left'; roles: readonly string[] }
  /** The role of the sign-off; null where any of the open ones will do. */
  role: string | null
  /** The human beings behind the subject: makers, owners, whoever submitted or changed it, and the leads of its unit. */
  authors: readonly string[]
  review: { submittedByHuman: string; excluded: readonly string[] }
  signOffs: readonly { role: string; state: string; decidedByHuman: string | null }[]
}

/** @returns everything that stands in the way of somebody's sign-off; empty where nothing does. */
export const whyNotSigner = ({ candidate, role, authors, review, signOffs }: Candidacy): Blocker[] => {
  const others = 'Leave it to somebody who had nothing to do with it.'
  const given = rolesGiven(candidate.roles)
  const open = signOffs.filter(each => each.state === 'open').map(each => each.role)
  const wanted = role === null ? open : [role]
  const blockers: (Blocker | false)[] = [
    candidate.state !== 'active' && { reason: 'Your account is not active.', remedy: others },
    !wanted.some(each => given.includes(each)) && {
      reason: `This takes the sign-off of ${wanted.map(calledOffice).join(' or ') || 'nobody any more'}, which your roles don’t give.`,
      remedy: 'Leave it to whoever holds that office.',
    },
    (authors.includes(candidate.human) || review.submittedByHuman === candidate.human) && {
      reason: 'Nobody signs off what they made, own, submitted, changed or lead, through another account neither.',
      remedy: others,
    },
    review.excluded.includes(candidate.human) && {
      reason: 'You decided about it before; now it takes another pair of eyes.',
      remedy: others,
    },
    signOffs.some(each => each.state !== 'fallen' && each.state !== 'open' && each.decidedByHuman === candidate.human) && {
      reason: 'You gave a sign-off on this review already, and one person gives one.',
      remedy: others,
    },
  ]
  return blockers.filter(blocker => blocker !== false)
}

/** The rule as an answer. */
export const refusalFor = (blockers: readonly Blocker[]): Refusal | null =>
  blockers.length === 0 ? null : new Refusal('forbidden', 'no-sign-off', 'It takes somebody else’s sign-off.', blockers)

/** Somebody who could be given a sign-off to look at. */
export interface Reviewer {
  id: string
  human: string
  /** Sign-offs that wait for them now. */
  open: number
  away: boolean
  deputy: string | null
}

/**
 * Whom a sign-off goes to: of those who are here and fit the one with the least on the table; for somebody who is away, their
 * deputy comes first.
 * @param unfit human beings who may not sign it.
 * @param last whoever had it and should not get it again.
 */
export const assigneeOf = (reviewers: readonly Reviewer[], unfit: readonly string[], last: string | null = null): string | null => {
  const fit = reviewers.filter(({ id, human, away }) => !away && id !== last && !unfit.includes(human))
  const lastDeputy = reviewers.find(({ id }) => id === last)?.deputy
  const standIn = fit.find(({ id }) => id === lastDeputy)
  return (standIn ?? fit.toSorted((a, b) => a.open - b.open || (a.id < b.id ? -1 : 1))[0])?.id ?? null
}
