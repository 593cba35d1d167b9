import { governed } from '#src/ledger/index.ts'

/** The rows of this capability whose every change the ledger can prove. Hashes of secrets are among them: putting another in shows. */
export const accesses = governed({
  kind: 'access',
  table: 'access',
  columns: ['kind', 'personId', 'secretHash', 'method', 'name', 'may', 'secondFactor', 'startedAt', 'expiresAt', 'endedAt', 'endedBecause'],
})
export const links = governed({
  kind: 'link',
  table: 'link',
  columns: ['kind', 'personId', 'secretHash', 'givenBy', 'madeAt', 'expiresAt', 'endedAt', 'endedBecause'],
})
export const passwords = governed({ kind: 'password', table: 'password', columns: ['hash', 'changedAt'] })
/** The seed is sealed anew when keys change, and the last step moves with each use: neither says anything else of the factor. */
export const secondFactors = governed({ kind: 'second-factor', table: 'secondFactor', columns: ['recoveryCodes', 'confirmedAt'] })
