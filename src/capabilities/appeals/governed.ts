import { governed } from '#src/ledger/index.ts'

/** What was seen in a solution by somebody who knew no tier. */
export const secondLooks = governed({
  kind: 'second-look',
  table: 'secondLook',
  columns: ['reviewId', 'solutionId', 'declarationId', 'tier', 'seenTier', 'facts', 'lookedBy', 'lookedByHuman', 'lookedAt'],
})
