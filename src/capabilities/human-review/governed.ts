import { governed } from '#src/ledger/index.ts'

/** Whoever makes themself a reviewer behind the program's back is found out. */
export const contentSteps = governed({
  kind: 'content-step',
  table: 'contentStep',
  columns: ['reviewers', 'deadlineMinutes', 'keepDays', 'namedBy', 'namedAt'],
})

/** So is a verdict that nobody gave, and a text that was exchanged: its digest is here. */
export const contentReviews = governed({
  kind: 'content-review',
  table: 'contentReview',
  columns: [
    'solutionId',
    'declarationId',
    'kind',
    'recipient',
    'digest',
    'characters',
    'submittedBy',
    'submittedAt',
    'dueAt',
    'opened',
    'state',
    'decidedBy',
    'decidedAt',
    'attended',
    'quick',
    'approvedDigest',
    'added',
    'removed',
    'contentDeletedAt',
  ],
})
