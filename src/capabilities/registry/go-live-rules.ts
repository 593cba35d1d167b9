import type { Blocker } from '#src/kernel/refusal.ts'
import { materialDigest } from './material.ts'
import type { DeclarationRow } from './declaration-store.ts'
import { whyStopped } from './stop-rules.ts'
import type { StopRow } from './stop-store.ts'
import type { SolutionRow } from './store.ts'
import { isOver } from './validity.ts'

interface Candidate {
  solution: Pick<SolutionRow, 'expiresAt' | 'benefit' | 'ownerId'>
  /** The declaration that would run. */
  declaration: Pick<DeclarationRow, 'state' | 'approvedAt' | 'materialDigest' | 'facts' | 'inspection'>
  ownerActive: boolean
  /** Conditions that have to be accepted before it goes live and are not. */
  conditionsBefore: number
  /** Whether the charter wants to know how it was before. */
  baselineNeeded: boolean
  /** The stops that cover it. */
  stops: readonly Pick<StopRow, 'kind' | 'number'>[]
}

/** Everything that keeps an approved solution from going live. The page's checklist and the refusal come from here. */
export const whyNotLive = (
  { solution, declaration, ownerActive, conditionsBefore, baselineNeeded, stops }: Candidate,
  now: Temporal.Instant,
): Blocker[] => {
  const blockers: (Blocker | false)[] = [
    ...whyStopped(stops),
    (declaration.state !== 'approved' || declaration.approvedAt === null) && {
      reason: 'Nobody has approved it.',
      remedy: 'Submit it, and wait for its review.',
    },
    materialDigest(declaration) !== declaration.materialDigest && {
      reason: 'What stands in the entry is not what was approved.',
      remedy: 'Have an auditor verify the ledger, and declare the solution anew.',
    },
    conditionsBefore > 0 && {
      reason: conditionsBefore === 1 ? 'One condition has to be met before.' : `${conditionsBefore} conditions have to be met before.`,
      remedy: 'Say that they are met; whoever set them accepts that.',
    },
    !ownerActive && { reason: 'Nobody who still works here answers for it.', remedy: 'Offer it to somebody, who has to accept.' },
    isOver(solution.expiresAt, now) && { reason: 'Its entry has expired.', remedy: 'Confirm that it is still true.' },
    baselineNeeded &&
      (solution.benefit?.baseline ?? null) === null && {
        field: 'benefit',
        reason: 'Nobody has written down how it was before.',
        remedy: 'Say what it should bring and how it was until now; a minute is enough.',
      },
  ]
  return blockers.filter(blocker => blocker !== false)
}
