import { governed } from '#src/ledger/index.ts'

/** Offers to answer for a solution, and what became of them. */
export const handovers = governed({
  kind: 'handover',
  table: 'handover',
  columns: ['solutionId', 'role', 'state', 'offeredBy', 'offeredTo', 'offeredAt', 'note', 'decidedAt', 'decisionNote'],
})
