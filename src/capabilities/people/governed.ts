import { governed } from '#src/ledger/index.ts'

/** The rows of this capability whose every change the ledger can prove. */
export const people = governed({ kind: 'person', table: 'person', columns: ['name', 'jobTitle', 'unit', 'roles', 'active'] })
export const sessions = governed({ kind: 'session', table: 'session', columns: ['personId', 'startedAt', 'expiresAt', 'endedAt'] })
