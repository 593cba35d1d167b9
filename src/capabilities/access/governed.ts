import { governed } from '#src/ledger/index.ts'

/** The rows of this capability whose every change the ledger can prove. */
export const accesses = governed({
  kind: 'access',
  table: 'access',
  columns: ['kind', 'personId', 'method', 'name', 'may', 'secondFactor', 'startedAt', 'expiresAt', 'endedAt', 'endedBecause'],
})
