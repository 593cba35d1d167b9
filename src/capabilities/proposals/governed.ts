import { governed } from '#src/ledger/index.ts'

/** A proposal with its content: changed behind the program's back, it no longer fits its newest entry. */
export const proposals = governed({
  kind: 'proposal',
  table: 'proposal',
  columns: [
    'kind',
    'subject',
    'content',
    'digest',
    'note',
    'state',
    'proposedBy',
    'proposedByHuman',
    'proposedAt',
    'expiresAt',
    'decidedBy',
    'decidedByHuman',
    'decidedAt',
    'decisionNote',
  ],
})
