import { governed } from '#src/ledger/index.ts'

/** The rows of this capability whose every change the ledger can prove. */
export const solutions = governed({
  kind: 'solution',
  table: 'solution',
  columns: [
    'number',
    'name',
    'purpose',
    'makerId',
    'ownerId',
    'unitId',
    'facts',
    'charterVersion',
    'charterDigest',
    'tier',
    'verdict',
    'state',
  ],
})
